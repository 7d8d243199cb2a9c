import { type CallToolResult, type McpServer, ResourceTemplate } from '@modelcontextprotocol/server'
import * as z from 'zod'

// The tools, prompts and resources that the conformance suite asks for by name. They exist in the tests only.

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='
const wav = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA='

export const say = (text: string): CallToolResult => ({ content: [{ type: 'text', text }] })
const image = { type: 'image' as const, data: png, mimeType: 'image/png' }
const embedded = (uri: string) => ({ type: 'resource' as const, resource: { uri, mimeType: 'text/plain', text: 'embedded' } })
const user = <Content>(content: Content) => ({ role: 'user' as const, content })
const text = (words: string) => ({ type: 'text' as const, text: words })

const results: Readonly<Record<string, CallToolResult>> = {
  test_simple_text: say('This is a simple text response for testing.'),
  test_image_content: { content: [image] },
  test_audio_content: { content: [{ type: 'audio', data: wav, mimeType: 'audio/wav' }] },
  test_embedded_resource: { content: [embedded('test://embedded-resource')] },
  test_multiple_content_types: { content: [text('several'), image, embedded('test://mixed-content-resource')] },
  test_error_handling: { isError: true, content: [text('This tool intentionally returns an error for testing')] },
  test_logging_tool: say('nothing logged'),
  test_streaming_elicitation: say('nothing streamed'),
}

export function registerContent(server: McpServer): void {
  for (const [name, result] of Object.entries(results)) server.registerTool(name, { description: name }, () => result)
  server.registerTool('test_tool_with_progress', { description: 'Reports progress' }, async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken ?? 0
    for (const progress of [0, 50, 100])
      await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } })
    return say(String(progressToken))
  })
  server.registerTool('test_tool_with_logging', { description: 'Logs' }, async ({ mcpReq }) => {
    for (const words of ['started', 'processing', 'completed']) await mcpReq.log('info', words)
    return say('logged')
  })
  registerResources(server)
  registerPrompts(server)
}

function registerResources(server: McpServer): void {
  const plain = { mimeType: 'text/plain' }
  server.registerResource('static-text', 'test://static-text', plain, ({ href }) => ({
    contents: [{ uri: href, ...plain, text: 'static text' }],
  }))
  server.registerResource('watched', 'test://watched-resource', plain, ({ href }) => ({
    contents: [{ uri: href, ...plain, text: 'watched' }],
  }))
  server.registerResource('static-binary', 'test://static-binary', { mimeType: 'image/png' }, ({ href }) => ({
    contents: [{ uri: href, mimeType: 'image/png', blob: png }],
  }))
  server.registerResource(
    'template',
    new ResourceTemplate('test://template/{id}/data', { list: undefined }),
    plain,
    ({ href }, { id }) => ({
      contents: [
        { uri: href, mimeType: 'application/json', text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${String(id)}` }) },
      ],
    }),
  )
}

function registerPrompts(server: McpServer): void {
  server.registerPrompt('test_simple_prompt', { description: 'Simple' }, () => ({
    messages: [user(text('This is a simple prompt for testing.'))],
  }))
  const two = z.object({ arg1: z.string(), arg2: z.string() })
  server.registerPrompt('test_prompt_with_arguments', { description: 'Two arguments', argsSchema: two }, ({ arg1, arg2 }) => ({
    messages: [user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`))],
  }))
  const resource = z.object({ resourceUri: z.string() })
  server.registerPrompt('test_prompt_with_embedded_resource', { description: 'Embedded', argsSchema: resource }, ({ resourceUri }) => ({
    messages: [user(embedded(resourceUri)), user(text('Please process the embedded resource above.'))],
  }))
  server.registerPrompt('test_prompt_with_image', { description: 'Image' }, () => ({
    messages: [user(image), user(text('Please analyze the image above.'))],
  }))
}
