import type { Tool } from '@finsam/assistant'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import * as z from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
}

const inputOf = ({ input }: Tool): JsonSchema => z.toJSONSchema(input, { io: 'input' }) as JsonSchema
const outputOf = ({ output }: Tool): JsonSchema => z.toJSONSchema(output, { io: 'output' }) as JsonSchema

function typeText({ type, enum: values, items, properties, anyOf }: JsonSchema): string {
  if (values) return values.map(value => `\`${String(value)}\``).join(' · ')
  if (items) return `list of ${items.properties ? `{ ${Object.keys(items.properties).join(', ')} }` : typeText(items)}`
  if (properties) return 'object'
  return anyOf ? anyOf.map(typeText).join(' or ') : (type ?? 'any')
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function argumentRows({ properties = {}, required = [] }: JsonSchema): string[] {
  return Object.entries(properties).map(([name, schema]) => {
    const needed = required.includes(name) ? 'yes' : schema.default === undefined ? 'no' : `default \`${JSON.stringify(schema.default)}\``
    return `| \`${name}\` | ${cell(typeText(schema))} | ${needed} | ${cell(schema.description ?? '')} |`
  })
}

const resultRows = ({ properties = {} }: JsonSchema): string[] =>
  Object.entries(properties).map(([name, schema]) => `\`${name}\` (${typeText(schema)})`)

/** What a reader of the reference sees of one call. */
export interface Example {
  readonly arguments: unknown
  readonly text: string
}

function section(tool: Tool, example: Example): string {
  const { name, title, description } = tool
  const cost = encode(JSON.stringify({ name, title, description, inputSchema: inputOf(tool) })).length
  return [
    `## \`${name}\`: ${title}`,
    '',
    description,
    '',
    '| argument | type | needed | meaning |',
    '|---|---|---|---|',
    ...argumentRows(inputOf(tool)),
    '',
    `Result: ${resultRows(outputOf(tool)).join(', ')}.${tool.slow ? ' Reports progress and can be cancelled.' : ''} Its definition costs about ${cost} tokens.`,
    '',
    '```json',
    JSON.stringify(example.arguments),
    '```',
    '',
    '```text',
    example.text.trimEnd(),
    '```',
  ].join('\n')
}

const head = `# The tools

The same catalogue serves AI assistants over MCP, the model of the chat, and your own code (\`callTool\` of \`@finsam/assistant\`).
All tools only read. Names may be written as people say them; what is unknown is refused with the nearest known names, what is ambiguous with the choices.
Every result has the same figures twice: as \`structuredContent\`, and as a short text for clients that show only text; links point to the pages or lines cited.

A figure carries its value in the base unit (\`kr\`, \`percent\`, \`persons\` …), the interval that printed precision leaves open, how it is known
(\`printed\`, \`repaired\`, \`derived\`, \`ambiguous\`, \`computed\`, \`projected\`), association, scenario, period, its sources (document, page, line, printed text), and where it
is computed the formula with its inputs. \`documents\` names the version (SHA-256) that the lines belong to. The published schema is [tool-result.schema.json](tool-result.schema.json).

Over MCP, replies are short: what all figures have in common stands once in \`shared\`, an interval that is narrower than what is shown of the value is left out, and of
more than four figures only those that were asked for come, each with its formula and the cited cells behind it (at most three, none twice in a reply). \`detail: "full"\`
gives all that went into them as figures of their own; \`explain_figure\` does so for one figure, with every printing.

The examples are two invented associations. This page is made from the catalogue; \`FINSAM_WRITE_DOCS=1 npx vitest run test/mcp/reference\` makes it anew.
`

/** The reference of the catalogue as Markdown. */
export const toolReference = (tools: readonly Tool[], exampleOf: (tool: Tool) => Example): string =>
  `${[head, ...tools.map(tool => section(tool, exampleOf(tool)))].join('\n\n')}\n`
