import type { Assumption, Target } from '@finsam/domain'
import type { Slot } from '../choose-links.ts'
import { isSpecific } from '../follow-up.ts'
import { cueLinks } from '../frame.ts'
import type { Scope } from '../scope.ts'

/** An assumption about an amount that the documents print. */
export type AssumedTarget = Extract<Assumption, { target: unknown }>

const opensQuestion = /^(vad|hur|vilken|vilket|vilka|nar|racker|klarar|blir|what|how|which|when|does|is|would|will)$/

/** The tokens of the clause that states the assumption: from `om` to the comma before the question, or to the end. */
export const assumedPart = (scope: Scope): readonly [number, number] | undefined => {
  const { frame, text } = scope
  const cue = cueLinks(frame, 'project').find(({ tokens: [at = -1] }) => {
    const own = at >= frame.clause.from && at < frame.clause.to
    return own && (frame.words[at]?.token.folded !== 'om' || conditional(scope, at))
  })
  if (!cue) return undefined
  const from = cue.tokens[0] ?? 0
  if (from > frame.clause.from + 2) return [from, frame.clause.to]
  const commas: number[] = []
  for (let at = from + 1; at < frame.clause.to; at += 1) {
    const [before, token] = [frame.words[at - 1]?.token, frame.words[at]?.token]
    if (before && token && /[,:;?]/.test(text.slice(before.end, token.start))) commas.push(at)
  }
  const end = commas.find(at => opensQuestion.test(frame.words[at]?.token.folded ?? '')) ?? commas[0]
  return [from, end ?? frame.clause.to]
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
  if (own.length > 0) return own
  const pointed = all.filter(slot => slot.tokens.length === 0 && isSpecific(slot))
  return pointed.length > 0 ? pointed : transfersFrom(scope, part)
}

const isIn = (at: number, [from, to]: readonly [number, number]): boolean => at >= from && at < to

/** `Nothing came from Norra Västmanland`: an association in the condition is one that funds come from, and not the one that is asked of. */
export const assumedOf = (scope: Scope, part: readonly [number, number] | undefined): readonly string[] => {
  const givers = part ? scope.frame.associations.filter(({ at }) => isIn(at, part)).flatMap(({ ids }) => ids) : []
  const others = scope.associations.filter(id => !givers.includes(id))
  return others.length > 0 ? others : scope.associations
}

const transfersFrom = (scope: Scope, part: readonly [number, number]): readonly Slot[] => {
  const asked = assumedOf(scope, part)
  const givers = scope.frame.associations.filter(({ at, ids }) => isIn(at, part) && !ids.some(id => asked.includes(id)))
  const tokens = givers.map(({ at }) => at)
  return tokens.length === 1
    ? [{ tokens, value: 1, links: [{ tokens, score: 0.9, meaning: { kind: 'concept', id: 'transferred-in' } }] }]
    : []
}

/** A member pays its part of the allotment: where that falls by a percent, so does the member's contribution. */
export const followsAllotment = (asked: Target, { target, change }: AssumedTarget): boolean =>
  'member' in asked &&
  'percent' in change &&
  'concept' in target &&
  (target.concept === 'contributions' || target.concept === 'contribution-state')
