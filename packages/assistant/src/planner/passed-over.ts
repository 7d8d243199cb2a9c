import { isInstant, isMoney, type Unit } from '@finsam/domain'
import { asks, hasUnit, operationPassedOver } from './asked-operation.ts'
import { isTarget } from './choose-links.ts'
import type { Draft } from './draft.ts'
import { cueLinks, type Frame, hasCue, topicsOf, unitsAsked } from './frame.ts'
import { placeAsked } from './intents/place-in-order.ts'
import { mainTargets } from './main-targets.ts'
import type { Link } from './meaning.ts'
import { unlikeSpans } from './same-span.ts'
import { wantsVerdict } from './wants-verdict.ts'

const byNameAlone: ReadonlySet<string> = new Set(['look-up', 'total', 'per-unit', 'volumes', 'share'])

const countable = (unit: Unit): boolean => !isMoney(unit) && unit !== 'percent' && unit !== 'percentage_points' && unit !== 'ratio'

/** Whether a number of things is asked for and only money came back, or percent and none came back. */
export function asksOtherKind(frame: Frame, draft: Draft): boolean {
  const units = [...draft.figures, ...draft.readings].map(({ calculation }) => calculation.result.unit)
  if (units.length === 0) return false
  const asked = unitsAsked(frame)
  if (asked.includes('percentage_points') && !units.includes('percentage_points')) return draft.intent !== 'rule'
  const percentAsked = asked.includes('percent')
  if (asked.some(unit => ['kr', 'tkr', 'mnkr'].includes(unit)) && draft.intent === 'fact' && units.every(unit => unit === 'percent'))
    return true
  if (hasCue(frame, 'how-long') && units.every(unit => isMoney(unit))) return true
  if (asksCost(frame) && byNameAlone.has(draft.intent) && units.every(unit => heads.has(unit))) return true
  if (percentAsked && units.every(unit => isMoney(unit) || countable(unit))) return !['rule', 'project', 'portion'].includes(draft.intent)
  const countAsked = saysNumberOf(frame) && asked.length === 0 && !hasCue(frame, 'amount')
  if (countsMost(frame)) return asked.length === 0 && units.every(isMoney)
  return countAsked && byNameAlone.has(draft.intent) && units.every(isMoney)
}

/** `Om målet för antal deltagare nås` asks for no number. */
const saysNumberOf = (frame: Frame): boolean => {
  const supposed = new Set(cueLinks(frame, 'holds-forecast').flatMap(({ tokens }) => tokens))
  const fromBefore = !hasCue(frame, 'holds-forecast')
  return cueLinks(frame, 'number-of').some(({ tokens }) => (tokens.length === 0 ? fromBefore : tokens.some(token => !supposed.has(token))))
}

/** `Vad kostar …?`: a number of heads is no cost. */
const asksCost = ({ words, clause }: Frame): boolean =>
  words
    .slice(clause.from, clause.to)
    .some(({ token }, at, said) =>
      token.folded === 'cost'
        ? said.slice(0, at).some(before => /^(does|did|do|will)$/.test(before.token.folded))
        : costs.test(token.folded),
    )
const costs = /^(kostar|kostade|kosta|kostat|costs)$/
const heads: ReadonlySet<Unit> = new Set(['participants', 'persons', 'count', 'meetings', 'contacts', 'fte'])

/** A sentence that itself says who has most answers for who has; a count alone does not. */
const superlative = /(?:^|\P{L})(?:flest|färst|mest|minst|högst\p{L}*|störst\p{L}*|lägst\p{L}*|most|fewest|highest|lowest)(?:$|\P{L})/iu

/** `Flest ledamöter` counts heads or things; of money there is most, never the greatest number. */
const countsMost = ({ words, clause }: Frame): boolean =>
  words.slice(clause.from, clause.to).some(({ token }) => /^(flest|farst|fewest)$/.test(token.folded))

const dividing: ReadonlySet<string> = new Set([
  'threshold',
  'per-unit',
  'ratio',
  'share',
  'project',
  'fact',
  'facts-across',
  'rank',
  'average',
  'rule',
])

/** A share was asked for, and neither a percent nor a ratio came back. */
const shareUnanswered = (frame: Frame, draft: Draft): boolean =>
  hasCue(frame, 'share') &&
  (byNameAlone.has(draft.intent) || ['change', 'rank', 'listing', 'filter'].includes(draft.intent)) &&
  draft.figures.length > 0 &&
  draft.figures.every(({ calculation }) => isMoney(calculation.result.unit) || countable(calculation.result.unit))

/** A part of a whole is no more than the whole: a share beyond it has taken something in twice. */
const beyondWhole = (draft: Draft): boolean =>
  draft.intent === 'share' && draft.figures.some(({ calculation }) => calculation.operation === 'share' && calculation.result.value > 100.5)

/** A part of a year held against a whole one: what differs is the time, not the amount. */
const unlikePeriods = (draft: Draft): boolean =>
  ['change', 'rank', 'threshold', 'total', 'average'].includes(draft.intent) &&
  draft.figures.some(
    ({ calculation }) =>
      ['change', 'variance', 'sum', 'average'].includes(calculation.operation) &&
      unlikeSpans(calculation.inputs.flatMap(({ period }) => (period && !isInstant(period) ? [period] : []))),
  )

/** `Vilket bolag`, `vem`: a name is asked for, and an amount is none. */
const asksName =
  /(?:^|\s)(?:vem|vems|vilk\p{L}+\s+(?:bolag|företag|organisation\p{L}*|leverantör\p{L}*|konsult\p{L}*|myndighet\p{L}*|person\p{L}*)|who|whose|whom|which\s+(?:compan|firm|organi[sz]ation|supplier|consultant|agenc|person)\p{L}*)(?:\s|$)/iu

/** Words for a sum, an average or an extreme: words of the prose alone are no answer to them. */
const reckonings = ['together', 'average', 'highest', 'lowest', 'rank']

/** `Vilka insatser gick över det beviljade?` wants lines that were held against their limits; a sentence of the prose is none of them. */
const listsBeyondLimit = (frame: Frame): boolean =>
  hasCue(frame, 'list') && hasCue(frame, 'exceeded', 'undershot') && !hasCue(frame, 'why') && frame.targets.length > 0

/** `Sett till invånare` counts people; money is no answer to it. */
const ofPeople = (frame: Frame, draft: Draft): boolean =>
  frame.denominator === undefined &&
  ['rank', 'look-up', 'total', 'filter', 'listing'].includes(draft.intent) &&
  frame.targets.some(slot => slot.links[0]?.meaning.kind === 'concept' && slot.links[0].meaning.id === 'population') &&
  draft.figures.length > 0 &&
  draft.figures.every(({ calculation }) => isMoney(calculation.result.unit))

/** One number told is no comparison of two. */
const setsTwo = /(?:^|\s)(?:compare[ds]?|jämför\p{L}*|skillnad\p{L}*|skiljer|differences?|differs?)(?:\s|$)/iu

/** A quarter that no period of the answer is, the second half of a year and the years of a project, which no table prints by itself. */
const overOtherTime = (frame: Frame, draft: Draft): boolean => {
  if (draft.intent.startsWith('fact') || draft.intent === 'locate') return false
  const timed = new Set(frame.slots.flatMap(slot => (slot.links[0]?.meaning.kind === 'time' ? slot.tokens : [])))
  const loose = frame.marks.some(
    ({ meaning, tokens }) =>
      meaning.kind === 'cue' && meaning.id === 'part-of-year' && tokens.length > 0 && tokens.every(token => !timed.has(token)),
  )
  const { words, clause } = frame
  const wholeProject = words.slice(clause.from, clause.to).some(({ token }) => /^(projektperiod\w*|projekttid\w*)$/.test(token.folded))
  return loose || wholeProject || hasCue(frame, 'second-half')
}

/** `Per handläggare`: divided by what no document counts, an amount is another one. */
const divides = (frame: Frame, draft: Draft): boolean =>
  frame.denominator === 'other' &&
  (draft.intent.startsWith('fact') ? draft.figures.length === 0 : byNameAlone.has(draft.intent)) &&
  !hasUnit(draft, 'ratio') &&
  frame.marks.some(
    ({ meaning, tokens }) =>
      meaning.kind === 'cue' && meaning.id === 'per' && /^(per|for)$/.test(frame.words[tokens[0] ?? 0]?.token.folded ?? ''),
  ) &&
  !perLine(frame)

const lineNoun = /^(kommun|kommuner|insats|post|projekt|team|ar|medlem|municipality|initiative|item|project|year|member)$/
/** `Per kommun`, `per insats` lists rather than divides. */
const perLine = (frame: Frame): boolean =>
  frame.marks.some(
    ({ meaning, tokens }) =>
      meaning.kind === 'cue' && meaning.id === 'per' && lineNoun.test(frame.words[(tokens.at(-1) ?? 0) + 1]?.token.folded ?? ''),
  )

const beforeWhole = /^(av|of|den|det|de|the|sin|sina|its|their|hela|totala|total|arets)$/
/** `Hur mycket av kapitalet`: the whole is named, and what is asked for is a part of it. */
const tellsWholeForPart = (frame: Frame): boolean => {
  const named = mainTargets(frame)
  const [cue] = cueLinks(frame, 'part-of')
  const starts = [...(named.length === 1 ? named : []), ...frame.columns].map(({ tokens }) => tokens[0] ?? 0)
  return cue !== undefined && starts.some(at => follows(frame, cue, at))
}
const follows = (frame: Frame, cue: Link, to: number): boolean => {
  const owners = new Set(frame.slots.flatMap(slot => (isTarget(slot) ? [] : slot.tokens)))
  const from = cue.tokens.at(-1) ?? 0
  return to > from && frame.words.slice(from, to).every(({ token }, at) => beforeWhole.test(token.folded) || owners.has(from + at))
}

/** A clause without the words that name lines: `Vem gör vad` may be an initiative. */
const outsideNames = ({ words, clause, slots }: Frame): string => {
  const named = new Set(slots.flatMap(({ tokens }) => tokens))
  return words
    .slice(clause.from, clause.to)
    .flatMap(({ token }, at) => (named.has(clause.from + at) ? [] : [token.text]))
    .join(' ')
}

/** `Flest ledamöter`, `vilken insats ökar mest`: who comes first is asked, and one statement of the prose tells of no others. */
const ranksOthers = (frame: Frame): boolean => countsMost(frame) || (hasCue(frame, 'highest', 'lowest') && hasCue(frame, 'change'))

/** `Hur många kommuner är med`: all the members are not the municipalities among them. */
const countsMunicipalities = ({ words, clause }: Frame): boolean =>
  words
    .slice(clause.from, clause.to)
    .some(
      ({ token }, at) =>
        /^(kommun|kommuner|kommunerna|municipalities)$/.test(token.folded) &&
        /^(manga|many)$/.test(words[clause.from + at - 1]?.token.folded ?? ''),
    )

/** `Kvar av budgeten`: neither what was planned nor what was spent. */
const asksLeft = /(?:^|\s)(?:kvar|återstår|återstoden|resten|blev över|blir över|left|the rest|unspent|remain\p{L}*)(?:\s|$)/iu
const balances = /kapital|balanser|kassa|likvid|bank|behållning|equity|cash/iu
const ofFlows = ({ figures }: Draft): boolean =>
  figures.some(
    ({ calculation: { period, quantity, label } }) =>
      quantity !== undefined && period !== undefined && !isInstant(period) && !balances.test(label.sv),
  )

/** `Varje kommun`, `each member`; `varje år` is said of one amount. */
const eachOfMany = /(?:^|\s)(?:varje|var och en av|each|every)\s+(?:kommun|medlem|insats|municipality|member|initiative)/iu

/** `Ligger utfallet över målet?`: a sentence that tells the goal alone takes no side. */
const takesSide =
  /(?:^|\s)(?:över|under|inom|ovanför|nedanför|above|below|within)\s+(?:det\s+|den\s+|the\s+|its\s+|sitt?\s+)?(?:\p{L}+\s+)?(?:mål\p{L}*|tak\p{L}*|gräns\p{L}*|nivå\p{L}*|riktlinje\p{L}*|medlemssamråd\p{L}*|goal\p{L}*|target\p{L}*|ceiling|limit\p{L}*|level\p{L}*)/iu

const lists: ReadonlySet<string> = new Set(['listing', 'look-up', 'total', 'filter'])
/** `Vilka insatser upphör före 2026?`: amounts of that year do not tell what ends. */
const asksEnding =
  /(?:^|\s)(?:upphör\p{L}*|slutar|avslutas|läggs ned|läggs ner|(?<!the\s)ends?|ending|expires?|terminates?)(?!\s+of)(?:\s|$)/iu

/** `May amount to at most`: a limit, and nothing that comes first of several. */
const bounded = /(?:^|\s)(?:at most|no more than|som mest|som högst|får\s(?:\P{L}*\p{L}+){1,6}\shögst)(?:\s|$|[?])/iu

/** What was offered or asked for is no amount of a budget or an outcome. */
const offered = /(?:^|\s)(?:erbj(?:öd|uder|udit|ödt)|erbjöds|offer(?:s|ed)?|begärde|äska(?:de|t|r))(?:\s|$|[?])/iu

/** `The lines that had no outcome`: some of them only, by what they lack. */
const onlySome = /(?:^|\s)(?:som|that|which)\s+(?:\p{L}+\s+)?(?:inte|saknar|saknade|no|not|lacks?|lacked)(?:\s|$)/iu

/** What a draft passes over of the clause that it would answer: an operation asked for, the kind of figure, or a yes or no. */
export function passedOver(frame: Frame, draft: Draft, clause: string): string | undefined {
  if (draft.status !== 'answered' || draft.intent === 'fact-named') return undefined
  if (draft.intent === 'fact-quoted' && takesSide.test(clause)) return 'verdict'
  if (draft.intent === 'fact-quoted') return hasCue(frame, ...reckonings) ? 'figure' : undefined
  const operation = operationPassedOver(frame, draft)
  if (operation !== undefined) return operation
  if (draft.intent.startsWith('fact') && draft.figures.length === 0 && (hasCue(frame, ...reckonings) || listsBeyondLimit(frame)))
    return 'figure'
  if (placeAsked(frame) > 1 && draft.intent !== 'rank') return 'place'
  if (draft.intent === 'rank' && bounded.test(clause)) return 'limit'
  if (byNameAlone.has(draft.intent) && offered.test(outsideNames(frame))) return 'offer'
  if (draft.intent === 'fact' && ranksOthers(frame) && !superlative.test(draft.sentence)) return 'rank'
  if (draft.intent === 'fact' && countsMunicipalities(frame) && !/kommun|municipal/i.test(draft.sentence)) return 'kind'
  if (lists.has(draft.intent) && asksEnding.test(outsideNames(frame))) return 'end'
  if (draft.intent === 'project' && draft.figures.length === 1 && eachOfMany.test(clause)) return 'each'
  if (ofPeople(frame, draft)) return 'kind'
  if (['look-up', 'total'].includes(draft.intent) && asksLeft.test(clause) && ofFlows(draft)) return 'left'
  if (draft.intent === 'fact' && draft.figures.length === 1 && asks(frame, 'change') && setsTwo.test(clause)) return 'change'
  if (['look-up', 'total', 'average'].includes(draft.intent) && onlySome.test(clause)) return 'condition'
  if (shareUnanswered(frame, draft) || beyondWhole(draft)) return 'share'
  if (draft.intent === 'look-up' && tellsWholeForPart(frame)) return 'part'
  if (byNameAlone.has(draft.intent) && topicsOf(frame).some(topic => topic === 'ceiling' || topic === 'limit')) return 'limit'
  if (frame.denominator !== undefined && frame.denominator !== 'other' && !dividing.has(draft.intent) && !hasUnit(draft, 'kr_per_person'))
    return 'per'
  if (overOtherTime(frame, draft)) return 'time'
  if (divides(frame, draft)) return 'per'
  if (byNameAlone.has(draft.intent) && asksName.test(outsideNames(frame))) return 'name'
  if (asksOtherKind(frame, draft)) return 'kind'
  if (unlikePeriods(draft)) return 'periods'
  return wantsVerdict(clause) && draft.verdict === undefined && draft.intent !== 'locate' ? 'verdict' : undefined
}
