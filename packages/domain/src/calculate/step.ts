import { conceptOf } from '../concepts/concept-table.ts'
import { given } from '../model/given.ts'
import type { Words } from '../model/language.ts'
import { isInstant, periodKey } from '../model/period.ts'
import type { Nature } from '../model/reading.ts'
import { refusal } from '../model/result.ts'
import type { Unit } from '../model/unit.ts'
import type { Calculation, Note, Value } from './calculation.ts'
import type { Outcome } from './context.ts'
import { joinNotes, weakestTrust } from './trust.ts'

const heads: ReadonlySet<Unit> = new Set<Unit>(['persons', 'participants', 'count'])
/** Units that add and compare: the same, or two names for heads. */
export const unitsAgree = (one: Unit, other: Unit): boolean => one === other || (heads.has(one) && heads.has(other))

const unitsOf = (inputs: readonly Calculation[], glue: string): string => [...new Set(inputs.map(({ result }) => result.unit))].join(glue)

/** Refuses amounts that have no sum and no order. */
export const unitsDiffer = (inputs: readonly Calculation[]): Outcome =>
  refusal('units-differ', {
    sv: `Belopp i ${unitsOf(inputs, ' och ')} går inte att lägga ihop eller jämföra; fråga efter belopp av ett slag.`,
    en: `Amounts in ${unitsOf(inputs, ' and ')} do not add or compare; ask for amounts of one unit.`,
  })

const shared = <Part>(
  inputs: readonly Calculation[],
  of: (input: Calculation) => Part | undefined,
  key: (part: Part) => string,
): Part | undefined => {
  const [first] = inputs
  const part = first && of(first)
  return part !== undefined &&
    inputs.every(input => {
      const other = of(input)
      return other !== undefined && key(other) === key(part)
    })
    ? part
    : undefined
}

/** What all inputs have in common, so that the result can say it too. */
function commonPlace(inputs: readonly Calculation[]): Pick<Calculation, 'association' | 'period' | 'scenario'> {
  const association = shared(inputs, input => input.association, String)
  const period = shared(inputs, input => input.period, periodKey)
  const scenario = shared(inputs, input => input.scenario, String)
  return given({ association, period, scenario })
}

/** What is added, in words. */
export const labelsOf = (inputs: readonly Calculation[], language: 'sv' | 'en'): string =>
  inputs.map(({ label }) => label[language]).join(' + ')

/** A step over inputs: trust of the weakest, every note, and the place they share. */
export function step(
  operation: Calculation['operation'],
  label: Words,
  result: Value,
  inputs: readonly Calculation[],
  more: Partial<Calculation> = {},
  notes: readonly Note[] = [],
): Calculation {
  return {
    operation,
    label,
    result,
    inputs,
    ...commonPlace(inputs),
    ...more,
    trust: weakestTrust(inputs),
    notes: joinNotes(inputs, [...notes, ...(more.notes ?? [])]),
  }
}

/** Things that are added or compared though they are not of one kind; the asker chose them, the reader is told. */
export function mixtureNotes(inputs: readonly Calculation[]): readonly Note[] {
  const scenarios = new Set(inputs.flatMap(({ scenario }) => (scenario ? [scenario === 'plan' ? 'budget' : scenario] : [])))
  const lengths = new Set(inputs.flatMap(lengthOf))
  return [
    ...(scenarios.size > 1 ? [{ code: 'mixed-scenarios', parameters: { scenarios: [...scenarios].join(', ') } }] : []),
    ...(lengths.size > 1 ? [{ code: 'mixed-periods', parameters: {} }] : []),
  ]
}

const stocks: ReadonlySet<Nature | undefined> = new Set<Nature>(['equity', 'asset', 'liability', 'cash'])
/** The months that an amount is of; none for a balance, which is of a day, whatever span its table is about. */
const lengthOf = ({ period, concept }: Calculation): readonly number[] =>
  !period || isInstant(period) || stocks.has(conceptOf(concept ?? '')?.nature)
    ? []
    : [Math.round((Date.parse(period.to) - Date.parse(period.from)) / 2_629_800_000)]

/** Other scenarios and years are what comparisons are made of; other lengths are not. */
export const comparisonNotes = (inputs: readonly Calculation[]): readonly Note[] =>
  mixtureNotes(inputs).filter(({ code }) => code === 'mixed-periods')
