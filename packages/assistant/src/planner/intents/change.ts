import { isMoney, type Query, yearOf } from '@finsam/domain'
import { amountWords, associationWords, sizeWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { besideUnused } from '../beside.ts'
import type { Slot } from '../choose-links.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft, type DraftFigure } from '../draft.ts'
import { inherit, pointsBack } from '../follow-up.ts'
import { hasCue, unitsAsked } from '../frame.ts'
import { type Pick, pickTarget } from '../pick-target.ts'
import type { Point } from '../points.ts'
import { overSameSpan } from '../same-span.ts'
import { type Cell, cellsOf, conceptId, mainTargets, run, type Scope } from '../scope.ts'
import { askWhich, gather, pickLabel, wantedOf } from './look-up.ts'
import { asksWhether, yesNo } from './whether.ts'

const startsWithFrom = /\b(fran|from|mellan|between)\b/i
const isOutcome = (pick: Pick): boolean => pick.calculation.scenario === 'actual' || pick.calculation.scenario === 'forecast'
const yearOfPick = (pick: Pick): number => (pick.calculation.period ? yearOf(pick.calculation.period) : 0)

/** Which of two figures the change starts from: the earlier year, the budget of the same year, else the one named second. */
const ordered = (scope: Scope, one: Pick, other: Pick): readonly [from: Pick, to: Pick] => {
  if (one.association !== other.association) return [other, one]
  const years = yearOfPick(one) - yearOfPick(other)
  if (years !== 0) return years < 0 ? [one, other] : [other, one]
  if (isOutcome(one) !== isOutcome(other)) return isOutcome(one) ? [other, one] : [one, other]
  return startsWithFrom.test(fold(scope.text)) ? [one, other] : [other, one]
}

const directionWords = {
  sv: { higher: 'högre', lower: 'lägre', equal: 'lika' },
  en: { higher: 'higher', lower: 'lower', equal: 'equal' },
} as const

/** `Jämför A och B`: both are asked for, and how far apart they are. */
const setsSideBySide = /^\W*(jamfor|compare)\b/

/** The difference of two figures as kronor, percent, or both, with its direction in words. */
export const compared = (scope: Scope, from: Pick, to: Pick): Draft | undefined => {
  const { language } = scope
  const amount = run(scope, { op: 'change', from: from.query, to: to.query, as: 'amount' })
  if (!amount) return undefined
  const units = unitsAsked(scope.frame)
  const percentAsked =
    units.includes('percent') ||
    (hasCue(scope.frame, 'share') && isMoney(amount.result.unit) && /percentage|procent/.test(fold(scope.text))) ||
    /procentuell|percentage (increase|change|decrease|growth|rise)|procentökning/i.test(fold(scope.text))
  const moneyAsked = !percentAsked || units.some(unit => unit === 'kr' || unit === 'tkr' || unit === 'mnkr')
  const percent = percentAsked ? run(scope, { op: 'change', from: from.query, to: to.query, as: 'percent' }) : undefined
  const figures: DraftFigure[] = [
    ...(moneyAsked || !percent ? [{ calculation: amount }] : []),
    ...(percent ? [{ calculation: percent }] : []),
    ...(setsSideBySide.test(fold(scope.text)) ? [{ calculation: to.calculation }, { calculation: from.calculation }] : []),
  ]
  const name = (pick: Pick): string =>
    `${pickLabel(scope, pick)}${from.association === to.association ? '' : ` (${associationWords(scope.library, pick.association)})`}`
  const direction = directionWords[language][amount.direction ?? 'equal']
  const size = [moneyAsked || !percent ? sizeWords(amount, language) : '', percent ? sizeWords(percent, language) : '']
    .filter(Boolean)
    .join(language === 'sv' ? ' eller ' : ' or ')
  const values = `${amountWords(to.calculation, language)} ${language === 'sv' ? 'mot' : 'against'} ${amountWords(from.calculation, language)}`
  const sentence =
    amount.direction === 'equal'
      ? language === 'sv'
        ? `De är lika stora, ingen skillnad: ${name(to)} och ${name(from)} är båda ${amountWords(to.calculation, language)}.`
        : `They are equal, no difference: ${name(to)} and ${name(from)} are both ${amountWords(to.calculation, language)}.`
      : language === 'sv'
        ? `${name(to)} är ${size} ${direction} än ${name(from)}: ${values}.`
        : `${name(to)} is ${size} ${direction} than ${name(from)}: ${values}.`
  return answered('change', sentence, figures, {
    notes: defaultNotes(scope, [from, to]),
    confidence: Math.min(from.certainty, to.certainty),
  })
}

/** `How far is that from what had been budgeted`: the figure before against this one. */
const againstPrior = (scope: Scope): Draft | undefined => {
  const { prior, frame } = scope
  if (!prior || !pointsBack(frame) || frame.points.length > 1 || frame.associations.length > 1) return undefined
  const before: Scope = {
    ...scope,
    frame: prior,
    associations: prior.associations.length > 0 ? prior.associations.flatMap(({ ids }) => ids) : scope.associations,
  }
  const [there] = gather(before, cellsOf(before, mainTargets(prior)), wantedOf(before)).picks
  const merged: Scope = { ...scope, frame: inherit(frame, prior) }
  const [here] = gather(merged, cellsOf(merged, mainTargets(merged.frame)), wantedOf(merged)).picks
  if (!there || !here || JSON.stringify(there.query) === JSON.stringify(here.query)) return undefined
  return compared(scope, here, there)
}

/** A change said of one year is from the year before; of equity, from its opening balance. */
const withYearBefore = (scope: Scope, cells: readonly Cell[]): readonly Cell[] => {
  const [only] = cells
  const time = only?.point?.time
  if (cells.length !== 1 || !only || !time || !isMovement.test(fold(scope.text))) return cells
  const equity = ['equity', 'closing-equity', 'brought-forward', 'cash'].includes(conceptId(only.slot) ?? '')
  const point = only.point ?? { at: 0, tokens: [] }
  const edges: readonly Cell[] = (['opening', 'closing'] as const).map(edge => ({ ...only, point: { ...point, time: { ...time, edge } } }))
  if (equity && gather(scope, edges, 'money').missing.length === 0) return edges
  return [
    {
      ...only,
      point: { at: point.at, tokens: [], time: { ...time, year: time.year - 1 }, ...(point.scenario ? { scenario: point.scenario } : {}) },
    },
    only,
  ]
}
/** Verbs and nouns of growing and falling. */
export const isMovement =
  /\b(okar|okat|okade|okning\w*|minskar|minskat|minskade|minskning\w*|forandras|forandring\w*|vaxer|stiger|sjunker|hojs|sanks|sankts|increase\w*|decrease\w*|grow\w*|grew|fall|falls|fell|rise|rises|rose|change|changes|changed|drop\w*)\b/i

const oneOfEach = (cells: readonly Cell[]): readonly Cell[] => cells.slice(0, 2)

const againstBudget =
  /\b(an|mot|jamfort med|gentemot|under|over|than|against|versus|vs|compared (to|with)|below|above|overskred|overskrider|underskred|underskrider|exceeded|exceed)\s+(the\s+|sin\s+|its\s+|vad\s+)?((half-year|period|halvars)[\s-]*)?budget/i

/** `Billigare än budget`: the outcome against the budget of the same time. */
const withOutcome = (scope: Scope, cells: readonly Cell[]): readonly Cell[] => {
  const [only] = cells
  const said = fold(scope.text)
  const overBudget = hasCue(scope.frame, 'exceeded', 'undershot') && /budget/.test(said)
  const bare =
    only?.point !== undefined && only.point.scenario !== 'forecast' && /\b(avvikelse\w*|avvek|avviker|variance|deviat\w*)\b/.test(said)
  if (cells.length !== 1 || !only) return cells
  if (bare)
    return [
      { ...only, point: { ...only.point, scenario: 'actual' } as Point },
      { ...only, point: { ...only.point, scenario: 'budget' } as Point },
    ]
  if (only.point?.scenario !== 'budget' || !(againstBudget.test(said) || overBudget)) return cells
  const outcome: Cell = { ...only, point: { ...only.point, scenario: 'actual' } }
  const known = gather(scope, [outcome], wantedOf(scope)).picks.length > 0
  return [known ? outcome : { ...only, point: { ...only.point, scenario: 'forecast' } }, only]
}

const between =
  /\b(an|than|minus|jamfort|versus|vs|compared|mot|against|exceed\w*|overstig\w*|oversteg|overskrid\w*|overskred|och|and|eller|or)\b/i
const before = /\b(mellan|between|skillnad\w*|differen\w*)\b/i
/** Whether the words between two parts, or those before both, set them against each other. */
const comparesBetween = ({ frame }: Scope, one: Slot, other: Slot): boolean => {
  const said = (from: number, to: number): string =>
    fold(
      frame.words
        .slice(from, to)
        .map(({ token }) => token.text)
        .join(' '),
    )
  const [first, second] = [one, other].toSorted((a, b) => (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0))
  if (!first || !second) return false
  const middle = said((first.tokens.at(-1) ?? 0) + 1, second.tokens[0] ?? 0)
  const joined = /^(och|and|eller|or)$/
  if (
    /^(the|arets|de)?$/.test(middle) &&
    /\b(overstig\w*|oversteg|overskrid\w*|exceed\w*)\b/.test(said(frame.clause.from, first.tokens[0] ?? 0))
  )
    return true
  if (between.test(middle) && !middle.split(' ').some(word => joined.test(word))) return true
  return middle.split(' ').some(word => joined.test(word)) && before.test(said(frame.clause.from, first.tokens[0] ?? 0))
}

/** Two concepts set against each other: `hur mycket större är kostnaderna än intäkterna`. */
const compareTargets = (scope: Scope): readonly Slot[] => {
  const concepts = scope.frame.targets.filter(slot => !['participants', 'population'].includes(conceptId(slot) ?? ''))
  const [one, other] = concepts
  const compares = one !== undefined && other !== undefined && comparesBetween(scope, one, other)
  return compares &&
    concepts.length === 2 &&
    concepts.every(slot => conceptId(slot) !== undefined) &&
    hasCue(scope.frame, 'change', 'exceeded')
    ? concepts
    : mainTargets(scope.frame)
}

/** `By how much do costs exceed income`: one of two amounts over the other. */
const exceedsOther = (scope: Scope): boolean => hasCue(scope.frame, 'exceeded') && compareTargets(scope).length === 2

/** `Hur många gånger större`: a ratio of two amounts, no count of meetings. */
export const asksTimes = (text: string): boolean =>
  /\b(hur manga ganger|how many times)\s+(storre|mer|hogre|mindre|lagre|fler|dyrare|sa |as |larger|more|higher|bigger|greater)/.test(
    `${fold(text)} `,
  )

/** `Hur många gånger större`: the first figure by the second. */
const timesAs = (scope: Scope, one: Pick, other: Pick): Draft | undefined => {
  const calculation = run(scope, { op: 'ratio', numerator: one.query, denominator: other.query })
  if (!calculation) return undefined
  const { language } = scope
  const [first, second] = [one, other].map(
    pick => `${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}, ${amountWords(pick.calculation, language)})`,
  )
  const sentence =
    language === 'sv'
      ? `${first} är ${amountWords(calculation, language)} gånger ${second}.`
      : `${first} is ${amountWords(calculation, language)} times ${second}.`
  return answered('change', sentence, [{ calculation }], { confidence: Math.min(one.certainty, other.certainty) })
}

const more =
  /\b(mer|storre|hogre|dyrare|fler|over|more|larger|higher|bigger|greater|above|exceed\w*|okar|okade|stiger|vaxer|rise|increase\w*)\b/i
const less = /\b(mindre|lagre|billigare|farre|under|less|lower|smaller|fewer|below|minskar|minskade|sjunker|fall|decrease\w*)\b/i

/** `Betalar A mer än B?`: yes or no, and by how much. */
const withVerdict = (scope: Scope, one: Pick, other: Pick, draft: Draft): Draft => {
  const wantsMore = more.test(fold(scope.text))
  if (!asksWhether(scope) || wantsMore === less.test(fold(scope.text))) return draft
  const [a, b] =
    one.association === other.association && yearOfPick(one) !== yearOfPick(other) && yearOfPick(one) < yearOfPick(other)
      ? [other, one]
      : [one, other]
  const difference = a.calculation.result.value - b.calculation.result.value
  const holds = wantsMore ? difference > 0 : difference < 0
  return { ...draft, sentence: `${yesNo(holds, scope.language)}. ${draft.sentence}`, verdict: { holds, rule: 'comparison' } }
}

/** Two figures each divided by the count beside them: `mer per invånare än`. */
const perHead = (scope: Scope, pick: Pick, cell: Cell): Pick | undefined => {
  const kind = scope.frame.denominator
  if (kind !== 'population' && kind !== 'participants') return pick
  const count = pickTarget(scope.library, cell.association, cell.slot, cell.point, kind === 'population' ? 'population' : 'count')
  if (count.kind !== 'one') return undefined
  const query: Query = { op: 'ratio', numerator: pick.query, denominator: count.pick.query }
  const calculation = run(scope, query)
  return calculation && { ...pick, query, calculation }
}

const comparesTwo =
  /\b(mer|mindre|hogre|lagre|storre|dyrare|billigare|fler|farre|battre|samre|more|less|higher|lower|larger|smaller|fewer|better|worse)\b.*\b(an|than)\b/i

/** Of several figures of a year the one in the scenario of the figure that it is held against: budget with budget. */
const likeWithLike = (clear: readonly Pick[], open: readonly Pick[]): Pick | undefined => {
  const [only, ...others] = clear
  if (!only || others.length > 0 || only.calculation.scenario === undefined) return undefined
  const like = open.filter(pick => pick.calculation.scenario === only.calculation.scenario)
  return like.length === 1 ? like[0] : undefined
}
const inCellOrder = (cells: readonly Cell[], picks: readonly Pick[]): readonly Pick[] => {
  const placeOf = (pick: Pick): number => cells.findIndex(({ point }) => point?.time?.year === yearOfPick(pick))
  return picks.toSorted((one, other) => placeOf(one) - placeOf(other))
}
const alsoPrinted = (scope: Scope, open: readonly Pick[], chosen: Pick): string => {
  const others = open
    .filter(pick => pick !== chosen)
    .map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, scope.language)}`)
    .join('; ')
  return scope.language === 'sv'
    ? `Lika jämförs med lika; dokumenten har också ${others}.`
    : `Like is compared with like; the documents also have ${others}.`
}

/** Difference, increase, decrease, comparison of two figures. */
export const change = (scope: Scope): Draft | undefined => {
  const { frame } = scope
  const fromTo = frame.points.length === 2 && mainTargets(frame).length === 1 && /\b(fran|from)\b.*\b(till|to)\b/i.test(fold(scope.text))
  const asked =
    fromTo ||
    asksTimes(scope.text) ||
    comparesTwo.test(fold(scope.text)) ||
    hasCue(frame, 'change') ||
    exceedsOther(scope) ||
    (hasCue(frame, 'exceeded', 'undershot') && !hasCue(frame, 'list') && /budget/.test(fold(scope.text))) ||
    (hasCue(frame, 'tie', 'share') === false &&
      frame.points.length === 2 &&
      /\b(mot|jamfort|vs|versus|against|than|an)\b/i.test(fold(scope.text)))
  if (!asked || scope.associations.length === 0) return undefined
  const back = againstPrior(scope)
  if (back) return back
  const slots = compareTargets(scope)
  if (besideUnused(scope, slots).length > 0) return undefined
  const cells = withOutcome(scope, withYearBefore(scope, cellsOf(scope, slots)))
  if (cells.length !== 2) return undefined
  const { picks: clear, open, missing } = gather(scope, oneOfEach(cells), wantedOf(scope))
  if (missing.length > 0) return undefined
  const like = likeWithLike(clear, open)
  const picks = like ? inCellOrder(cells, [...clear, like]) : clear
  const [one, other] =
    picks.length === 2
      ? picks.map((pick, at) => {
          const cell = cells[at]
          return cell && perHead(scope, pick, cell)
        })
      : picks
  if (!one || !other) return open.length > 0 ? askWhich(scope, 'change', open) : undefined
  if (asksTimes(scope.text)) return timesAs(scope, one, other)
  const [first, to] = ordered(scope, one, other)
  const from = isOutcome(to) ? overSameSpan(scope, first, to) : first
  const draft = compared(scope, from, to)
  const told = draft && like ? { ...draft, notes: [...draft.notes, alsoPrinted(scope, open, like)] } : draft
  return told && withVerdict(scope, one, other, told)
}
export const changeQuery = (from: Query, to: Query): Query => ({ op: 'change', from, to, as: 'amount' })
