import type { Cell, DocumentReading, Line, Registry, Statement } from '@finsam/domain'

/** How large a made-up country is: `small` for a quick look. */
export interface Size {
  readonly associations: number
  readonly years: number
  readonly initiatives: number
}
export const country: Size = { associations: 85, years: 20, initiatives: 82 }

/** Numbers that look random and are the same on every run. */
function lehmer(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const year = (at: number) => ({ from: `${at}-01-01`, to: `${at}-12-31` })
const towns = ['Alby', 'Boda', 'Dalby', 'Ekeby', 'Fors', 'Gamleby', 'Holm', 'Islinge']

/** A plan prints this year's budget, next year's plan, last year's forecast and the year before's outcome: four columns. */
function columnsOf(at: number): Statement['columns'] {
  return [
    { id: 'a', label: `Bokslut ${at - 2}`, scenario: 'actual', period: year(at - 2) },
    { id: 'f', label: `Prognos ${at - 1}`, scenario: 'forecast', period: year(at - 1) },
    { id: 'b', label: `Budget ${at}`, scenario: 'budget', period: year(at) },
    { id: 'p', label: `Plan ${at + 1}`, scenario: 'plan', period: year(at + 1) },
  ]
}

interface Draft {
  readonly label: string
  readonly nature: Line['nature']
  readonly role: Line['role']
  readonly amounts: readonly number[]
  readonly section?: string
  readonly sumOf?: Line['sumOf']
}

const cell = (amount: number): Cell => ({ amount, status: 'printed', printed: String(amount) })
const lineOf = (draft: Draft, index: number): Line => ({
  id: `l${index}`,
  label: draft.label,
  printedLabel: draft.label,
  sourceLine: index + 10,
  text: `${draft.label} ${draft.amounts.join(' ')}`,
  nature: draft.nature,
  role: draft.role,
  ...(draft.section ? { section: draft.section } : {}),
  ...(draft.sumOf ? { sumOf: draft.sumOf } : {}),
  values: Object.fromEntries(['a', 'f', 'b', 'p'].map((id, column) => [id, cell(draft.amounts[column] ?? 0)])),
})
const add = (rows: readonly (readonly number[])[]): readonly number[] =>
  [0, 1, 2, 3].map(column => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))

function budgetOf(association: number, at: number, size: Size): Statement {
  const random = lehmer(association * 1_000 + at)
  const state = [0, 1, 2, 3].map(() => (2_000 + random(8_000)) * 1_000)
  const region = state.map(amount => amount / 2)
  const shares = towns.map(() => region.map(amount => Math.floor(amount / towns.length)))
  const item = (label: string, nature: Line['nature'], amounts: readonly number[], section: string): Draft => ({
    label,
    nature,
    role: 'item',
    amounts,
    section,
  })
  const incomes = [
    item('Försäkringskassan', 'income', state, 'Intäkter'),
    item(`Region ${association}`, 'income', region, 'Intäkter'),
    ...towns.map((town, index) => item(`${town} kommun`, 'income', shares[index] ?? [], 'Intäkter')),
  ]
  const admins = ['Kansli', 'Styrelse', 'Revision', 'Information', 'Ekonomihantering'].map(label =>
    item(
      label,
      'cost',
      [0, 1, 2, 3].map(() => random(900) * 1_000),
      'Administration',
    ),
  )
  const initiatives = Array.from({ length: size.initiatives }, (_, index) =>
    item(
      `Insats ${String.fromCharCode(65 + (index % 26))}${index} i samverkan`,
      'cost',
      [0, 1, 2, 3].map(() => random(400) * 1_000),
      'Insatser',
    ),
  )
  const rows: Draft[] = []
  const total = (label: string, nature: Line['nature'], of: readonly Draft[]): Draft => {
    const start = rows.length
    rows.push(...of)
    const draft: Draft = {
      label,
      nature,
      role: 'total',
      amounts: add(of.map(({ amounts }) => amounts)),
      sumOf: of.map((_, index) => ({ line: `l${start + index}`, weight: 1 })),
    }
    rows.push(draft)
    return draft
  }
  const [income, administration, cost] = [
    total('Summa intäkter', 'income', incomes),
    total('Summa administration', 'cost', admins),
    total('Summa insatser', 'cost', initiatives),
  ]
  const costs = add([administration.amounts, cost.amounts])
  rows.push({ label: 'Summa kostnader', nature: 'cost', role: 'total', amounts: costs })
  rows.push({
    label: 'Årets resultat',
    nature: 'result',
    role: 'total',
    amounts: income.amounts.map((amount, column) => amount - (costs[column] ?? 0)),
  })
  return {
    id: 'budget',
    title: 'Budget',
    kind: 'income',
    unit: 'kr',
    costSign: 'positive',
    headerLines: [9],
    columns: columnsOf(at),
    lines: rows.map(lineOf),
  }
}

const idOf = (association: number): string => `forbund-${association}`

/** Readings of a whole country: one plan a year and association, of some four hundred cells each. */
export function generateReadings(size: Size): { readonly readings: readonly DocumentReading[]; readonly registry: Registry } {
  const readings: DocumentReading[] = []
  for (let association = 1; association <= size.associations; association++)
    for (let at = 2006; at < 2006 + size.years; at++)
      readings.push({
        document: {
          id: `${idOf(association)}-${at}`,
          hash: `${association}`.padStart(32, '0') + `${at}`.padStart(32, '0'),
          title: `Verksamhetsplan och budget ${at}`,
          kind: 'plan-and-budget',
          association: idOf(association),
          associationName: `Samordningsförbundet ${association}`,
          fiscalYear: at,
          status: 'decided',
          language: 'sv',
          lines: 200,
        },
        statements: [budgetOf(association, at, size)],
        facts: [],
        findings: [],
        headings: [],
        meter: { numbers: 0, accounted: 0, rest: [] },
      })
  const associations = Array.from({ length: size.associations }, (_, index) => ({
    id: idOf(index + 1),
    name: `Samordningsförbundet ${index + 1}`,
    shortName: String(index + 1),
    aliases: [],
    predecessors: [],
    members: [
      { id: 'forsakringskassan', name: 'Försäkringskassan', kind: 'state' as const, aliases: [] },
      { id: `region-${index + 1}`, name: `Region ${index + 1}`, kind: 'region' as const, aliases: [] },
      ...towns.map(town => ({
        id: `${town.toLowerCase()}-${index + 1}`,
        name: `${town} kommun`,
        kind: 'municipality' as const,
        aliases: [],
      })),
    ],
    sources: [],
  }))
  return { readings, registry: { associations } }
}
