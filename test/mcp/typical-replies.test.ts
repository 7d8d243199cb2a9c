import { type AssistantContext, callTool, tools } from '@finsam/assistant'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShippedStore, type ShippedStore } from './support/shipped-store.ts'

const tokens = (value: unknown): number => encode(typeof value === 'string' ? value : JSON.stringify(value)).length
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

let shipped: ShippedStore
beforeAll(async () => {
  shipped = await openShippedStore()
}, 120_000)
afterAll(() => shipped.remove())

interface Call {
  readonly name: string
  readonly args: object
}

/** What assistants ask first of each tool, about every association that is loaded and every document. */
function typicalCalls({ library }: AssistantContext): readonly Call[] {
  const associations = [...new Set(library.documents.map(({ association }) => association))]
  const each = (name: string, args: (association: string) => object): Call[] =>
    associations.map(association => ({ name, args: args(association) }))
  return [
    { name: 'list_associations', args: {} },
    { name: 'search_text', args: { query: 'mål för deltagare' } },
    ...each('ask', association => ({ question: `What are the total costs in ${association}?` })),
    ...each('describe', name => ({ name })),
    ...each('get_figures', association => ({ association, line: 'total-costs' })),
    ...each('calculate', association => ({
      operation: 'share',
      of: ['administration', 'total-costs'].map(line => ({ association, line })),
    })),
    ...associations.slice(1).map((other, index) => ({
      name: 'compare',
      args: { line: 'administration', associations: [associations[index], other] },
    })),
    ...each('check', association => ({ association })),
    ...each('project', association => ({ association, line: 'result', through: (library.mainDocument(association)?.fiscalYear ?? 0) + 1 })),
    ...each('list_initiatives', association => ({ association })),
    ...each('explain_figure', association => ({ association, line: 'total-costs' })),
    ...library.documents.map(({ id }) => ({ name: 'read_source', args: { document: id, line: 20 } })),
  ]
}

test('typical replies about the shipped documents take at most 600 tokens, as text and as data, and none grows long', {
  timeout: 120_000,
}, async () => {
  const costs = new Map<string, { text: number[]; data: number[] }>(tools.map(({ name }) => [name, { text: [], data: [] }]))
  for (const { name, args } of typicalCalls(shipped.context)) {
    const reply = await callTool(shipped.context, name, args).catch(() => undefined)
    if (!reply) continue
    costs.get(name)?.text.push(tokens(reply.text))
    costs.get(name)?.data.push(tokens(reply.short ?? reply.data))
  }
  const told = [...costs].map(
    ([name, { text, data }]) => `${name} ${median(text)}/${median(data)} (${Math.max(...text)}/${Math.max(...data)})`,
  )
  console.log(`median tokens of a typical reply, text/data (largest): ${told.join(', ')}`)
  for (const [name, { text, data }] of costs) {
    expect([name, text.length > 0, median(text) <= 600, median(data) <= 600]).toEqual([name, true, true, true])
    expect([name, Math.max(...text) <= 1_000, Math.max(...data) <= 1_500]).toEqual([name, true, true])
  }
})
