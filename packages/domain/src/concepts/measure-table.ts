import type { Unit } from '../model/unit.ts'
import { fold } from '../text/fold.ts'
import type { MeasureId } from './concept.ts'
import rows from './measures.json' with { type: 'json' }
import { named } from './named-row.ts'

/** A figure that is computed from concepts, with its names and definition. */
export interface Measure {
  readonly id: MeasureId
  readonly unit: Unit
  readonly sv: { readonly name: string; readonly synonyms: readonly string[]; readonly definition: string }
  readonly en: { readonly name: string; readonly synonyms: readonly string[]; readonly definition: string }
}

/**
 * Every measure with its names and definition in Swedish and English; the rows are data in `measures.json`.
 * @example measureTable.map(({ id }) => id).includes('equity-ratio') // true
 */
export const measureTable: readonly Measure[] = rows.map(named) as readonly Measure[]

const byId = new Map(measureTable.map(row => [row.id as string, row]))

/**
 * The measure of an id; undefined for an id that is none.
 * @example measureOf('equity-ratio')?.sv.name // 'Soliditet'
 */
export const measureOf = (id: string): Measure | undefined => byId.get(id)

const byName = new Map(
  measureTable.flatMap(row => [row.sv, row.en].flatMap(({ name, synonyms }) => [name, ...synonyms].map(one => [fold(one), row.id]))),
)

/**
 * The measure that a label names; undefined where it names none.
 * @example measureNamed('Soliditet (%)') // 'equity-ratio'
 */
export const measureNamed = (label: string): MeasureId | undefined => byName.get(fold(label).replace(/( i)?( %| procent)$/, ''))
