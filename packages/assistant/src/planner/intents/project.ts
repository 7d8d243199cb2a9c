import { type Assumption, type Calculation, evaluate, failureText, type Query } from '@finsam/domain'
import { amountWords, associationWords, pointWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import type { Slot } from '../choose-links.ts'
import { answered, type Draft, refused } from '../draft.ts'
import { isModifier, isSpecific } from '../follow-up.ts'
import { hasCue } from '../frame.ts'
import type { Point } from '../points.ts'
import { conceptId, firstLeaf, run, type Scope } from '../scope.ts'
import { assumptionsIn, repeatsIn } from './assumed-changes.ts'
import { targetOf } from './assumed-target.ts'
import { type AssumedTarget, assumedBefore, assumedOf, assumedPart, assumedSlots, followsAllotment, inside } from './assumptions.ts'
import { untilAmount } from './until-amount.ts'

/** All that comes in or goes out, and what it comes to: where nothing narrower is named, the whole year is meant. */
const sides: ReadonlySet<string | undefined> = new Set([
  'contributions',
  'total-income',
  'total-costs',
  'result',
  'equity',
  'closing-equity',
  'brought-forward',
])
const isWholeSide = (slot: Slot): boolean => !isSpecific(slot) && sides.has(conceptId(slot))

const pointsSaid = ({ prior, frame }: Scope): readonly Point[] =>
  prior?.words === frame.words ? [...prior.points, ...frame.points] : frame.points
const yearsSaid = (scope: Scope): readonly number[] => pointsSaid(scope).flatMap(point => (point.time ? [point.time.year] : []))

/** `10 % om året efter 2025`: the first year that it holds for is the one behind it. */
const saysAfter = (scope: Scope): boolean => {
  const points = pointsSaid(scope)
  const first = Math.min(...yearsSaid(scope))
  return (
    points.length > 1 &&
    points.some(({ time, at }) => time?.year === first && /^(efter|after)$/.test(scope.frame.words[at - 1]?.token.folded ?? ''))
  )
}

const repeatedYear = (scope: Scope): number | undefined => {
  const times = new Set(yearsSaid(scope))
  return hasCue(scope.frame, 'repeat') && times.size > 1 && scope.frame.amounts.length === 0 ? Math.min(...times) : undefined
}

/** What a projection comes to is what every association has, though a line may bear its name. */
const byConcept = (slot: Slot): Slot => {
  const links = slot.links.filter(({ meaning }) => meaning.kind === 'measure' || (meaning.kind === 'concept' && meaning.id === 'result'))
  return links.length > 0 ? { ...slot, links } : slot
}

/** `Kostnaden för individinsatserna`: what is named of the costs, before the costs. */
const namedFirst = (slots: readonly Slot[]): readonly Slot[] =>
  slots.toSorted((one, other) => Number(isModifier(one)) - Number(isModifier(other)))

/** `Vad händer om …?`: what it comes to in the end. */
const asksOutcome = ({ text }: Scope): boolean => /\b(vad hander|hur gar det|what happens|what would happen)\b/.test(fold(text))

/** What a target becomes if something changes: costs over budget, a line frozen, a year repeated, the state paying less. */
export const project = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const part = assumedPart(scope) ?? assumedBefore(scope)
  const [association, ...others] = assumedOf(scope, part)
  if (!hasCue(frame, 'project', 'repeat') || !association || others.length > 0) return undefined
  const until = untilAmount(scope, association)
  if (until) return until
  const repeated = repeatedYear(scope)
  if (!part && repeated === undefined) return undefined
  const times = yearsSaid(scope)
  const base = library.mainDocument(association)?.fiscalYear
  const through = times.length > 0 ? Math.max(...times) : base
  if (base === undefined || through === undefined || through < base) return undefined
  const named = part ? frame.targets.some(slot => inside(slot, part) && !isWholeSide(slot)) : false
  const from = Math.min(through, Math.max(base, Math.min(...times, through)) + (saysAfter(scope) ? 1 : 0))
  const changes = part ? assumptionsIn(scope, association, part, from) : []
  const repeats = part && hasCue(frame, 'repeat') && frame.amounts.length === 0 ? repeatsIn(scope, association, part, from) : []
  const assumptions = changes.length > 0 ? changes : repeated !== undefined && !named ? repeatAll(repeated, through) : repeats
  if (assumptions.length === 0) return undefined
  const assumed = part ? assumedSlots(scope, part) : []
  const outside = namedFirst(frame.targets.filter(slot => !assumed.includes(slot) && !(part && inside(slot, part))))
  const asked =
    outside.map(slot => targetOf(scope, byConcept(slot), association)).find(target => target !== undefined) ??
    (asksOutcome(scope) ? { measure: 'year-result' } : undefined) ??
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
  if (!outcome.ok) return refused('project', outcome.failure.code, failureText(outcome.failure, language))
  const calculation = outcome.value
  if (part && asksHowMuchMoves(scope, part)) return moved(scope, association, query, calculation)
  const sentence = sentenceOf(scope, association, calculation)
  const alone = othersAsPlanned(scope, query, calculation)
  if (alone && /\b(allt annat|inget annat|ovriga?|andra|nothing else|everything else|all else|the others)\b/.test(fold(scope.text)))
    return answered('project', sentenceOf(scope, association, alone), [{ calculation: alone }], { confidence: 0.85 })
  if (!alone) return answered('project', sentence, [{ calculation }], { confidence: 0.85 })
  const told =
    language === 'sv'
      ? ` Det gäller om regionen och kommunerna följer staten; betalar de som planerat blir det ${amountWords(alone, language)}.`
      : ` That holds if the region and the municipalities follow the state; if they pay as planned it is ${amountWords(alone, language)}.`
  const label = language === 'sv' ? `${calculation.label.sv}, övriga som planerat` : `${calculation.label.en}, the others as planned`
  return answered('project', `${sentence}${told}`, [{ calculation }, { calculation: alone, label }], { confidence: 0.8 })
}

/** `Hur mycket skulle underskottet krympa om …?`: how far the amount moves, not what it becomes. */
const asksHowMuchMoves = ({ frame }: Scope, [from, to]: readonly [number, number]): boolean => {
  const asked = frame.words.filter((_, at) => at >= frame.clause.from && at < frame.clause.to && (at < from || at >= to))
  const said = asked.map(({ token }) => token.folded).join(' ')
  return /\b(hur mycket|how much|how far)\b/.test(said) && moves.test(said)
}
const moves =
  /\b(krymp\w*|minska\w*|oka|okar|okade|vaxa|vaxer|forbattra\w*|forsamra\w*|sjunka|sjunker|stiga|stiger|andras|paverka\w*|shrink|fall|drop|grow|rise|increase|decrease|improve|worsen|change)\b/

/** What the assumptions change of an amount, with what it becomes. */
const moved = (scope: Scope, association: string, query: Extract<Query, { op: 'project' }>, becomes: Calculation): Draft | undefined => {
  const { language } = scope
  const calculation = run(scope, { op: 'change', from: { ...query, assumptions: [] }, to: query, as: 'amount' })
  if (!calculation) return undefined
  const change = amountWords(calculation, language)
  const head = language === 'sv' ? `Ändringen är ${change}.` : `The change is ${change}.`
  return answered('project', `${head} ${sentenceOf(scope, association, becomes)}`, [{ calculation }], {
    inputs: [{ calculation: becomes }],
    confidence: 0.8,
  })
}

const sentenceOf = ({ language, library }: Scope, association: string, calculation: Calculation): string => {
  const leaf = firstLeaf(calculation)
  const point = pointWords(leaf, language)
  const from = leaf.label[language].includes(point) ? leaf.label[language] : `${leaf.label[language]}, ${point}`
  const told = `${calculation.label[language]} (${associationWords(library, association)}): ${amountWords(calculation, language)}.`
  return language === 'sv' ? `${told} Räknat från ${from}.` : `${told} Computed from ${from}.`
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
  if (amounts.length === 0 || scope.frame.denominator !== undefined) return undefined
  const sentence =
    scope.language === 'sv'
      ? 'Jag kan inte räkna på det antagandet med det som finns i dokumenten.'
      : 'I cannot work out that assumption from what the documents hold.'
  return refused('project', 'assumption-not-understood', sentence)
}
