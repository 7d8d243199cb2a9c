import { isMoney, type Query } from '@finsam/domain'
import { amountWords, associationWords, listWords, sizeWords } from '../../answer/wording.ts'
import { findPhrases } from '../../lexicon/lexicon.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { answered, type Draft, type DraftFigure, refused } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { run, type Scope } from '../scope.ts'
import { asksOneLine, candidatePicks, yearlyPicks } from './candidate-lines.ts'
import { gather, pickLabel, sentenceFor, wholeBudget } from './look-up.ts'
import { caution, oneOfEach } from './one-of-each.ts'
import { placeAsked, sharingPlace } from './place-in-order.ts'
import { type Order, type Ranked, rankingWords } from './rank-words.ts'
import { asShares } from './share.ts'

const asksDifference =
  /\b(skillnad\w*|skiljer|med hur mycket|by how much|hur mycket (mer|mindre|hogre|lagre|storre|mindre|dyrare|billigare)|difference|how much (more|less|higher|lower))\b/

/** Whether it is asked, here or in a clause behind that names nothing else, how far apart they are. */
const asksHowFar = ({ text, frame: { words, clause } }: Scope): boolean => {
  const end = words[clause.to - 1]?.token.end ?? text.length
  const [said, behind] = [fold(text.slice(0, end)), fold(text.slice(end))]
  return asksDifference.test(said) || (asksDifference.test(behind) && !/\b(an|than|mot|against)\b/.test(behind))
}

/** `Vilken är störst, vilken minst, och vad skiljer?`: both ends, in whatever clause. */
const namesBothEnds = ({ frame }: Scope): boolean => {
  const said = new Set(findPhrases(frame.words).flatMap(({ entry }) => (entry.kind === 'cue' ? [entry.id] : [])))
  return said.has('highest') && said.has('lowest')
}

/** `Vilken är störst, och hur stor är skillnaden?`: how far the first is from the second, or from the last where both ends are named. */
const aheadOfNext = (scope: Scope, sorted: readonly Ranked[]): readonly DraftFigure[] => {
  const [first, other] = [sorted[0], namesBothEnds(scope) ? sorted.at(-1) : sorted[1]]
  if (!first || !other || scope.told?.intent === 'rank' || !asksHowFar(scope)) return []
  const calculation = run(scope, { op: 'change', from: other.pick.query, to: first.pick.query, as: 'amount' })
  return calculation ? [{ calculation }] : []
}

const differenceSentence = ({ language }: Scope, figures: readonly DraftFigure[]): string =>
  figures
    .map(({ calculation }) => `${language === 'sv' ? ' Skillnaden är' : ' The difference is'} ${sizeWords(calculation, language)}.`)
    .join('')

const draftOf = (scope: Scope, rows: readonly Ranked[], order: Order, across: boolean): Draft | undefined => {
  const query: Query = { op: 'rank', of: rows.map(({ pick }) => pick.query), order }
  const sorted = rows.toSorted(
    (one, other) => (order === 'highest' ? -1 : 1) * (one.pick.calculation.result.value - other.pick.calculation.result.value),
  )
  if (!run(scope, query)) return undefined
  const difference = aheadOfNext(scope, sorted)
  const all = (hasCue(scope.frame, 'rank', 'each') && !saysHowMany(scope, sorted)) || (across && orderOf(scope) === undefined)
  const place = placeAsked(scope.frame)
  const [count, heads] = [answersAsked(scope, sorted), sharingPlace(sorted, place, amountOf)]
  if (heads.length === 0) return undefined
  const few = place === 1 && count > heads.length && !all
  const answers = all ? sorted : few || difference.length > 0 ? compared(scope, sorted, count) : heads
  const denial = withoutAny(scope, sorted)
  if (denial) return denial
  const together = few && hasCue(scope.frame, 'together', 'average') ? ofTheFirst(scope, answers) : undefined
  if (together) return together
  const sentence = `${rankingWords(scope, { rows: few ? answers : sorted, heads, place, order }, across)}${differenceSentence(scope, difference)}`
  const figure = ({ pick }: Ranked): DraftFigure => ({
    calculation: pick.calculation,
    label: `${associationWords(scope.library, pick.association)}: ${pickLabel(scope, pick)}`,
  })
  return answered('rank', sentence, [...answers.map(figure), ...difference], {
    inputs: few ? [] : sorted.filter(row => !answers.includes(row)).map(figure),
    notes: across ? [caution[scope.language]] : [],
    confidence: 0.85,
  })
}

/** `De tre dyraste tillsammans`, `de tre dyraste i snitt`: the first ones of the order, added up. */
const ofTheFirst = (scope: Scope, answers: readonly Ranked[]): Draft | undefined => {
  const { language, frame } = scope
  const average = hasCue(frame, 'average')
  const calculation = run(scope, { op: average ? 'average' : 'sum', of: answers.map(({ pick }) => pick.query) })
  if (!calculation) return undefined
  const list = answers.map(({ pick }) => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`).join('; ')
  const heads = { sv: average ? 'I genomsnitt' : 'Tillsammans', en: average ? 'On average' : 'Together' }
  return answered('rank', `${heads[language]} ${amountWords(calculation, language)}: ${list}.`, [{ calculation }], {
    inputs: answers.map(({ pick }) => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    confidence: 0.85,
  })
}

/** `Störst överskott` where all have deficits: none has what is asked for. */
const withoutAny = (scope: Scope, sorted: readonly Ranked[]): Draft | undefined => {
  const { frame, language } = scope
  const [surplus, deficit] = [hasCue(frame, 'surplus'), hasCue(frame, 'deficit')]
  if (surplus === deficit || sorted.some(row => (surplus ? amountOf(row) > 0 : amountOf(row) < 0))) return undefined
  const list = sorted.map(({ pick }) => sentenceFor(scope, pick)).join(' ')
  const [sv, en] = surplus ? ['överskott', 'a surplus'] : ['underskott', 'a deficit']
  const told = language === 'sv' ? `Inget ${sv} finns bland dem. ${list}` : `None of them has ${en}. ${list}`
  return refused('premise', 'false-premise', told, {
    inputs: sorted.map(({ pick }) => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    confidence: 0.85,
  })
}

/** The amounts that a difference is between, with as many more as are asked for. */
const compared = (scope: Scope, sorted: readonly Ranked[], count: number): readonly Ranked[] =>
  namesBothEnds(scope) ? [...sorted.slice(0, 1), ...sorted.slice(-1)] : sorted.slice(0, Math.max(count, 2))

const amountOf = ({ pick }: Ranked): number => pick.calculation.result.value

const countAsked = ({ frame }: Scope, sorted: readonly Ranked[]): number | undefined =>
  frame.counts.find(({ value }) => value > 1 && value < sorted.length)?.value
/** `Topp tre i ordning`: only so many of them are put in order. */
const saysHowMany = (scope: Scope, sorted: readonly Ranked[]): boolean => countAsked(scope, sorted) !== undefined

/** How many of a ranking answer: `vilka tre`, with all that share the last place. */
const answersAsked = (scope: Scope, sorted: readonly Ranked[]): number => {
  const said = countAsked(scope, sorted) ?? 1
  const last = sorted[said - 1]
  return sorted.filter((row, at) => at < said || (last && amountOf(row) === amountOf(last))).length
}

export const orderOf = (scope: Scope): Order | undefined => {
  const { frame } = scope
  const words = (id: string): boolean =>
    frame.marks.some(
      ({ meaning, tokens }) =>
        meaning.kind === 'cue' &&
        meaning.id === id &&
        tokens.length > 0 &&
        !tokens.every(token => /^(stor|stort|stora|hog|hogt)$/.test(frame.words[token]?.token.folded ?? '')),
    )
  if (words('highest') && words('lowest')) return 'highest'
  if (words('lowest')) return 'lowest'
  if (words('highest')) return 'highest'
  return hasCue(frame, 'rank') ? 'highest' : undefined
}

/** Amounts of one association in order, the one asked for at the head of the sentence. */
export const rankPicks = (scope: Scope, picks: readonly Pick[], order: Order): Draft | undefined =>
  draftOf(scope, unshared(picks), order, false)

const withinAssociation = (scope: Scope, order: Order): Draft | undefined => {
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1) return undefined
  const picks = inShares(scope, candidatePicks(scope, association))
  if (asksOneLine(scope) && hasCue(scope.frame, 'surplus', 'deficit') && !picks.every(({ pick }) => isVariance(pick))) return undefined
  return picks.length < 2 || namesOther(scope, picks) ? undefined : draftOf(scope, picks, order, false)
}

/** `Vilken insats hade störst överskott?` asks how far each is from what it was granted, and no cost says that. */
const isVariance = ({ calculation }: Pick): boolean => calculation.quantity?.measure === 'variance' || calculation.operation === 'change'

/** `Den största posten i verksamhetskostnaderna`: lines among which one that bears the name only in part is just another are not those asked for. */
const namesOther = (scope: Scope, picks: readonly Ranked[]): boolean => {
  const lines = mainTargets(scope.frame).flatMap(({ links: [first] }) =>
    first?.meaning.kind === 'lines' && first.score < wholeName
      ? first.meaning.names.flatMap(({ name }) => scope.associations.flatMap(name.keysIn))
      : [],
  )
  const ranked = picks.flatMap(({ pick }) => pick.calculation.quantity?.line ?? [])
  return lines.length > 0 && ranked.some(key => lines.includes(key)) && ranked.some(key => !lines.includes(key))
}
const wholeName = 0.9

/** `Störst andel`: by shares where shares are asked for. */
const inShares = (scope: Scope, picks: readonly Pick[]): readonly Ranked[] =>
  hasCue(scope.frame, 'share') && picks.every(({ calculation }) => isMoney(calculation.result.unit))
    ? asShares(scope, picks)
    : unshared(picks)
const unshared = (picks: readonly Pick[]): readonly Ranked[] => picks.map(pick => ({ pick }))

/** `Vilket år är kostnaderna högst?`: one amount over the years that are printed, a budget or plan before a forecast. */
const overYears = (scope: Scope, order: Order): Draft | undefined => {
  const [slot, ...others] = mainTargets(scope.frame)
  const picks = slot && others.length === 0 ? yearlyPicks(scope, slot) : []
  return picks.length < 2 ? undefined : draftOf(scope, unshared(picks), order, false)
}

const chooses = /\b(vilken|vilket|vilka|vems|vem|which|whose|who)\b/
const greater = /\b(storre|hogre|dyrare|mer|larger|higher|bigger|greater|costlier|more)\b/
const smaller = /\b(mindre|lagre|billigare|smaller|lower|cheaper|less)\b/
/** `Vilket är dyrare, A eller B?`: of two, the comparative says what the superlative says of many. */
const orderOfTwo = (scope: Scope): Order | undefined => {
  const said = fold(scope.text)
  if (scope.associations.length !== 2 || !chooses.test(said) || !/\b(eller|or)\b/.test(said)) return undefined
  return greater.test(said) ? 'highest' : smaller.test(said) ? 'lowest' : undefined
}

/** `Mest per deltagare` ranks quotients, not the amounts themselves. */
const dividesByHeads = ({ frame }: Scope): boolean => frame.denominator === 'participants' || frame.denominator === 'population'

/** Which association, initiative or member has most or least. */
export const rank = (scope: Scope): Draft | undefined => {
  const said = orderOf(scope) ?? orderOfTwo(scope) ?? (comparesAll(scope) ? 'highest' : undefined)
  const order = said && hasCue(scope.frame, 'deficit') ? (said === 'highest' ? 'lowest' : 'highest') : said
  if (order === undefined || dividesByHeads(scope)) return undefined
  if (!scope.every && scope.associations.length < 2) return overYears(scope, order) ?? withinAssociation(scope, order)
  if (asksOneLine(scope)) return firstOfEach(scope, order)
  const slots = mainTargets(scope.frame)
  const used = slots.length > 0 ? slots : wholeBudget(scope).slice(0, 1)
  if (used.length !== 1 && cellsOf(scope, used).length !== scope.associations.length) return undefined
  const gathered = gather(scope, cellsOf(scope, used), 'money')
  const { missing } = gathered
  const all = inShares(scope, oneOfEach(scope, gathered).picks)
  const draft = all.length < 2 ? undefined : draftOf(scope, all, order, true)
  const without = missing.map(({ cell }) => cell.association).filter(id => all.every(({ pick }) => pick.association !== id))
  return draft && without.length > 0 ? { ...draft, notes: [...draft.notes, withoutFigure(scope, without)] } : draft
}

/** `Den dyraste insatsen i X mot den i Y`: the first line of each, in order. */
const firstOfEach = (scope: Scope, order: Order): Draft | undefined => {
  const sign = order === 'highest' ? -1 : 1
  const value = ({ calculation }: Pick): number => calculation.result.value
  const firsts = scope.associations.flatMap(id =>
    candidatePicks({ ...scope, associations: [id] }, id)
      .toSorted((one, other) => sign * (value(one) - value(other)))
      .slice(0, 1),
  )
  return firsts.length < scope.associations.length ? undefined : draftOf(scope, unshared(firsts), order, true)
}

/** `Jämför … i alla förbund`: every association's figure is asked for, in no order of its own. */
export const comparesAll = (scope: Scope): boolean =>
  (scope.every || scope.associations.length > 2) && (hasCue(scope.frame, 'change') || hasCue(scope.frame, 'list', 'each'))

const withoutFigure = ({ library, language }: Scope, associations: readonly string[]): string => {
  const names = listWords(
    associations.map(id => associationWords(library, id)),
    language,
  )
  return language === 'sv' ? `För ${names} finns ingen sådan uppgift.` : `There is no such figure for ${names}.`
}
