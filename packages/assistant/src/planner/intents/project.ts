import { type Assumption, evaluate, type Query, type Target } from '@finsam/domain'
import { amountWords, associationWords, pointWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import type { Slot } from '../choose-links.ts'
import { answered, type Draft, refused } from '../draft.ts'
import { isSpecific, top } from '../follow-up.ts'
import { cueLinks, hasCue, topicsOf } from '../frame.ts'
import { triesFor } from '../pick-point.ts'
import { conceptId, firstLeaf, lookup, narrowed, run, type Scope } from '../scope.ts'

const downWords =
  /(minsk|sank|sanks|lagre|under|fall|drop|cut|decreas|lower|below|reduc|shrink|tapp|nere|sparr|dras ner|drar ner|farre|less|neddrag)/
const upWords = /(okar|oka|okning|hoj|stig|mer|over|higher|increas|above|rise|rais|more|grow|vax|dyr|up )/

const targetOf = (scope: Scope, slot: Slot, association: string): Target | undefined => {
  for (const { meaning } of narrowed(scope, association, slot).links) {
    if (meaning.kind === 'lines') {
      const keys = meaning.names
        .filter(({ coverage }) => coverage >= 0.6)
        .flatMap(({ name }) => name.keys.filter(key => key.startsWith(`${association}/`)))
      const key = keys.find(candidate => scope.library.line(candidate)?.unit === 'kr')
      if (key) return { line: key }
    }
    if (meaning.kind === 'concept')
      return { concept: meaning.id === 'equity' || meaning.id === 'brought-forward' ? 'closing-equity' : meaning.id }
    if (meaning.kind === 'measure') return { measure: meaning.id }
    if (meaning.kind === 'member')
      return scope.library.member(meaning.id)?.kind === 'state' ? { concept: 'contribution-state' } : { member: meaning.id }
  }
  return undefined
}

/** The tokens of the clause that states the assumption: from `om` to the next comma, or to the end. */
const assumedPart = (scope: Scope): readonly [number, number] | undefined => {
  const { frame, text } = scope
  const cue = cueLinks(frame, 'project').find(
    ({ tokens }) => !/^(om)$/.test(frame.words[tokens[0] ?? 0]?.token.folded ?? '') || conditional(scope, tokens[0] ?? 0),
  )
  if (!cue) return undefined
  const from = cue.tokens[0] ?? 0
  for (let at = from + 1; at < frame.clause.to; at += 1) {
    const [before, token] = [frame.words[at - 1]?.token, frame.words[at]?.token]
    if (before && token && /,|\?/.test(text.slice(before.end, token.start)) && from <= frame.clause.from + 2) return [from, at]
  }
  return [from, frame.clause.to]
}
/** `om` is a condition at a clause's start or before a subject, not in `veta om`, `en nivå om 10 %`. */
const conditional = (scope: Scope, at: number): boolean => {
  const before = scope.frame.words[at - 1]?.token.folded ?? ''
  const next = scope.frame.words[at + 1]?.token
  return (
    !/^(veta|undrar|fraga|niva|minskning|belopp|summa|tjanst|medel|okning|runt|folk)$/.test(before) &&
    next?.kind !== 'number' &&
    next?.folded !== 'aret'
  )
}

/** An assumption in a sentence of its own before the question: `Suppose … . What would …?` */
const assumedBefore = (scope: Scope): readonly [number, number] | undefined => {
  const { prior, frame } = scope
  if (!prior || prior.words !== frame.words || prior.clause.from >= frame.clause.from || cueLinks(prior, 'project').length === 0)
    return undefined
  return [prior.clause.from, prior.clause.to]
}

const inside = (slot: Slot, [from, to]: readonly [number, number]): boolean => slot.tokens.every(token => token >= from && token < to)

const signIn = (scope: Scope, [from, to]: readonly [number, number]): number => {
  const said = fold(
    scope.frame.words
      .slice(from, to)
      .map(({ token }) => token.text)
      .join(' '),
  )
  const down = said.search(downWords)
  const up = said.search(upWords)
  if (down < 0) return 1
  return up < 0 || down < up ? -1 : 1
}

const percentIn = (scope: Scope): number | undefined => {
  const named = scope.frame.amounts.find(({ amount }) => amount.unit === 'percent')
  if (named) return named.amount.value
  if (!topicsOf(scope.frame).includes('limit')) return undefined
  const joined = scope.frame.amounts.find(
    ({ amount, at }) => amount.unit === 'none' && /procent|percent/.test(scope.frame.words[at + 1]?.token.folded ?? ''),
  )
  return joined?.amount.value ?? (/(tio|ten)[ -]?(procent|per ?cent)/.test(fold(scope.text)) ? 10 : undefined)
}

const mostYears = 40

/** `När är vi nere på 3,2 mnkr om det sänks 10 % om året?`: the first year at or below (above) the amount. */
const untilAmount = (scope: Scope, association: string): Draft | undefined => {
  const { frame, language } = scope
  const percent = percentIn(scope)
  const goal = frame.amounts.find(({ amount }) => amount.unit === 'kr')?.amount.value
  const [slot] = frame.targets
  if (percent === undefined || goal === undefined || !slot || !hasCue(frame, 'when')) return undefined
  const target = targetOf(scope, slot, association)
  const attempts = triesFor(scope.library, association, frame.points[0]).flat()
  const start =
    target &&
    attempts
      .map(({ scenario, period }) => ({ query: lookup(association, target, scenario, period), period }))
      .find(({ query }) => run(scope, query))
  const base = start && run(scope, start.query)
  if (!start?.period || !base) return undefined
  const goalOre = goal * 100
  const falling = goalOre < base.result.value
  const factor = 1 + (falling ? -percent : percent) / 100
  const first = Number(('at' in start.period ? start.period.at : start.period.to).slice(0, 4))
  const steps = []
  for (let year = 1; year <= mostYears; year += 1) {
    const calculation = run(scope, { op: 'scale', of: start.query, factor: factor ** year })
    if (!calculation) return undefined
    steps.push({ year: first + year, calculation })
    if (falling ? calculation.result.value <= goalOre : calculation.result.value >= goalOre) break
  }
  const last = steps.at(-1)
  if (!last || (falling ? last.calculation.result.value > goalOre : last.calculation.result.value < goalOre)) return undefined
  const answer = run(scope, { op: 'constant', value: last.year, unit: 'year', label: language === 'sv' ? 'År' : 'Year' })
  if (!answer) return undefined
  const path = steps.map(({ year, calculation }) => `${year}: ${amountWords(calculation, language)}`).join('; ')
  const name = base.label[language]
  const sentence =
    language === 'sv'
      ? `År ${last.year}. Från ${amountWords(base, language)} (${name}, ${associationWords(scope.library, association)}) med ${percent} % ${falling ? 'mindre' : 'mer'} varje år: ${path}.`
      : `In ${last.year}. From ${amountWords(base, language)} (${name}, ${associationWords(scope.library, association)}) with ${percent}% ${falling ? 'less' : 'more'} each year: ${path}.`
  return answered('project', sentence, [{ calculation: { ...answer, inputs: [base] } }], {
    inputs: steps.map(({ year, calculation }) => ({ calculation, label: String(year) })),
    confidence: 0.85,
  })
}

const assumptionFor = (scope: Scope, association: string, part: readonly [number, number], year: number): readonly Assumption[] => {
  const { frame } = scope
  const within = [...new Set([...frame.targets, ...(scope.prior?.words === frame.words ? scope.prior.targets : [])])].filter(slot =>
    inside(slot, part),
  )
  const contributions = within.some(slot => conceptId(slot)?.startsWith('contribution-') || top(slot)?.kind === 'member')
  const slots = contributions ? within.filter(slot => conceptId(slot) !== 'contributions') : within
  const amount = frame.amounts.find(({ at }) => at >= part[0] && at < part[1])?.amount
  const yearly = hasCue(frame, 'each-year')
  const years = frame.slots
    .filter(slot => inside(slot, part))
    .flatMap(slot => {
      const meaning = top(slot)
      return meaning?.kind === 'time' ? [meaning.time.year] : []
    })
  return slots.flatMap((slot): readonly Assumption[] => {
    const target = targetOf(scope, slot, association)
    if (!target) return []
    if (dropsOut.test(fold(scope.text))) return [{ target, change: { set: 0 }, from: year }]
    if (hasCue(frame, 'repeat')) return [{ target, change: { repeat: years[0] ?? year - 1 }, from: year }]
    if (!amount) return []
    const sign = signIn(scope, part)
    if (amount.unit === 'percent')
      return [{ target, change: { percent: sign * amount.value, ...(yearly ? { yearly: true } : {}) }, from: year }]
    if (amount.unit !== 'kr') return []
    return /\b(till|to|blir|ar|is|at|pa)\s+(ca |about )?[\d]/.test(fold(scope.text)) &&
      !/\b(med|by)\s+(ca |about )?[\d]/.test(fold(scope.text))
      ? [{ target, change: { set: amount.value }, from: year }]
      : [{ target, change: { amount: sign * amount.value }, from: year }]
  })
}

const yearsSaid = (scope: Scope): readonly number[] => {
  const points = scope.prior?.words === scope.frame.words ? [...scope.prior.points, ...scope.frame.points] : scope.frame.points
  return points.flatMap(point => (point.time ? [point.time.year] : []))
}

/** What is struck out or does not come at all. */
const dropsOut =
  /\b(stryks|stroks|strok|stryka|tas bort|togs bort|slopas|slopades|utgar|uteblir|inte alls|inget alls|ingenting|noll|laggs ner|removed|struck|dropped|cut entirely|nothing|zero|disappears|cancelled|scrapped)\b/i

const repeatedYear = (scope: Scope): number | undefined => {
  const times = yearsSaid(scope)
  return hasCue(scope.frame, 'repeat') && times.length > 1 ? Math.min(...times) : undefined
}

/** A member pays its part of the allotment: where that falls by a percent, so does the member's contribution. */
const followsAllotment = (asked: Target, { target, change }: Assumption): boolean =>
  'member' in asked &&
  'percent' in change &&
  'concept' in target &&
  (target.concept === 'contributions' || target.concept === 'contribution-state')

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
  const outside = frame.targets.filter(slot => !part || !inside(slot, part))
  const asked =
    outside.map(slot => targetOf(scope, slot, association)).find(target => target !== undefined) ??
    (repeated !== undefined && !named ? { concept: 'closing-equity' } : assumptions[0]?.target)
  if (!asked) return undefined
  const kept = assumptions.map(assumption => (followsAllotment(asked, assumption) ? { ...assumption, target: asked } : assumption))
  const ownScenario = library.mainDocument(association)?.kind === 'interim-report' ? ('forecast' as const) : ('budget' as const)
  const scenario = frame.points.find(point => point.scenario)?.scenario ?? ownScenario
  const query: Query = {
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
  return answered('project', sentence, [{ calculation }], { confidence: 0.85 })
}

const repeatAll = (repeated: number, through: number): readonly Assumption[] =>
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
