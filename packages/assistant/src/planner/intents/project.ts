import { type Assumption, type Calculation, evaluate, type Query } from '@finsam/domain'
import { amountWords, associationWords, pointWords } from '../../answer/wording.ts'
import { answered, type Draft, refused } from '../draft.ts'
import { isSpecific } from '../follow-up.ts'
import { hasCue } from '../frame.ts'
import { firstLeaf, run, type Scope } from '../scope.ts'
import { targetOf } from './assumed-target.ts'
import { type AssumedTarget, assumedBefore, assumedPart, assumedSlots, assumptionFor, followsAllotment, inside } from './assumptions.ts'
import { untilAmount } from './until-amount.ts'

const yearsSaid = (scope: Scope): readonly number[] => {
  const points = scope.prior?.words === scope.frame.words ? [...scope.prior.points, ...scope.frame.points] : scope.frame.points
  return points.flatMap(point => (point.time ? [point.time.year] : []))
}

const repeatedYear = (scope: Scope): number | undefined => {
  const times = yearsSaid(scope)
  return hasCue(scope.frame, 'repeat') && times.length > 1 ? Math.min(...times) : undefined
}

/** What a target becomes if something changes: costs over budget, a line frozen, a year repeated, the state paying less. */
export const project = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  if (!hasCue(frame, 'project', 'repeat') || scope.associations.length !== 1) return undefined
  const [association] = scope.associations
  if (!association) return undefined
  const until = untilAmount(scope, association)
  if (until) return until
  const part = assumedPart(scope) ?? assumedBefore(scope)
  const repeated = repeatedYear(scope)
  if (!part && repeated === undefined) return undefined
  const times = yearsSaid(scope)
  const base = library.mainDocument(association)?.fiscalYear
  const through = times.length > 0 ? Math.max(...times) : base
  if (base === undefined || through === undefined || through < base) return undefined
  const named = part ? frame.targets.some(slot => inside(slot, part) && isSpecific(slot)) : false
  const assumptions =
    repeated !== undefined && !named
      ? repeatAll(repeated, through)
      : part
        ? assumptionFor(scope, association, part, Math.min(through, Math.max(base, Math.min(...times, through))))
        : []
  if (assumptions.length === 0) return undefined
  const assumed = part ? assumedSlots(scope, part) : []
  const outside = frame.targets.filter(slot => !assumed.includes(slot) && !(part && inside(slot, part)))
  const asked =
    outside.map(slot => targetOf(scope, slot, association)).find(target => target !== undefined) ??
    (repeated !== undefined && !named ? { concept: 'closing-equity' } : assumptions[0]?.target)
  if (!asked) return undefined
  const kept = assumptions.map(assumption => (followsAllotment(asked, assumption) ? { ...assumption, target: asked } : assumption))
  const ownScenario = library.mainDocument(association)?.kind === 'interim-report' ? ('forecast' as const) : ('budget' as const)
  const scenario = frame.points.find(point => point.scenario)?.scenario ?? ownScenario
  const query: Extract<Query, { op: 'project' }> = {
    op: 'project',
    association,
    base: { from: `${base}-01-01`, to: `${base}-12-31` },
    scenario: scenario === 'plan' ? 'budget' : scenario,
    assumptions: kept,
    through,
    of: asked,
  }
  const outcome = evaluate(library, query)
  if (!outcome.ok) return undefined
  const calculation = outcome.value
  const leaf = firstLeaf(calculation)
  const sentence =
    language === 'sv'
      ? `${calculation.label.sv} (${associationWords(library, association)}): ${amountWords(calculation, language)}. Räknat från ${leaf.label.sv}, ${pointWords(leaf, language)}.`
      : `${calculation.label.en} (${associationWords(library, association)}): ${amountWords(calculation, language)}. Computed from ${leaf.label.en}, ${pointWords(leaf, language)}.`
  const alone = othersAsPlanned(scope, query, calculation)
  if (!alone) return answered('project', sentence, [{ calculation }], { confidence: 0.85 })
  const told =
    language === 'sv'
      ? ` Det gäller om regionen och kommunerna följer staten; betalar de som planerat blir det ${amountWords(alone, language)}.`
      : ` That holds if the region and the municipalities follow the state; if they pay as planned it is ${amountWords(alone, language)}.`
  const label = language === 'sv' ? `${calculation.label.sv}, övriga som planerat` : `${calculation.label.en}, the others as planned`
  return answered('project', `${sentence}${told}`, [{ calculation }, { calculation: alone, label }], { confidence: 0.8 })
}

/** The same projection where the others pay as planned: what the state's amount decides for them is itself an assumption. */
const othersAsPlanned = (scope: Scope, query: Extract<Query, { op: 'project' }>, followed: Calculation): Calculation | undefined => {
  const [first] = query.assumptions
  if (!first || !followed.notes.some(({ code }) => code === 'split-kept')) return undefined
  const held: Assumption = { target: { concept: 'contribution-region' }, change: { percent: 0 }, from: first.from }
  const calculation = run(scope, { ...query, assumptions: [...query.assumptions, held] })
  return calculation && { ...calculation, notes: followed.notes.filter(({ code }) => code !== 'split-kept') }
}

const repeatAll = (repeated: number, through: number): readonly AssumedTarget[] =>
  (['total-income', 'total-costs'] as const).map(concept => ({ target: { concept }, change: { repeat: repeated }, from: through }))

/** A condition that no assumption could be made of must not be passed over. */
export const unusedCondition = (scope: Scope): Draft | undefined => {
  const part = assumedPart(scope)
  if (!part || hasCue(scope.frame, 'holds-forecast', 'exclude') || !hasCue(scope.frame, 'project')) return undefined
  const amounts = scope.frame.amounts.filter(({ at }) => at >= part[0] && at < part[1])
  if (amounts.length === 0) return undefined
  const sentence =
    scope.language === 'sv'
      ? 'Jag kan inte räkna på det antagandet med det som finns i dokumenten.'
      : 'I cannot work out that assumption from what the documents hold.'
  return refused('project', 'assumption-not-understood', sentence)
}
