import { describe, expect, test } from 'vitest'
import { callTool } from './catalogue.ts'
import { inventedContext } from './test-support/invented-context.ts'
import { quietCall, type ToolError } from './tool.ts'

const context = inventedContext()
const call = (name: string, args: unknown) => callTool(context, name, args)

describe('what is loaded', () => {
  test('associations with documents, scenarios and how they were read', async () => {
    const { data } = await call('list_associations', {})
    expect(data).toMatchObject({
      associations: [
        {
          id: 'norradalen',
          documents: [
            {
              id: 'norradalen-2024',
              cells: { printed: 28, derived: 1, ambiguous: 1 },
              errors: 1,
              columns: { actual: ['2022'], budget: ['2023', '2024'] },
            },
          ],
        },
        { id: 'sydslatten' },
      ],
      total: 2,
    })
  })

  test('an association: members, documents, lines with their concepts and years', async () => {
    const { data, text } = await call('describe', { name: 'norrådalen' })
    expect(data).toMatchObject({
      association: {
        id: 'norradalen',
        members: { state: ['Försäkringskassan'], region: ['Region Norrå'], municipality: ['Norrå kommun'] },
      },
      columnSets: expect.objectContaining({ A: 'actual 2022, budget 2023, budget 2024' }),
      lines: expect.arrayContaining([
        expect.objectContaining({
          line: 'administration',
          concept: 'administration',
          columns: 'A',
        }),
      ]),
      factKinds: { target: 1, volume: 1 },
    })
    expect(text).toContain('Försäkringskassan')
  })

  test('a document by its id, with what its prose says', async () => {
    const { data } = await call('describe', { name: 'norradalen-2024', facts: 'all' })
    expect(data).toMatchObject({
      facts: [
        { kind: 'target', value: 85, line: 15 },
        { kind: 'volume', value: 40, line: 16 },
      ],
      lines: [],
    })
  })

  test('a kind of facts that there is nothing of is refused with those that there are', async () => {
    await expect(call('describe', { name: 'Norrådalen', facts: 'staffing' })).rejects.toThrow(
      /nothing of the kind "staffing"\. Nearest: target; volume/,
    )
  })

  test('initiatives with their amounts, goals and volumes', async () => {
    const { data } = await call('list_initiatives', { association: 'Norrådalen' })
    expect(data).toMatchObject({
      figures: [{ value: 1_320_000 }, { value: 340_000 }],
      facts: [{ value: 85, qualifier: 'min' }, { value: 40 }],
      total: 4,
    })
    expect((await call('list_initiatives', { association: 'Norrådalen', kind: 'goals' })).data).toMatchObject({
      figures: [],
      facts: [{ value: 85 }],
    })
    expect((await call('list_initiatives', { association: 'Sydslätten', kind: 'goals' })).text).toMatch(/Nothing of the kind/)
  })
})

describe('why a figure is what it is', () => {
  test('its printings, its meaning, the sum it belongs to and the findings there', async () => {
    const { data } = await call('explain_figure', { association: 'Norrådalen', line: 'Strukturella insatser', period: '2023' })
    expect(data).toMatchObject({
      printings: [{ printed: '310 000|370 000', statement: 'Resultatbudget', column: 'budget 2023', status: 'ambiguous', line: 10 }],
      meaning: ['Strukturella insatser stands for the concept initiatives-structural (exact).'],
      equations: [expect.stringContaining('420,000 + 1,250,000 + 310,000')],
    })
    expect((await call('explain_figure', { association: 'Norrådalen', line: 'Summa kostnader', period: '2023' })).data).toMatchObject({
      findings: [{ code: 'sum-differs-from-total', line: 11 }],
    })
  })
})

describe('checks', () => {
  test('all rules of an association, with the findings of its documents', async () => {
    const { data } = await call('check', { association: 'Norrådalen' })
    expect(data).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ rule: 'contribution-split', holds: true }),
        expect.objectContaining({ rule: 'sums' }),
      ]),
      findings: [
        { code: 'sum-differs-from-total', severity: 'error', arithmetic: '420 000 + 1 250 000 + 370 000 = 2 040 000 ≠ 1 980 000' },
      ],
    })
  })

  test('one rule of one document', async () => {
    expect((await call('check', { document: 'sydslatten-2024', rule: 'sums' })).data).toMatchObject({
      checks: [{ rule: 'sums', holds: true }],
      findings: [],
    })
  })

  test.each([
    [{ association: 'Norrådalen', rule: 'summor' }, /is not a rule.*contribution-split/],
    [{}, /Say which association or document/],
  ])('%j is refused', async (args, says) => {
    await expect(call('check', args)).rejects.toThrow(says)
  })
})

describe('what if', () => {
  const asked = async (args: object): Promise<number[]> => {
    const { figures } = (await call('project', { association: 'Norrådalen', ...args })).data as {
      figures: { role: string; value: number; kind: string }[]
    }
    expect(figures.filter(({ role }) => role === 'answer').every(({ kind }) => kind === 'projected')).toBe(true)
    return figures.filter(({ role }) => role === 'answer').map(({ value }) => value)
  }

  test.each([
    { name: 'equity grows by the year’s result', args: { line: 'eget kapital', through: 2026 }, values: [720_000, 820_000, 920_000] },
    {
      name: 'the state falls by a tenth each year',
      args: { line: 'Staten', through: 2026, assumptions: [{ line: 'Staten', percent: -10, yearly: true, from: 2025 }] },
      values: [1_100_000, 990_000, 891_000],
    },
    {
      name: 'down to a floor',
      args: { line: 'Staten', through: 2026, assumptions: [{ line: 'Staten', percent: -10, yearly: true, floor: 950_000, from: 2025 }] },
      values: [1_100_000, 990_000, 950_000],
    },
    {
      name: 'an amount more',
      args: { line: 'Administration', through: 2025, assumptions: [{ line: 'Administration', amount: 60_000, from: 2025 }] },
      values: [440_000, 500_000],
    },
    {
      name: 'a line that is gone',
      args: { line: 'Administration', through: 2025, assumptions: [{ line: 'Administration', hold: 'drop', from: 2025 }] },
      values: [440_000, 0],
    },
    {
      name: 'a line that is not there yet costs the result',
      args: { line: 'result', through: 2025, assumptions: [{ line: 'initiatives', new_line: 'Nytt team', amount: 30_000, from: 2025 }] },
      values: [100_000, 70_000],
    },
    {
      name: 'for some years only',
      args: { line: 'Administration', through: 2026, assumptions: [{ line: 'Administration', amount: 60_000, from: 2025, to: 2025 }] },
      values: [440_000, 500_000, 440_000],
    },
    { name: 'the contributions that even out the year', args: { through: 2025, goal: 'result' }, values: [2_100_000] },
    { name: 'the contributions that leave an equity', args: { through: 2025, goal: 'equity', goal_value: 700_000 }, values: [2_080_000] },
  ])('$name', async ({ args, values }) => {
    expect((await asked(args)).map(Math.round)).toEqual(values)
  })

  test.each([
    [
      { line: 'Staten', through: 2026, assumptions: [{ line: 'Staten', percent: 1, amount: 1, from: 2025 }] },
      /exactly one of percent, amount, set, repeat and hold/,
    ],
    [{ line: 'Staten', through: 1999 }, /base year/],
    [{ through: 2025 }, /line to project, or a goal/],
    [{ through: 2025, goal: 'result', assumptions: [{ line: 'Staten', percent: 1, from: 2025, what_if: 'a' }] }, /leave what_if out/],
    [
      { line: 'result', through: 2025, assumptions: [{ line: 'Staten', percent: 1, from: 2025, new_line: 'Nytt' }] },
      /A new line takes amount/,
    ],
    [{ line: 'result', through: 2025, assumptions: [{ line: 'equity-ratio', amount: 1, from: 2025, new_line: 'Nytt' }] }, /Take a concept/],
  ])('%j is refused', async (args, says) => {
    await expect(call('project', { association: 'Norrådalen', ...args })).rejects.toThrow(says)
  })

  test('what-ifs stand side by side, what is planned first', async () => {
    const { data, text } = await call('project', {
      association: 'Norrådalen',
      line: 'eget kapital',
      through: 2025,
      assumptions: [
        { line: 'Administration', amount: 10_000, from: 2025 },
        { line: 'Staten', amount: -50_000, from: 2025, what_if: 'mindre' },
        { line: 'Staten', amount: 50_000, from: 2025, what_if: 'mer' },
      ],
    })
    const { figures } = data as { figures: { role: string; whatIf?: string; value: number; period: { to: string } }[] }
    const last = figures.filter(({ role, period }) => role === 'answer' && period.to === '2025-12-31')
    expect(last.map(({ whatIf, value }) => [whatIf, value])).toEqual([
      ['as planned', 820_000],
      ['mindre', 760_000],
      ['mer', 860_000],
    ])
    expect(text).toMatch(/mindre · Closing equity 2025/)
  })

  test('a long projection leaves out the steps in between, not the years', async () => {
    const { data } = await call('project', { association: 'Norrådalen', line: 'eget kapital', through: 2050 })
    const { figures, notes } = data as { figures: { role: string; calculation?: { inputs: string[] }; id: string }[]; notes: string[] }
    expect(figures.filter(({ role }) => role === 'answer')).toHaveLength(27)
    expect(figures.length).toBeLessThanOrEqual(28)
    const ids = new Set(figures.map(({ id }) => id))
    expect(figures.flatMap(({ calculation }) => calculation?.inputs ?? []).every(id => ids.has(id))).toBe(true)
    expect(notes.at(-1)).toMatch(/steps in between are left out/)
  })
})

test('a slow tool tells how far it got and stops when nobody waits', async () => {
  const told: string[] = []
  const controller = new AbortController()
  const watching = { signal: controller.signal, progress: async (done: number, total: number) => void told.push(`${done}/${total}`) }
  await callTool(context, 'compare', { line: 'Individinsatser' }, watching)
  expect(told).toEqual(['1/2', '2/2'])
  controller.abort()
  const stopped = await callTool(context, 'compare', { line: 'Individinsatser' }, quietCall(controller.signal)).catch(
    (error: ToolError) => error.code,
  )
  expect(stopped).toBe('cancelled')
})

describe('a question', () => {
  test('the whole answer, its figures in the text as well', async () => {
    const { data, text } = await call('ask', { question: 'Hur stor andel av kostnaderna går till individinsatser i Norrådalen 2024?' })
    expect(data).toMatchObject({
      status: 'answered',
      language: 'sv',
      figures: [{ role: 'answer', unit: 'percent' }, { value: 1_320_000 }, { value: 2_100_000 }],
    })
    expect(text).toMatch(/1\u00a0320\u00a0000.*norradalen-2024 s\. 1 rad 9/su)
  })

  test('refused, with the reason', async () => {
    expect((await call('ask', { question: 'Vad kostar Månlandning i Norrådalen 2024?' })).data).toMatchObject({
      status: 'unanswerable',
      figures: [],
    })
  })
})
