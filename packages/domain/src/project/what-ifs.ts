import { allOf } from '../calculate/all.ts'
import type { Calculation, Note } from '../calculate/calculation.ts'
import type { Context, Outcome } from '../calculate/context.ts'
import { joinNotes, weakestTrust } from '../calculate/trust.ts'
import { refusal, success } from '../model/result.ts'
import type { Query } from '../query/query.ts'
import { evaluateProject } from './project.ts'

type WhatIfs = Extract<Query, { op: 'what-ifs' }>

/** What every what-if tells belongs to all of them; what one assumes belongs to that one alone. */
const isOwn = ({ code }: Note): boolean =>
  code.startsWith('assumption') || ['floor-reached', 'equity-runs-out', 'split-kept'].includes(code)

/** Whether a what-if ends above or below what is planned. */
function beside(plan: Calculation, whatIf: Calculation): Calculation {
  const difference = whatIf.result.value - plan.result.value
  return { ...whatIf, direction: difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'equal' }
}

/**
 * Named what-ifs laid side by side: `ordered` holds what is planned, unchanged, and then each what-if by its name, all with their years as
 * `ordered`. The result is what is planned; a what-if's `direction` says whether it ends above or below that.
 *
 * Fails as a projection does; two what-ifs of one name are refused, since nobody could tell them apart.
 */
export function evaluateWhatIfs(context: Context, query: WhatIfs): Outcome {
  const { whatIfs, op: _, ...ground } = query
  const names = whatIfs.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    return refusal('rule-not-applicable', {
      sv: `Två antaganden heter ”${twice}”; ge varje ett eget namn.`,
      en: `Two what-ifs are called "${twice}"; give each a name of its own.`,
    })
  const plan = evaluateProject(context, { op: 'project', ...ground, assumptions: [] })
  if (!plan.ok) return plan
  const named = allOf(whatIfs, whatIf => evaluateProject(context, { op: 'project', ...ground, ...whatIf }))
  if (!named.ok) return named
  const ordered = [plan.value, ...named.value.map(whatIf => beside(plan.value, whatIf))]
  return success({
    ...plan.value,
    operation: 'what-ifs',
    inputs: ordered,
    ordered,
    trust: weakestTrust(ordered),
    notes: joinNotes(ordered).filter(note => !isOwn(note)),
  })
}
