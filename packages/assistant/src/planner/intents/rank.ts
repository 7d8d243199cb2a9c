import { isCalendarYear, type Query, yearOf } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import type { Slot } from '../choose-links.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { familyOf, type Pick } from '../pick-target.ts'
import { cellsOf, hasConcept, lineLink, mainTargets, run, type Scope } from '../scope.ts'
import { linesOfGroup } from './group.ts'
import { gather, pickLabel } from './look-up.ts'

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
  const all = hasCue(scope.frame, 'rank', 'each')
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

const orderOf = (scope: Scope): 'highest' | 'lowest' | undefined => {
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

const asksOfMembers = ({ frame }: Scope): boolean =>
  frame.words.some(({ token }) =>
    /^(kommun|kommuner|kommunen|municipality|municipalities|medlem|medlemmar|member|members)$/.test(token.folded),
  )

/** The lines that `vilken insats`, `vilken kommun` chooses among. */
const candidates = (scope: Scope, association: string): readonly string[] => {
  const lines = scope.library.linesOf(association)
  const asksFor = (pattern: RegExp): boolean => scope.frame.words.some(({ token }) => pattern.test(token.folded))
  if (hasConcept(scope.frame, 'participants'))
    return lines.filter(line => line.unit === 'participants' && line.role === 'item').map(line => line.key)
  if (asksOfMembers(scope)) {
    const municipal = asksFor(/^(kommun|municipal)/)
    const own = scope.library.association(association)?.members ?? []
    const wanted = new Set(own.filter(member => !municipal || member.kind === 'municipality').map(member => member.id))
    return lines.filter(line => line.member !== undefined && wanted.has(line.member) && line.nature === 'income').map(line => line.key)
  }
  if (asksFor(/^(insats|insatsen|insatser|insatserna|initiative|initiatives|intervention|interventions|projekt|project|team)$/))
    return lines.filter(line => line.concept?.id === 'initiative' && line.role === 'item').map(line => line.key)
  if (asksFor(/^(post|poster|posten|kostnadspost|rad|item|items|line)$/))
    return lines.filter(line => line.nature === 'cost' && line.role === 'item').map(line => line.key)
  return []
}

const withinAssociation = (scope: Scope, order: 'highest' | 'lowest'): Draft | undefined => {
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1) return undefined
  const targets = mainTargets(scope.frame)
  const family = targets.flatMap(slot =>
    familyOf(scope.library, association, slot, hasConcept(scope.frame, 'participants') ? 'count' : 'money'),
  )
  const isFamily = family.length > 1 && family.every(line => line.member === undefined)
  const group = isFamily || asksOfMembers(scope) || hasConcept(scope.frame, 'participants') ? [] : linesOfGroup(scope, association)
  const lines = isFamily ? family : group.length > 1 ? group : candidates(scope, association).flatMap(key => scope.library.line(key) ?? [])
  const slots: readonly Slot[] = lines.map(line => ({ tokens: [], value: 1, links: [lineLink(line)] }))
  if (slots.length < 2) return undefined
  const { picks } = gather(scope, cellsOf(scope, slots), 'any')
  const unit = picks[0]?.calculation.result.unit
  const alike = picks.filter(pick => pick.calculation.result.unit === unit)
  return alike.length < 2 ? undefined : draftOf(scope, alike, order, false)
}

/** `Vilket år är kostnaderna högst?`: one amount over the years that are printed, a budget or plan before a forecast. */
const overYears = (scope: Scope, order: 'highest' | 'lowest'): Draft | undefined => {
  const [association] = scope.associations
  const slots = mainTargets(scope.frame)
  if (!association || scope.associations.length !== 1 || slots.length !== 1 || !hasCue(scope.frame, 'when')) return undefined
  const years = new Set(
    scope.library.linesOf(association).flatMap(line => line.quantities.flatMap(({ period }) => (period ? [yearOf(period)] : []))),
  )
  const { scenario } = scope.frame.points.find(point => point.scenario) ?? {}
  const points = [...years].toSorted().map(year => ({ time: { year, full: true }, at: 0, tokens: [], ...(scenario ? { scenario } : {}) }))
  const { picks, open } = gather(scope, cellsOf({ ...scope, frame: { ...scope.frame, points } }, slots), 'money')
  const all = [...picks, ...open]
  return all.length < 2 ? undefined : draftOf(scope, all, order, false)
}

/** Which association, initiative or member has most or least. */
export const rank = (scope: Scope): Draft | undefined => {
  const said = orderOf(scope)
  const order = said && hasCue(scope.frame, 'deficit') ? (said === 'highest' ? 'lowest' : 'highest') : said
  if (order === undefined) return undefined
  if (!scope.every && scope.associations.length < 2) return overYears(scope, order) ?? withinAssociation(scope, order)
  const slots = mainTargets(scope.frame)
  const used = slots.length > 0 ? slots : []
  if (used.length !== 1) return undefined
  const { picks, open } = gather(scope, cellsOf(scope, used), 'money')
  const wholeYears = open.toSorted((one, other) => Number(isWhole(other)) - Number(isWhole(one)))
  const firsts = wholeYears.filter((pick, at) => wholeYears.findIndex(other => other.association === pick.association) === at)
  const all = [...picks, ...firsts.filter(pick => picks.every(other => other.association !== pick.association))]
  return all.length < 2 ? undefined : draftOf(scope, all, order, true)
}

/** Associations are compared by whole years where they have them. */
const isWhole = ({ calculation }: Pick): boolean => calculation.period !== undefined && isCalendarYear(calculation.period)
