import type { Library } from '@finsam/domain'
import type { AskedColumn } from './asked-columns.ts'
import type { Frame } from './frame.ts'
import type { Point } from './points.ts'
import type { Unplaced } from './unplaced.ts'

/** Words that name columns of other associations alone say nothing that is known here. */
const withoutPlace = (frame: Frame, columns: readonly AskedColumn[]): readonly Unplaced[] =>
  columns
    .flatMap(({ tokens }) => tokens.flatMap(at => frame.words[at]?.token ?? []))
    .map(({ text, stem }) => ({ text, stem, before: '', narrows: false, heads: false, asked: false, why: 'word' }))

/** The points in the columns that are asked for: each measure of each, and the scenario that a header calls by its own word. */
const pointsIn = (frame: Frame, columns: readonly AskedColumn[]): readonly Point[] => {
  const points: readonly Point[] = frame.points.length > 0 ? frame.points : [{ at: columns[0]?.tokens[0] ?? 0, tokens: [] }]
  const scenarios = new Set(columns.flatMap(({ meaning }) => ('scenario' in meaning ? [meaning.scenario] : [])))
  const { from, to } = frame.clause
  const saysScenario = ({ scenario, tokens }: Point): boolean => scenario !== undefined && tokens.some(at => at >= from && at < to)
  const inScenario = points.flatMap((point): readonly Point[] =>
    saysScenario(point) || scenarios.size === 0 ? [point] : [...scenarios].map(scenario => ({ ...point, scenario })),
  )
  const measures = columns.flatMap(({ meaning }) => ('measure' in meaning ? [meaning.measure] : []))
  return measures.length === 0 ? inScenario : inScenario.flatMap(point => measures.map(measure => ({ ...point, measure })))
}

/** Columns of money that a clause names, where the association's tables have them, say at which points it asks; counts have a way of their own. */
export const inColumns = (library: Library, association: string | undefined, frame: Frame): Frame => {
  if (frame.columns.length === 0) return frame
  const quantities = association === undefined ? [] : library.linesOf(association).flatMap(line => line.quantities)
  const ofMoney = new Set(quantities.flatMap(({ measure, unit }) => (measure !== undefined && unit === 'kr' ? [measure] : [])))
  const isOwn = ({ meaning, associations }: AskedColumn): boolean =>
    'measure' in meaning ? ofMoney.has(meaning.measure) : association !== undefined && associations.has(association)
  const columns = frame.columns.filter(isOwn)
  const strange = frame.columns.filter(
    column => !isOwn(column) && !columns.some(({ tokens }) => tokens.some(at => column.tokens.includes(at))),
  )
  return {
    ...frame,
    columns,
    unplaced: [...frame.unplaced, ...withoutPlace(frame, strange)],
    points: columns.length === 0 ? frame.points : pointsIn(frame, columns),
  }
}
