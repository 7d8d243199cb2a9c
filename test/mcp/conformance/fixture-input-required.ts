import { randomBytes } from 'node:crypto'
import {
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  type InputRequests,
  inputRequired,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { say } from './fixture-content.ts'

// Tools of the suite that ask the client back before they answer.

/** Seals the state that a client carries back; the server refuses one that was tampered with. */
export const stateCodec = createRequestStateCodec({ key: randomBytes(32) })

const form = (message: string, name: string, type: 'string' | 'boolean' = 'string') => {
  const field = type === 'string' ? { type: 'string' as const } : { type: 'boolean' as const }
  return inputRequired.elicit({ message, requestedSchema: { type: 'object', properties: { [name]: field }, required: [name] } })
}
const sample = (words: string) =>
  inputRequired.createMessage({ messages: [{ role: 'user', content: { type: 'text', text: words } }], maxTokens: 100 })

const answered = ({ mcpReq }: ServerContext, requests: InputRequests): boolean =>
  Object.keys(requests).every(name => mcpReq.inputResponses?.[name] !== undefined)

interface Round {
  readonly requests: InputRequests
  readonly state?: string
}

/** What the caller of a 2026-07-28 request says it can do. */
function capabilitiesOf(envelope: object): Record<string, unknown> {
  const declared = new Map(Object.entries(envelope)).get(CLIENT_CAPABILITIES_META_KEY)
  return typeof declared === 'object' && declared !== null ? { ...declared } : {}
}

const rounds: Readonly<Record<string, Round>> = {
  test_input_required_result_elicitation: { requests: { user_name: form('What is your name?', 'name') } },
  test_input_required_result_sampling: { requests: { capital_question: sample('What is the capital of France?') } },
  test_input_required_result_list_roots: { requests: { client_roots: inputRequired.listRoots() } },
  test_input_required_result_request_state: { requests: { confirm: form('Please confirm', 'ok', 'boolean') }, state: 'confirm' },
  test_input_required_result_tampered_state: { requests: { confirm: form('Please confirm', 'ok', 'boolean') }, state: 'tamper' },
  test_input_required_result_multiple_inputs: {
    requests: {
      user_name: form('What is your name?', 'name'),
      greeting: sample('Generate a greeting'),
      client_roots: inputRequired.listRoots(),
    },
    state: 'several',
  },
}

const ask = async ({ requests, state }: Round) =>
  inputRequired({ inputRequests: requests, ...(state ? { requestState: await stateCodec.mint(state) } : {}) })

export function registerInputRequired(server: McpServer): void {
  for (const [name, round] of Object.entries(rounds))
    server.registerTool(name, { description: name }, context => {
      const state = context.mcpReq.requestState<string>()
      if (!answered(context, round.requests) || state !== round.state) return ask(round)
      return say(`state-ok ${JSON.stringify(context.mcpReq.inputResponses)}`)
    })
  server.registerTool('test_input_required_result_multi_round', { description: 'Two rounds' }, context => {
    const state = context.mcpReq.requestState<string>()
    if (state === 'second') return say('done')
    if (state === 'first') return ask({ requests: { step2: form('Step 2: What is your favorite color?', 'color') }, state: 'second' })
    return ask({ requests: { step1: form('Step 1: What is your name?', 'name') }, state: 'first' })
  })
  server.registerTool('test_input_required_result_capabilities', { description: 'Asks what the client can' }, ({ mcpReq }) => {
    const declared = capabilitiesOf(mcpReq.envelope ?? {})
    const requests: InputRequests = {
      ...('sampling' in declared ? { greeting: sample('Generate a greeting') } : {}),
      ...('elicitation' in declared ? { user_name: form('What is your name?', 'name') } : {}),
    }
    return Object.keys(requests).length > 0 ? ask({ requests }) : say('nothing to ask')
  })
  // The SDK refuses a request for input that the client has not declared.
  server.registerTool('test_missing_capability', { description: 'Needs sampling' }, () => ask({ requests: { needed: sample('anything') } }))
  server.registerPrompt('test_input_required_result_prompt', { description: 'Asks for context' }, context => {
    const round = { requests: { user_context: form('What context should the prompt use?', 'context') } }
    if (!answered(context, round.requests)) return ask(round)
    return { messages: [{ role: 'user', content: { type: 'text', text: 'thanks' } }] }
  })
}
