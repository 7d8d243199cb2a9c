import type { EvaluationFailure, Note } from '../calculate/calculation.ts'
import { unknownConcept, unknownLine, unknownMember } from '../calculate/failures.ts'
import { conceptOf } from '../concepts/concept-table.ts'
import { measureOf } from '../concepts/measure-table.ts'
import { type Result, refusal, success } from '../model/result.ts'
import type { Assumption, Supposition } from '../query/assumption.ts'
import type { Target } from '../query/target.ts'
import { targetWords } from './amounts.ts'
import { targetOf } from './assumption.ts'
import type { Ground } from './base.ts'

const numbersOf = (change: Assumption['change']): Note['parameters'] =>
  Object.fromEntries(
    Object.entries(change).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'boolean' ? String(value) : value]],
    ),
  )

/** An assumption as its reader should be told it. */
export function assumptionNote(ground: Ground, assumption: Supposition): Note {
  const { from, to } = assumption
  const years = { from, ...(to === undefined ? {} : { to }) }
  if ('add' in assumption) {
    const { label, concept } = assumption.add
    return { code: 'assumption-added', parameters: { label, concept, amount: assumption.amount, ...years } }
  }
  const words = targetWords(ground, assumption.target)
  return { code: 'assumption', parameters: { sv: words.sv, en: words.en, ...years, ...numbersOf(assumption.change) } }
}

type Refusal = Result<never, EvaluationFailure>

function unknownTarget({ context: { library }, association }: Ground, target: Target): Refusal | undefined {
  if ('line' in target) {
    const line = library.line(target.line)
    return line?.association === association ? undefined : unknownLine(library, association, target.line)
  }
  if ('member' in target) {
    const known = library.association(association)?.members.some(({ id }) => id === target.member)
    return known ? undefined : unknownMember(library, association, target.member)
  }
  const id = 'concept' in target ? target.concept : target.measure
  return conceptOf(id) || measureOf(id) ? undefined : unknownConcept(id)
}

/** What can be assumed about an association: an assumption about a name that nobody knows would change nothing, in silence. */
export function knownAssumptions(ground: Ground, assumptions: readonly Supposition[]): Result<readonly Supposition[], EvaluationFailure> {
  for (const assumption of assumptions) {
    const unknown = unknownTarget(ground, targetOf(assumption))
    if (unknown) return unknown
    const nature = 'add' in assumption ? conceptOf(assumption.add.concept)?.nature : 'cost'
    if (nature !== 'cost' && nature !== 'income')
      return refusal('rule-not-applicable', {
        sv: 'En ny rad är en kostnad eller en intäkt; ange ett begrepp av något av dessa slag.',
        en: 'An added line is a cost or an income; give a concept of one of these.',
      })
  }
  return success(assumptions)
}
