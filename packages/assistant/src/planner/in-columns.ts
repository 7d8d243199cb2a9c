import type { Library } from '@finsam/domain'
import type { Frame } from './frame.ts'
import type { Point } from './points.ts'

/** Columns of money that a clause names, where the association's tables have them, say at which points it asks; counts have a way of their own. */
export const inColumns = (library: Library, association: string | undefined, frame: Frame): Frame => {
  if (frame.measures.length === 0) return frame
  const quantities = association === undefined ? [] : library.linesOf(association).flatMap(line => line.quantities)
  const own = new Set(quantities.flatMap(({ measure, unit }) => (measure !== undefined && unit === 'kr' ? [measure] : [])))
  const asked = frame.measures.filter(({ measure }) => own.has(measure))
  const strange = frame.measures
    .filter(({ measure }) => !own.has(measure))
    .flatMap(({ tokens }) => tokens.map(at => frame.words[at]?.token).filter(token => token !== undefined))
    .map(({ text, stem }) => ({ text, stem, before: '', narrows: false, heads: false, asked: false, why: 'word' as const }))
  const unplaced = [...frame.unplaced, ...strange]
  const points: readonly Point[] = frame.points.length > 0 ? frame.points : [{ at: asked[0]?.tokens[0] ?? 0, tokens: [] }]
  return asked.length === 0
    ? { ...frame, measures: [], unplaced }
    : { ...frame, measures: asked, unplaced, points: points.flatMap(point => asked.map(({ measure }) => ({ ...point, measure }))) }
}
