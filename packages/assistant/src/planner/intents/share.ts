import { type ConceptId, isWithin, type Query } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { answered, type Draft } from '../draft.ts'
import { pointsBack, top } from '../follow-up.ts'
import { cueLinks, hasCue, unitsAsked } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { alike, conceptId, firstLeaf, lookup, run, type Scope } from '../scope.ts'
import { askWhich, gather } from './look-up.ts'
import { countOfAll } from './per-unit.ts'
import { comparesAll } from './rank.ts'
import type { Ranked } from './rank-words.ts'
import { shareDraft } from './share-draft.ts'
import { shareOfColumns } from './share-of-columns.ts'
import { sumOf } from './total.ts'
import { namesOwnBudget, usedOfBudget } from './used-of-budget.ts'

const skippable =
  /^(de|den|det|dom|the|sin|sina|its|their|all|alla|total|totala|totalt|whole|hela|samtliga|var|our|biten|bit|delen|som|vad|what|that|tva|tre|fyra|fem|two|three|four|five|forbundets|association|s|summa|summan|delsumma|delsumman|sum|subtotal|posten|raden|money|pengarna|medlen|for|till)$/

/** Parts that an `av`/`of` stands before: what the share is taken of. */
const afterOf = (scope: Scope, slots: readonly Slot[]): readonly Slot[] => {
  const { words, slots: all } = scope.frame
  const taken = new Map<number, Slot>()
  for (const slot of all) for (const token of slot.tokens) taken.set(token, slot)
  return slots.filter(slot => {
    for (let at = (slot.tokens[0] ?? 0) - 1; at >= 0; at -= 1) {
      const folded = words[at]?.token.folded ?? ''
      if (folded === 'av' || folded === 'of') return true
      const between = taken.get(at)
      const kind = between && top(between)?.kind
      if (!skippable.test(folded) && kind !== 'association' && kind !== 'scenario' && kind !== 'time') return false
    }
    return false
  })
}

const contains = (whole: Slot, part: Slot): boolean => {
  const [one, other] = [conceptId(whole), conceptId(part)]
  return one !== undefined && other !== undefined && one !== other && isWithin(other as ConceptId, one as ConceptId)
}

/** Whether the share is taken of an amount: `av de 3 miljonerna`. */
const ofAmount = (scope: Scope): boolean =>
  scope.frame.amounts.some(({ amount, at }) => {
    if (amount.unit !== 'kr') return false
    const before = scope.frame.words.slice(Math.max(0, at - 3), at).map(({ token }) => token.folded)
    return before.some((word, index) => /^(av|of)$/.test(word) && before.slice(index + 1).every(other => skippable.test(other)))
  })

/** A member in brackets after its association only says where that is: `Västra Mälardalen (Köping och dom)`. */
const inBrackets = (scope: Scope, slot: Slot): boolean => {
  const start = scope.frame.words[slot.tokens[0] ?? 0]?.token.start ?? 0
  const open = scope.text.lastIndexOf('(', start)
  return top(slot)?.kind === 'member' && scope.frame.associations.length > 0 && open >= 0 && scope.text.indexOf(')', open) > start
}

/** Of several parts after `av` the one that `andel av` itself stands before: `andel av kostnaderna som täcks av bidragen`. */
const ofShare = (scope: Scope, marked: readonly Slot[]): Slot | undefined => {
  if (marked.length < 2) return undefined
  const ends = cueLinks(scope.frame, 'share').map(({ tokens }) => tokens.at(-1) ?? 0)
  return marked.find(slot => ends.some(end => (slot.tokens[0] ?? 0) > end && (slot.tokens[0] ?? 0) - end <= 3))
}

interface Sides {
  readonly parts: readonly Slot[]
  readonly whole: Slot | undefined
}

const sidesOf = (scope: Scope): Sides => {
  const { frame, prior } = scope
  const named = frame.targets.filter(slot => !inBrackets(scope, slot))
  const targets = named.filter(slot => !['participants', 'population'].includes(conceptId(slot) ?? '') || named.length === 1)
  const amount = ofAmount(scope)
  const marked = afterOf(scope, targets)
  const whole = amount
    ? undefined
    : (ofShare(scope, marked) ?? marked.at(-1) ?? targets.find(slot => targets.some(other => contains(slot, other))))
  const rest = targets.filter(slot => slot !== whole && !(whole && contains(slot, whole)))
  const specific = rest.filter(slot => !['total-costs', 'initiative'].includes(conceptId(slot) ?? '') || top(slot)?.kind === 'lines')
  const kept = specific.length > 0 ? specific : rest
  const outer = kept.filter(slot => !kept.some(other => other !== slot && contains(other, slot)))
  const covering = outer.find(slot => conceptId(slot) === 'administration')
  const parts = covering ? [covering] : outer
  if (parts.length === 0 && prior && pointsBack(frame)) return { parts: mainTargets(prior), whole }
  return { parts, whole }
}

/** A whole said as an amount: `av de 3 miljonerna` is the income or cost that comes to it. */
const wholeByAmount = (scope: Scope, part: Pick): Pick | undefined => {
  const [named] = scope.frame.amounts.filter(({ amount }) => amount.unit === 'kr')
  if (!named) return undefined
  const leaf = firstLeaf(part.calculation)
  for (const concept of ['total-income', 'contributions', 'available-funds', 'total-costs', 'initiatives']) {
    const query = lookup(part.association, { concept }, part.calculation.scenario ?? leaf.scenario, part.calculation.period ?? leaf.period)
    const calculation = run(scope, query)
    const close = calculation && Math.abs(calculation.result.value / 100 - named.amount.value) <= Math.max(named.amount.value * 0.02, 500)
    if (calculation && close) return { ...part, query, calculation, certainty: 0.8, tokens: named.tokens }
  }
  return undefined
}

const defaultWhole = (scope: Scope, part: Pick): Pick | undefined => {
  const leaf = firstLeaf(part.calculation)
  const line = leaf.quantity && scope.library.line(leaf.quantity.line)
  const concept = line?.nature === 'income' ? 'contributions' : line?.nature === 'cost' ? 'total-costs' : undefined
  if (!concept) return undefined
  const query = lookup(part.association, { concept }, part.calculation.scenario ?? leaf.scenario, part.calculation.period ?? leaf.period)
  const calculation = run(scope, query)
  return calculation && { ...part, query, calculation, certainty: 0.8, defaults: [...part.defaults] }
}

const wholeOf = (scope: Scope, slot: Slot | undefined, part: Pick): Pick | undefined => {
  if (!slot) return wholeByAmount(scope, part) ?? defaultWhole(scope, part)
  const same = alike(scope, slot, part)
  if (same) return same
  const [cell] = cellsOf({ ...scope, associations: [part.association] }, [slot])
  return cell ? gather(scope, [cell], 'money').picks[0] : undefined
}

const oneShare = (scope: Scope, part: Pick, slot: Slot | undefined): Draft | undefined => {
  const whole = wholeOf(scope, slot, part)
  return whole && shareDraft(scope, part, whole, slot)
}

const merge = (drafts: readonly Draft[]): Draft | undefined => {
  const [first, ...rest] = drafts
  if (!first || rest.length === 0) return first
  if (drafts.some(draft => draft.status !== 'answered')) return drafts.find(draft => draft.status !== 'answered')
  return answered(
    'share',
    drafts.map(draft => draft.sentence).join(' '),
    drafts.flatMap(draft => draft.figures),
    {
      notes: [...new Set(drafts.flatMap(draft => draft.notes))],
      confidence: Math.min(...drafts.map(draft => draft.confidence)),
    },
  )
}

/** Whether the clause itself names an amount, rather than one being left over from before. */
const namesTarget = ({ frame }: Scope): boolean =>
  frame.targets.some(slot => slot.tokens.some(token => token >= frame.clause.from && token < frame.clause.to))

/** `Procent av eleverna`: the whole is said, but nothing known bears its name. */
const ofUnknown = ({ frame }: Scope): boolean => frame.unplaced.some(({ narrows, before }) => narrows && /^(av|of)$/.test(before))

/** `Hur många procent lägre`: a change in percent, no part of a whole. */
const percentMore =
  /(procent|percent|per cent|%)\s+(lagre|hogre|mer|mindre|storre|dyrare|billigare|farre|fler|lower|higher|more|less|larger|smaller|cheaper)\b/

/** A share takes a part and a whole: `hur stor andel av insatskostnaderna avser X`. */
export const share = (scope: Scope): Draft | undefined => {
  const { frame } = scope
  const partOf = hasCue(frame, 'part-of') && unitsAsked(frame).includes('percent')
  if (!(hasCue(frame, 'share') || partOf) || scope.associations.length === 0) return undefined
  if (cueLinks(frame, 'change').length > 0 && frame.points.length > 1) return undefined
  if (percentMore.test(fold(scope.text))) return undefined
  const goesOn = scope.prior?.words === frame.words && hasCue(scope.prior, 'share')
  const ofOwnBudget = usedOfBudget(scope)
  if (ofOwnBudget || namesOwnBudget(scope)) return ofOwnBudget
  const columns = frame.points.some(({ measure }) => measure !== undefined)
  if (!namesTarget(scope) && !pointsBack(frame) && !goesOn && !columns) return undefined
  if (!namesTarget(scope) && scope.prior && hasCue(scope.prior, 'part-of')) return undefined
  if (scope.associations.length > 1 && (hasCue(frame, 'highest', 'lowest', 'rank') || comparesAll(scope))) return undefined
  return shareOfNamed(scope)
}

const heads: ReadonlySet<string> = new Set(['population', 'participants'])

/** `Hur stor andel av invånarna bor i …`: counts of the parts by the count of all, never money. */
const shareOfHeads = (scope: Scope, parts: readonly Slot[], people: boolean): Draft | undefined => {
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1 || parts.length === 0) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, parts), people ? 'population' : 'count')
  const part = sumOf(scope, picks)
  const whole = part && countOfAll(scope, part, people ? 'population' : 'participants')
  if (!part || !whole || open.length + missing.length > 0) return undefined
  return shareDraft(scope, part, whole)
}

/** Each of several amounts as its share of the whole that the question names, or of all costs or contributions where it names none. */
export const asShares = (scope: Scope, picks: readonly Pick[]): readonly Ranked[] => {
  const { whole } = sidesOf(scope)
  return picks.flatMap(part => {
    const all = wholeOf(scope, whole, part)
    if (!all || all.calculation.quantity?.id === part.calculation.quantity?.id) return []
    const query: Query = { op: 'share', part: part.query, whole: all.query }
    const calculation = run(scope, query)
    return calculation && calculation.result.value <= mostOfWhole
      ? [{ pick: { ...part, query, calculation }, shareOf: { part, whole: all } }]
      : []
  })
}
const mostOfWhole = 100.5

/** The share that the parts of a question make, whatever word asks for it. */
export const shareOfNamed = (scope: Scope): Draft | undefined => {
  const { frame } = scope
  if (frame.points.some(({ measure }) => measure !== undefined)) return shareOfColumns(scope)
  const people = afterOf(scope, frame.targets).find(slot => heads.has(conceptId(slot) ?? ''))
  const { parts, whole } = sidesOf(scope)
  if (people) return shareOfHeads(scope, parts, conceptId(people) === 'population')
  if (parts.length === 0 || (whole === undefined && ofUnknown(scope))) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, parts), 'money')
  if (open.length > 0) return askWhich(scope, 'share', open)
  if (missing.length > 0 || picks.length === 0) return undefined
  const apart =
    scope.associations.length > 1 || frame.points.length > 1 || /\b(respektive|resp|each|vardera|var for sig)\b/i.test(fold(scope.text))
  if (apart) return merge(picks.flatMap(pick => oneShare(scope, pick, whole) ?? []))
  const part = sumOf(scope, picks)
  return part && oneShare(scope, part, whole)
}
