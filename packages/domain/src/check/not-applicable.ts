import type { EvaluationFailure } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { nameOf } from '../calculate/failures.ts'
import type { Words } from '../model/language.ts'
import { type Result, refusal } from '../model/result.ts'
import type { Scope } from './rule.ts'

/** Refuses a rule where an association's documents leave nothing to check; `words` are given the association as people call it. */
export const notApplicable = (
  { library }: Pick<Context, 'library'>,
  { association }: Scope,
  words: (name: string) => Words,
): Result<never, EvaluationFailure> => refusal('rule-not-applicable', words(nameOf(library, association)))
