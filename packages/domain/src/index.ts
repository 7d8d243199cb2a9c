export type { Calculation, EvaluationFailure, Note, Trust, Value } from './calculate/calculation.ts'
export { distributeWhole } from './calculate/distribute.ts'
export { evaluate } from './calculate/evaluate.ts'
export { recompute } from './calculate/recompute.ts'
export { wholeYear } from './calculate/select.ts'
export { placeOf, type Rule, type RuleId, type Scope } from './check/rule.ts'
export { rules } from './check/rules.ts'
export { type SumCheck, sumChecks } from './check/sum-checks.ts'
export type { Concept, ConceptId, MeasureId } from './concepts/concept.ts'
export { conceptOf, conceptTable, isWithin } from './concepts/concept-table.ts'
export { mapStatements } from './concepts/map-statement.ts'
export { type ConceptMatch, matchConcept } from './concepts/match-name.ts'
export { type Measure, measureOf, measureTable } from './concepts/measure-table.ts'
export { findMember, memberFromLabel, memberKind } from './concepts/member-name.ts'
export type { LineMeaning } from './concepts/sheet.ts'
export { findingSentence } from './explain/finding-sentence.ts'
export { wordings as findingWordings } from './explain/finding-wordings.ts'
export { type AmountStyle, formatAmount } from './explain/format-amount.ts'
export { type ExplainStyle, formulaOf } from './explain/formula.ts'
export { noteCodes, noteText } from './explain/notes.ts'
export { type ExplanationRow, rowsOf } from './explain/rows.ts'
export { sentenceOf } from './explain/sentence.ts'
export { calculationSchema, parseCalculation, serialiseCalculation } from './explain/serialise.ts'
export { type Language, periodWords, scenarioWords, type Words } from './explain/words.ts'
export { createLibrary } from './library/create-library.ts'
export type { Library, LibraryLine, Printing, Quantity } from './library/library.ts'
export { type PlainBudget, plainBudgetSchema, readPlainBudget } from './load/plain-budget.ts'
export * from './model/association.ts'
export * from './model/finding.ts'
export * from './model/period.ts'
export * from './model/reading.ts'
export * from './model/result.ts'
export * from './model/source.ts'
export * from './model/unit.ts'
export { mergeAmounts, mergeable } from './project/merge.ts'
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
export { fold, foldWithoutYears, slug } from './text/fold.ts'
export { editDistance, nearest, toleratedEdits } from './text/nearest.ts'
