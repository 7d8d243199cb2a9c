import type { Assumption, Target } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import type { Slot } from '../choose-links.ts'
import { isSpecific, top } from '../follow-up.ts'
import { cueLinks, hasCue } from '../frame.ts'
import { conceptId, type Scope } from '../scope.ts'
import { targetOf } from './assumed-target.ts'

/** An assumption about an amount that the documents print. */
export type AssumedTarget = Extract<Assumption, { target: unknown }>

const downWords =
  /(minsk|sank|sanks|lagre|under|fall|drop|cut|decreas|lower|below|reduc|shrink|tapp|nere|sparr|dras ner|drar ner|farre|less|neddrag|billig|cheap|smaller|mindre|skar |skars|nedskar|banta|krymp|spara|dra ned|dras ned)/
const upWords =
  /(hogre|ytterligare|extra|fler|costlier|expensive|okar|oka|okning|far ytterligare|tillfor|hoj|stig|mer|over|higher|increas|above|rise|rose|rais|more|grow|grew|vax|dyr|up )/

/** The tokens of the clause that states the assumption: from `om` to the next comma, or to the end. */
export const assumedPart = (scope: Scope): readonly [number, number] | undefined => {
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
    !/^(veta|undrar|fraga|niva|minskning|belopp|summa|tjanst|medel|okning|runt|folk|mal|malet|malen|tak|taket|riktlinje|riktlinjen|krav|kravet|regel|regeln|beslut|beslutet|grans|gransen|uppgift|fraga|fragan|information|lagen|avtal|avtalet)$/.test(
      before,
    ) &&
    next?.kind !== 'number' &&
    next?.folded !== 'aret'
  )
}

/** An assumption in a sentence of its own before the question: `Suppose … . What would …?` */
export const assumedBefore = (scope: Scope): readonly [number, number] | undefined => {
  const { prior, frame } = scope
  if (!prior || prior.words !== frame.words || prior.clause.from >= frame.clause.from || cueLinks(prior, 'project').length === 0)
    return undefined
  return [prior.clause.from, prior.clause.to]
}

export const inside = (slot: Slot, [from, to]: readonly [number, number]): boolean =>
  slot.tokens.length > 0 && slot.tokens.every(token => token >= from && token < to)

/** What the assumption is about: the parts inside it, or those that it points back at with a pronoun. */
export const assumedSlots = (scope: Scope, part: readonly [number, number]): readonly Slot[] => {
  const { frame, prior } = scope
  const all = [...new Set([...frame.targets, ...(prior?.words === frame.words ? prior.targets : [])])]
  const own = all.filter(slot => inside(slot, part))
  return own.length > 0 ? own : all.filter(slot => slot.tokens.length === 0 && isSpecific(slot))
}

const signIn = (scope: Scope, [from, to]: readonly [number, number]): number | undefined => {
  const said = fold(
    scope.frame.words
      .slice(from, to)
      .map(({ token }) => token.text)
      .join(' '),
  )
  const down = said.search(downWords)
  const up = said.search(upWords)
  if (down < 0) return up < 0 ? undefined : 1
  return up < 0 || down < up ? -1 : 1
}

export const assumptionFor = (
  scope: Scope,
  association: string,
  part: readonly [number, number],
  year: number,
): readonly AssumedTarget[] => {
  const { frame } = scope
  const within = assumedSlots(scope, part)
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
  return slots.flatMap((slot): readonly AssumedTarget[] => {
    const target = targetOf(scope, slot, association)
    if (!target) return []
    if (dropsOut.test(fold(scope.text))) return [{ target, change: { set: 0 }, from: year }]
    if (hasCue(frame, 'repeat')) return [{ target, change: { repeat: years[0] ?? year - 1 }, from: year }]
    if (!amount) return []
    const sign = signIn(scope, part)
    const sets = amount.unit === 'kr' && setsAmount(scope)
    if (sign === undefined && !sets) return []
    if (amount.unit === 'percent')
      return [{ target, change: { percent: (sign ?? 1) * amount.value, ...(yearly ? { yearly: true } : {}) }, from: year }]
    if (amount.unit !== 'kr') return []
    return sets
      ? [{ target, change: { set: amount.value }, from: year }]
      : [{ target, change: { amount: (sign ?? 1) * amount.value }, from: year }]
  })
}

/** `Höjs till 100 tkr`, `blir 100 tkr`: the amount itself, no change of it. */
const setsAmount = (scope: Scope): boolean => {
  const said = fold(scope.text)
  return (
    /\b(till|to|blir|ar|is|at|pa)\s+(ca |about )?[\d]/.test(said) && !/\b(med|by)\s+(ca |about )?[\d]/.test(said) && !comparative.test(said)
  )
}

/** `blir 100 tkr dyrare` adds to what was planned; `blir 100 tkr` replaces it. */
const comparative = /\b(dyrare|billigare|mer|mindre|hogre|lagre|more|less|higher|lower|cheaper|costlier)\b/

/** What is struck out or does not come at all. */
const dropsOut =
  /\b(stryks|stroks|strok|stryka|tas bort|togs bort|slopas|slopades|utgar|uteblir|inte alls|inget alls|ingenting|noll|laggs ner|removed|struck|dropped|cut entirely|nothing|zero|disappears|cancelled|scrapped)\b/i

/** A member pays its part of the allotment: where that falls by a percent, so does the member's contribution. */
export const followsAllotment = (asked: Target, { target, change }: AssumedTarget): boolean =>
  'member' in asked &&
  'percent' in change &&
  'concept' in target &&
  (target.concept === 'contributions' || target.concept === 'contribution-state')
