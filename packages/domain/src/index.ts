export type { Calculation, EvaluationFailure, Note, Trust, Value } from './calculate/calculation.ts'
export type { Concept, ConceptId, MeasureId } from './concepts/concept.ts'
export type { Library, LibraryLine, Printing, Quantity } from './library/library.ts'
export * from './model/association.ts'
export * from './model/finding.ts'
export * from './model/period.ts'
export * from './model/reading.ts'
export * from './model/result.ts'
export * from './model/source.ts'
export * from './model/unit.ts'
export {
  type Assumption,
  assumptionSchema,
  type Query,
  querySchema,
  type Selector,
  selectorSchema,
  type Target,
  targetSchema,
} from './query/query.ts'
