import type { Library } from '@finsam/domain'
import type { Frame } from './frame.ts'
import type { Point } from './points.ts'

/** The columns that a clause names, where the association's tables have them, say at which points it asks. */
export const inColumns = (library: Library, association: string | undefined, frame: Frame): Frame => {
  if (association === undefined || frame.measures.length === 0) return frame
  const own = new Set(library.linesOf(association).flatMap(line => line.quantities.flatMap(({ measure }) => measure ?? [])))
  const asked = frame.measures.filter(({ measure }) => own.has(measure))
  const points: readonly Point[] = frame.points.length > 0 ? frame.points : [{ at: asked[0]?.tokens[0] ?? 0, tokens: [] }]
  const strange = frame.measures
    .filter(({ measure }) => !own.has(measure))
    .flatMap(({ tokens }) => tokens.map(at => frame.words[at]?.token).filter(token => token !== undefined))
    .map(({ text, stem }) => ({ text, stem, before: '', narrows: false, heads: false, asked: false, why: 'label' as const }))
  return asked.length === 0
    ? { ...frame, measures: [], unplaced: [...frame.unplaced, ...strange] }
    : { ...frame, measures: asked, points: points.flatMap(point => asked.map(({ measure }) => ({ ...point, measure }))) }
}
