import { bothLanguages, periodWords, scenarioWords } from '../explain/words.ts'
import type { Quantity } from '../library/library.ts'
import { given } from '../model/given.ts'
import type { Words } from '../model/language.ts'
import { type Result, refusal, success } from '../model/result.ts'
import type { Calculation, EvaluationFailure, Note } from './calculation.ts'
import { describe } from './candidates.ts'
import type { Selected } from './select.ts'

/** One value taken for each ambiguous quantity (by id) while all results that readings allow are computed. */
export type Readings = ReadonlyMap<string, number>

function labelOf({ line, quantity }: Selected): Words {
  const period = quantity.period && periodWords(quantity.period)
  const words = (language: 'sv' | 'en'): string =>
    `${line.label}, ${scenarioWords(quantity.scenario)[language]}${period ? ` ${period[language]}` : ''}`
  return { sv: words('sv'), en: words('en') }
}

function statusNotes({ line, quantity }: Selected): readonly Note[] {
  const about = { line: line.label, key: line.key }
  const first = quantity.printings[0]
  const notes: Note[] = []
  if (quantity.status === 'repaired' || quantity.status === 'derived')
    notes.push({ code: `value-${quantity.status}`, parameters: { ...about, printed: first?.printed ?? '', proof: first?.proof ?? '' } })
  if (quantity.status === 'ambiguous')
    notes.push({ code: 'value-ambiguous', parameters: { ...about, readings: quantity.alternatives?.length ?? 0 } })
  if (quantity.conflict) notes.push({ code: 'printings-differ', parameters: { ...about, printings: quantity.printings.length } })
  if (line.concept?.note) notes.push({ code: line.concept.note, parameters: { ...about, association: line.association } })
  return notes
}

/** The slack of one reading: what is left of the interval when the spread of the readings is taken out. */
function slackOf(quantity: Quantity): number {
  const known = [...(quantity.value === null ? [] : [quantity.value]), ...(quantity.alternatives ?? [])]
  return Math.max(0, (quantity.high - quantity.low - (Math.max(...known) - Math.min(...known))) / 2)
}

/**
 * A printed quantity as a calculation without steps.
 * Fails with `value-unknown` where nothing legible is printed; the readings that remain are the nearest.
 */
export function leafOf(selected: Selected, readings: Readings): Result<Calculation, EvaluationFailure> {
  const { line, quantity } = selected
  const taken = readings.get(quantity.id)
  const value = taken ?? quantity.value
  if (value === null) {
    const known = (quantity.alternatives ?? []).map(reading => String(quantity.unit === 'kr' ? reading / 100 : reading))
    return refusal(
      'value-unknown',
      {
        sv: `${describe(selected)} är tryckt men går inte att läsa säkert.`,
        en: `${describe(selected)} is printed but cannot be read with certainty.`,
      },
      known,
    )
  }
  const slack = slackOf(quantity)
  const bounds = taken === undefined ? { low: quantity.low, high: quantity.high } : { low: taken - slack, high: taken + slack }
  return success({
    operation: 'lookup',
    label: labelOf(selected),
    result: { value, ...bounds, unit: quantity.unit },
    inputs: [],
    quantity,
    association: line.association,
    ...given({ period: quantity.period ?? undefined }),
    scenario: quantity.scenario,
    ...(line.concept ? { concept: line.concept.id } : {}),
    trust: { status: quantity.status, mapping: line.concept?.mapping ?? 'exact' },
    notes: [...selected.notes, ...statusNotes(selected)],
  })
}

/** A number of the asker's own. */
export const constantLeaf = (value: number, unit: Calculation['result']['unit'], label: string): Calculation => ({
  operation: 'constant',
  label: bothLanguages(label),
  result: { value, low: value, high: value, unit },
  inputs: [],
  trust: { status: 'confirmed', mapping: 'confirmed' },
  notes: [],
})
