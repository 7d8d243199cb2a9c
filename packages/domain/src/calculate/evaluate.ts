import { evaluateCheck } from '../check/rules.ts'
import type { Library } from '../library/library.ts'
import { toBase } from '../library/printing.ts'
import { refusal, success } from '../model/result.ts'
import { baseUnit, isMoney } from '../model/unit.ts'
import { evaluateAllocate } from '../project/allocate.ts'
import { evaluateMerge } from '../project/merge.ts'
import { evaluateProject } from '../project/project.ts'
import { evaluateSolve } from '../project/solve.ts'
import { evaluateWhatIfs } from '../project/what-ifs.ts'
import type { Query } from '../query/query.ts'
import { allOf } from './all.ts'
import type { Calculation, Note, Value } from './calculation.ts'
import type { Context, Outcome } from './context.ts'
import { distributeBy } from './distribute.ts'
import { factLeaf } from './fact.ts'
import { constantLeaf, type Readings } from './leaf.ts'
import { locate } from './locate.ts'
import { lookUp } from './lookup.ts'
import { changeOf, ratioOf, scaleBy, shareOf, sumOf } from './operations.ts'
import { aggregate, filterBy, rankOf, seriesOf } from './rank.ts'
import { readingsOf } from './readings.ts'

/** Inputs that may be missing are left out with a note; where all are, the first failure stands. */
function presentOf(queries: readonly Query[], context: Context, then: (inputs: readonly Calculation[]) => Outcome): Outcome {
  const outcomes = queries.map(context.run)
  const inputs = outcomes.flatMap(outcome => (outcome.ok ? [outcome.value] : []))
  const missing = outcomes.flatMap((outcome, index): readonly Note[] => {
    const query = queries[index]
    if (outcome.ok || !query) return []
    const association = query.op === 'lookup' ? query.of.association : ''
    return [{ code: 'left-out', parameters: { association, reason: outcome.failure.code, message: outcome.failure.message } }]
  })
  const firstFailure = outcomes.find(outcome => !outcome.ok)
  if (inputs.length === 0 && firstFailure) return firstFailure
  const result = then(inputs)
  return result.ok ? success({ ...result.value, notes: [...missing, ...result.value.notes] }) : result
}

function both(one: Query, other: Query, context: Context, then: (one: Calculation, other: Calculation) => Outcome): Outcome {
  const first = context.run(one)
  if (!first.ok) return first
  const second = context.run(other)
  return second.ok ? then(first.value, second.value) : second
}

function every(queries: readonly Query[], context: Context, then: (inputs: readonly Calculation[]) => Outcome): Outcome {
  const inputs = allOf(queries, context.run)
  return inputs.ok ? then(inputs.value) : inputs
}

/** A bound in kronor is one in öre where the amounts are money. */
function inBase(bound: number | undefined, inputs: readonly Calculation[]): number | undefined {
  return bound !== undefined && inputs[0] && isMoney(inputs[0].result.unit) ? Math.round(bound * 100) : bound
}

function step(query: Query, context: Context): Outcome {
  switch (query.op) {
    case 'lookup':
      return lookUp(context, query.of)
    case 'fact':
      return factLeaf(context.library, query.id, query.bound)
    case 'constant':
      return success(constantLeaf(toBase(query.value, query.unit), baseUnit(query.unit), query.label))
    case 'sum':
      return every(query.of, context, inputs => sumOf(inputs))
    case 'share':
      return both(query.part, query.whole, context, shareOf)
    case 'change':
      return both(query.from, query.to, context, (from, to) => changeOf(from, to, query.as))
    case 'variance':
      return both(query.budget, query.outcome, context, (budget, outcome) => changeOf(budget, outcome, 'amount', 'variance'))
    case 'ratio':
      return both(query.numerator, query.denominator, context, ratioOf)
    case 'scale':
      return every([query.of], context, ([input]) =>
        input
          ? scaleBy(input, query.factor)
          : refusal('not-printed', { sv: 'Det finns inget att räkna om.', en: 'There is nothing to scale.' }),
      )
    case 'average':
      return every(query.of, context, inputs => aggregate('average', inputs))
    case 'min':
    case 'max':
      return presentOf(query.of, context, inputs => aggregate(query.op, inputs))
    case 'rank':
      return presentOf(query.of, context, inputs => rankOf(inputs, query.order))
    case 'filter':
      return presentOf(query.of, context, inputs =>
        filterBy(inputs, { above: inBase(query.above, inputs), below: inBase(query.below, inputs) }),
      )
    case 'series':
      return presentOf(query.of, context, seriesOf)
    case 'check':
      return evaluateCheck(context, query)
    case 'project':
      return evaluateProject(context, query)
    case 'what-ifs':
      return evaluateWhatIfs(context, query)
    case 'solve':
      return evaluateSolve(context, query)
    case 'allocate':
      return evaluateAllocate(context, query)
    case 'distribute':
      return every([query.amount, ...query.by], context, ([amount, ...weights]) =>
        amount
          ? distributeBy(amount, weights)
          : refusal('not-printed', { sv: 'Det finns inget att fördela.', en: 'There is nothing to distribute.' }),
      )
    case 'merge':
      return evaluateMerge(context, query)
    case 'locate':
      return locate(context.library, query)
  }
}

function contextOf(library: Library, readings: Readings, trail: readonly string[]): Context {
  const context: Context = {
    library,
    readings,
    trail,
    run: query => step(query, context),
    within: concept => contextOf(library, readings, [...trail, concept]),
    reading: taken => contextOf(library, taken, trail),
  }
  return context
}

const runWith = (library: Library, readings: Readings, query: Query): Outcome => contextOf(library, readings, []).run(query)

/** The results that the readings of ambiguous inputs allow, the shown one first. */
function alternativesOf(library: Library, query: Query, shown: Calculation): readonly Value[] {
  const combinations = readingsOf(shown)
  if (combinations.length === 0) return []
  const results = new Map<number, Value>([[shown.result.value, shown.result]])
  for (const readings of combinations) {
    const outcome = runWith(library, readings, query)
    if (outcome.ok && !results.has(outcome.value.result.value)) results.set(outcome.value.result.value, outcome.value.result)
  }
  return [...results.values()]
}

/**
 * Answers a query from the library: the exact result with its interval, the steps that led to it, its trust and notes.
 *
 * @returns the calculation; or a failure that says what was unknown or not printed, with the nearest that is known
 * @example evaluate(library, { op: 'share', part: { op: 'lookup', of: { association: 'a', target: { concept: 'administration' } } }, whole: … })
 */
export function evaluate(library: Library, query: Query): Outcome {
  const outcome = runWith(library, new Map(), query)
  if (!outcome.ok) return outcome
  const alternatives = alternativesOf(library, query, outcome.value)
  return alternatives.length > 1 ? success({ ...outcome.value, alternatives }) : outcome
}
