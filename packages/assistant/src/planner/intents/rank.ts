import { isCalendarYear, isMoney, type Query } from '@finsam/domain'
import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import type { Pick } from '../pick-target.ts'
import { cellsOf, mainTargets, run, type Scope } from '../scope.ts'
import { candidatePicks, yearlyPicks } from './candidate-lines.ts'
import { gather, pickLabel, wholeBudget } from './look-up.ts'
import { asShares } from './share.ts'

const rankedWords = (scope: Scope, picks: readonly Pick[]): string =>
  picks
    .map(
      pick =>
        `${associationWords(scope.library, pick.association)} ${amountWords(pick.calculation, scope.language)} (${pickLabel(scope, pick)})`,
    )
    .join('; ')

const draftOf = (scope: Scope, picks: readonly Pick[], order: 'highest' | 'lowest', across: boolean): Draft | undefined => {
  const query: Query = { op: 'rank', of: picks.map(pick => pick.query), order }
  const calculation = run(scope, query)
  const sorted = picks.toSorted(
    (one, other) => (order === 'highest' ? -1 : 1) * (one.calculation.result.value - other.calculation.result.value),
  )
  const [first] = sorted
  if (!calculation || !first) return undefined
  const { language } = scope
  const name = across ? associationWords(scope.library, first.association) : pickLabel(scope, first)
  const word = order === 'highest' ? (language === 'sv' ? 'Störst' : 'Highest') : language === 'sv' ? 'Minst' : 'Lowest'
  const is = language === 'sv' ? 'är' : 'is'
  const head = `${word} ${is} ${name}: ${amountWords(first.calculation, language)}${across ? ` (${pickLabel(scope, first)})` : ''}.`
  const rest =
    language === 'sv'
      ? `I ordning: ${across ? rankedWords(scope, sorted) : sorted.map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`).join('; ')}.`
      : `In order: ${across ? rankedWords(scope, sorted) : sorted.map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`).join('; ')}.`
  const caution =
    language === 'sv'
      ? 'Förbunden räknar inte allt på samma sätt och åren kan skilja sig; jämför med försiktighet.'
      : 'The associations do not count everything alike and the years may differ; compare with care.'
  const all = hasCue(scope.frame, 'rank', 'each') || (across && orderOf(scope) === undefined)
  const count = answersAsked(scope, sorted)
  const listed = sorted.map(pick => ({
    calculation: pick.calculation,
    label: `${associationWords(scope.library, pick.association)}: ${pickLabel(scope, pick)}`,
  }))
  return answered('rank', `${head} ${rest}`, all ? listed : listed.slice(0, count), {
    inputs: all ? [] : listed.slice(count),
    notes: across ? [caution] : [],
    confidence: 0.85,
  })
}

/** How many of a ranking answer: `vilka tre`, with all that share the last place. */
const answersAsked = ({ frame }: Scope, sorted: readonly Pick[]): number => {
  const said = frame.counts.find(({ value }) => value > 1 && value < sorted.length)?.value ?? 1
  const last = sorted[said - 1]?.calculation.result.value
  return sorted.filter(({ calculation }, at) => at < said || calculation.result.value === last).length
}

export const orderOf = (scope: Scope): 'highest' | 'lowest' | undefined => {
  const { frame } = scope
  const words = (id: string): boolean =>
    frame.marks.some(
      ({ meaning, tokens }) =>
        meaning.kind === 'cue' &&
        meaning.id === id &&
        tokens.length > 0 &&
        !tokens.every(token => /^(stor|stort|stora|hog|hogt)$/.test(frame.words[token]?.token.folded ?? '')),
    )
  if (words('lowest')) return 'lowest'
  if (words('highest')) return 'highest'
  return hasCue(frame, 'rank') ? 'highest' : undefined
}

const withinAssociation = (scope: Scope, order: 'highest' | 'lowest'): Draft | undefined => {
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1) return undefined
  const picks = inShares(scope, candidatePicks(scope, association))
  return picks.length < 2 ? undefined : draftOf(scope, picks, order, false)
}

/** `Störst andel`: by shares where shares are asked for. */
const inShares = (scope: Scope, picks: readonly Pick[]): readonly Pick[] =>
  hasCue(scope.frame, 'share') && picks.every(({ calculation }) => isMoney(calculation.result.unit)) ? asShares(scope, picks) : picks

/** `Vilket år är kostnaderna högst?`: one amount over the years that are printed, a budget or plan before a forecast. */
const overYears = (scope: Scope, order: 'highest' | 'lowest'): Draft | undefined => {
  const [slot, ...others] = mainTargets(scope.frame)
  const picks = slot && others.length === 0 ? yearlyPicks(scope, slot) : []
  return picks.length < 2 ? undefined : draftOf(scope, picks, order, false)
}

/** Which association, initiative or member has most or least. */
export const rank = (scope: Scope): Draft | undefined => {
  const said = orderOf(scope) ?? (comparesAll(scope) ? 'highest' : undefined)
  const order = said && hasCue(scope.frame, 'deficit') ? (said === 'highest' ? 'lowest' : 'highest') : said
  if (order === undefined) return undefined
  if (!scope.every && scope.associations.length < 2) return overYears(scope, order) ?? withinAssociation(scope, order)
  const slots = mainTargets(scope.frame)
  const used = slots.length > 0 ? slots : wholeBudget(scope).slice(0, 1)
  if (used.length !== 1) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, used), 'money')
  const wholeYears = open.toSorted((one, other) => Number(isWhole(other)) - Number(isWhole(one)))
  const firsts = wholeYears.filter((pick, at) => wholeYears.findIndex(other => other.association === pick.association) === at)
  const amounts = [...picks, ...firsts.filter(pick => picks.every(other => other.association !== pick.association))]
  const all = inShares(scope, amounts)
  const draft = all.length < 2 ? undefined : draftOf(scope, all, order, true)
  const without = missing.map(({ cell }) => cell.association).filter(id => all.every(({ association }) => association !== id))
  return draft && without.length > 0 ? { ...draft, notes: [...draft.notes, withoutFigure(scope, without)] } : draft
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

/** Associations are compared by whole years where they have them. */
const isWhole = ({ calculation }: Pick): boolean => calculation.period !== undefined && isCalendarYear(calculation.period)
