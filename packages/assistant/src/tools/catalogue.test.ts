import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { callTool, tools } from './catalogue.ts'
import { inventedContext } from './test-support/invented-context.ts'
import type { ToolError } from './tool.ts'
import { amountText } from './wire/amount-text.ts'
import { type FigureRecord, figureRecordSchema, figuresOutput } from './wire/figure-record.ts'

const context = inventedContext()
/** Callers in the process get every figure whole. */
const wholeOutput = figuresOutput.extend({ figures: z.array(figureRecordSchema) })
const north = (line: string, period: string, scenario: string = 'budget') => ({ association: 'Norrådalen', line, scenario, period })

const figuresOf = async (name: string, args: unknown): Promise<FigureRecord[]> =>
  wholeOutput.parse((await callTool(context, name, args)).data).figures
const asked = (figures: readonly FigureRecord[]) => figures.filter(({ role }) => role === 'answer').map(({ value }) => value)

describe('figures that are asked for', () => {
  test.each([
    {
      name: 'a line over its years',
      tool: 'get_figures',
      args: { association: 'Norrådalen', line: 'Individinsatser' },
      values: [1_200_000, 1_250_000, 1_320_000],
    },
    { name: 'a concept by its English name', tool: 'get_figures', args: north('total income', '2024'), values: [2_200_000] },
    { name: 'a member', tool: 'get_figures', args: north('Norrå kommun', '2023'), values: [500_000] },
    { name: 'a balance by its year', tool: 'get_figures', args: north('Eget kapital', '2024'), values: [720_000] },
    { name: 'a value that follows from the sum', tool: 'get_figures', args: north('administration', '2022', 'actual'), values: [400_000] },
    {
      name: 'a measure that no document prints',
      tool: 'get_figures',
      args: north('administration-share', '2024'),
      values: [(44 / 210) * 100],
    },
    {
      name: 'a sum',
      tool: 'calculate',
      args: { operation: 'sum', of: [north('Administration', '2024'), north('Individinsatser', '2024')] },
      values: [1_760_000],
    },
    {
      name: 'a difference, from first to second',
      tool: 'calculate',
      args: { operation: 'difference', of: [north('Individinsatser', '2023'), north('Individinsatser', '2024')] },
      values: [70_000],
    },
    {
      name: 'a change in percent',
      tool: 'calculate',
      args: { operation: 'percent_change', of: [north('Individinsatser', '2023'), north('Individinsatser', '2024')] },
      values: [5.6],
    },
    {
      name: 'a share of two parts',
      tool: 'calculate',
      args: {
        operation: 'share',
        of: [north('Individinsatser', '2024'), north('Administration', '2024'), north('Summa kostnader', '2024')],
      },
      values: [(176 / 210) * 100],
    },
    {
      name: 'a ranking of associations',
      tool: 'compare',
      args: { line: 'Individinsatser', scenario: 'budget', periods: ['2024'] },
      values: [2_900_000, 1_320_000],
    },
    {
      name: 'a ranking of shares, lowest first',
      tool: 'compare',
      args: { line: 'Administration', share_of: 'Summa kostnader', order: 'lowest' },
      values: [(70 / 375) * 100, (44 / 210) * 100],
    },
    {
      name: 'a series over years',
      tool: 'compare',
      args: { line: 'Individinsatser', associations: ['Norrådalen'], periods: ['2022', '2023', '2024'] },
      values: [1_200_000, 1_250_000, 1_320_000],
    },
  ])('$name', async ({ tool, args, values }) => {
    const found = asked(await figuresOf(tool, args))
    expect(found).toHaveLength(values.length)
    for (const [index, value] of values.entries()) expect(found[index]).toBeCloseTo(value, 9)
  })
})

describe('what a figure carries', () => {
  test('a printed one: its line, place and version', async () => {
    const { data } = await callTool(context, 'get_figures', north('Individinsatser', '2024'))
    expect(data).toMatchObject({
      figures: [
        {
          kind: 'printed',
          line: 'norradalen/individinsatser',
          sources: [{ document: 'norradalen-2024', page: 1, line: 9, text: 'Individinsatser 1 200 000 1 250 000 1 320 000' }],
        },
      ],
      documents: [{ id: 'norradalen-2024', hash: 'norradalen-2024'.padEnd(64, '0'), status: 'decided' }],
      total: 1,
    })
  })

  test('a derived one: the equation that proves it', async () => {
    const [figure] = await figuresOf('get_figures', north('Administration', '2022', 'actual'))
    expect(figure).toMatchObject({ kind: 'derived', proof: '1 900 000 − 1 200 000 − 300 000 = 400 000' })
  })

  test('an ambiguous one: every reading, also of what is computed from it', async () => {
    const [figure] = await figuresOf('get_figures', north('Strukturella insatser', '2023'))
    expect(figure).toMatchObject({ kind: 'ambiguous', alternatives: [310_000, 370_000] })
    const [sum] = await figuresOf('calculate', {
      operation: 'sum',
      of: [north('Strukturella insatser', '2023'), north('Individinsatser', '2023')],
    })
    expect(sum).toMatchObject({ kind: 'ambiguous', alternatives: [1_560_000, 1_620_000] })
  })

  test('a computed one: its formula and what went into it', async () => {
    const [share, part, whole] = await figuresOf('calculate', {
      operation: 'share',
      of: [north('Individinsatser', '2024'), north('Summa kostnader', '2024')],
    })
    expect(share).toMatchObject({ kind: 'computed', calculation: { operation: 'share', inputs: [part?.id, whole?.id] } })
    expect(share?.calculation?.formula).toContain('1,320,000 / 2,100,000')
    expect([part?.value, whole?.value]).toEqual([1_320_000, 2_100_000])
  })

  test.each([
    ['get_figures', { association: 'Norrådalen', limit: 40 }],
    ['calculate', { operation: 'share', of: [north('Individinsatser', '2024'), north('Summa kostnader', '2024')] }],
    ['compare', { line: 'Individinsatser' }],
  ])('%s: the text has every figure of the data', async (tool, args) => {
    const { text } = await callTool(context, tool, args)
    for (const { value, unit } of await figuresOf(tool, args)) expect(text).toContain(amountText(value, unit))
  })
})

describe('what remote callers get', () => {
  const shares = {
    line: 'Individinsatser',
    associations: ['Norrådalen', 'Sydslätten'],
    periods: ['2024'],
    scenario: 'budget',
    share_of: 'Summa kostnader',
  }
  type Wire = { shared?: object; figures: (Partial<FigureRecord> & Pick<FigureRecord, 'label' | 'value' | 'sources'>)[]; notes: string[] }
  const shortOf = async (args: object): Promise<Wire> => (await callTool(context, 'compare', args)).short as Wire

  test('what was asked for, with formula and cited cells; what all figures share once', async () => {
    const { shared, figures, notes } = await shortOf(shares)
    expect(shared).toMatchObject({ role: 'answer', unit: 'percent', kind: 'computed', scenario: 'budget' })
    expect(figures.map(({ value, sources }) => [Math.round(value), sources.map(({ line }) => line)])).toEqual([
      [77, [6, 8]],
      [63, [9, 11]],
    ])
    expect(figures[1]).toMatchObject({ association: 'norradalen', calculation: { formula: '1,320,000 / 2,100,000 = 62.9%' } })
    expect(figures.every(figure => !('low' in figure) && !('unit' in figure))).toBe(true)
    expect(notes.at(-1)).toMatch(/detail "full" gives the 4 figures/)
  })

  test('all that went into it when asked, nothing lost', async () => {
    const { data } = await callTool(context, 'compare', shares)
    const { shared = {}, figures } = await shortOf({ ...shares, detail: 'full' })
    const whole = (data as { figures: FigureRecord[] }).figures
    expect(figures.map(figure => ({ ...shared, ...figure }))).toMatchObject(whole.map(({ low: _low, high: _high, ...figure }) => figure))
  })

  test('an interval that shows is told', async () => {
    const { short } = await callTool(context, 'get_figures', north('Strukturella insatser', '2023'))
    expect(short).toMatchObject({ figures: [{ kind: 'ambiguous', low: 309_999.5, high: 370_000.5, alternatives: [310_000, 370_000] }] })
  })

  test('rows of unlike years or scenarios are told apart', async () => {
    const { text, data } = await callTool(context, 'compare', { line: 'Individinsatser', scenario: 'actual' })
    expect(data).toMatchObject({ figures: [{ association: 'norradalen', value: 1_200_000, period: { to: '2022-12-31' } }], meaning: [] })
    expect(text).toMatch(/Sydslätten is left out: .*not printed for 2024 as actual/)
    const years = await callTool(context, 'compare', { line: 'Individinsatser', periods: ['2023', '2024'], scenario: 'budget' })
    expect(years.data).toMatchObject({ meaning: [expect.stringMatching(/Not like for like: the rows are .*budget 2023/)] })
  })

  test('what a successor plans beside what its predecessors are together', async () => {
    const { data } = await callTool(context, 'compare', {
      successor: 'Sydslätten',
      associations: ['Norrådalen'],
      scenario: 'budget',
      periods: ['2024'],
    })
    const figures = wholeOutput.parse(data).figures.filter(({ role }) => role === 'answer')
    const costs = figures.find(({ label }) => label === 'Total costs')
    expect(costs?.value).toBe(1_650_000)
    expect(costs?.calculation?.formula).toMatch(/^3,750,000 − 2,100,000 = 1,650,000\skr$/)
    const reply = callTool(context, 'compare', { successor: 'Sydslätten' })
    await expect(reply).rejects.toThrow(/no known predecessors/)
    await expect(callTool(context, 'compare', { successor: 'Sydslätten', line: 'administration' })).rejects.toThrow(/not both/)
    await expect(callTool(context, 'compare', {})).rejects.toThrow(/line to compare, or a successor/)
  })
})

describe('what cannot be done is refused with the way on', () => {
  test.each([
    {
      name: 'unknown association',
      tool: 'get_figures',
      args: { association: 'Norådalen' },
      code: 'unknown-association',
      says: /Nearest: Norrådalen/,
    },
    {
      name: 'unknown line',
      tool: 'get_figures',
      args: north('Månlandning', '2024'),
      code: 'unknown-line',
      says: /no line "Månlandning"\. List its lines with describe/,
    },
    {
      name: 'near line',
      tool: 'get_figures',
      args: north('Individinsatsar', '2024'),
      code: 'unknown-line',
      says: /Nearest: .*Individinsatser/,
    },
    {
      name: 'a year that is not printed',
      tool: 'get_figures',
      args: north('Individinsatser', '2030'),
      code: 'not-computable',
      says: /Nothing is printed.*budget 2024/,
    },
    {
      name: 'a period that is none',
      tool: 'get_figures',
      args: north('Individinsatser', 'snart'),
      code: 'unknown-period',
      says: /is not a period/,
    },
    {
      name: 'a share without a whole',
      tool: 'calculate',
      args: { operation: 'share', of: [north('Staten', '2024')] },
      code: 'invalid-arguments',
      says: /the part or parts, then the whole/,
    },
    { name: 'a misspelt argument', tool: 'get_figures', args: { förbund: 'Norrådalen' }, code: 'invalid-arguments', says: /förbund/ },
    {
      name: 'an unknown document',
      tool: 'read_source',
      args: { document: 'norradalen-2025' },
      code: 'unknown-document',
      says: /Nearest: norradalen-2024/,
    },
    {
      name: 'a page that is not there',
      tool: 'read_source',
      args: { document: 'norradalen-2024', page: 9 },
      code: 'no-such-lines',
      says: /has pages 1 to 2/,
    },
    {
      name: 'lines beyond the end',
      tool: 'read_source',
      args: { document: 'norradalen-2024', line: 400 },
      code: 'no-such-lines',
      says: /lines 1 to 17/,
    },
    {
      name: 'a cursor of another list',
      tool: 'get_figures',
      args: { association: 'Norrådalen', cursor: '999' },
      code: 'invalid-cursor',
      says: /not a cursor/,
    },
    { name: 'a tool that is not there', tool: 'budget_magic', args: {}, code: 'unknown-tool', says: /get_figures/ },
  ])('$name', async ({ tool, args, code, says }) => {
    const error = await callTool(context, tool, args).then(
      () => undefined,
      (thrown: ToolError) => thrown,
    )
    expect(error?.code).toBe(code)
    expect(error?.message).toMatch(says)
  })
})

test('pages of figures follow each other without gap or overlap', async () => {
  const all = asked(await figuresOf('get_figures', { association: 'Norrådalen', limit: 40 }))
  const paged: number[] = []
  let cursor: string | undefined
  do {
    const { data } = await callTool(context, 'get_figures', { association: 'Norrådalen', limit: 7, ...(cursor ? { cursor } : {}) })
    paged.push(...asked(wholeOutput.parse(data).figures))
    cursor = (data as { next?: string }).next
  } while (cursor)
  expect(paged).toEqual(all)
})

test('names are field words, descriptions are short', () => {
  for (const { name, description } of tools) {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(description.length).toBeLessThan(320)
  }
})
