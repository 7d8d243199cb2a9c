import { isTarget, type Slot } from './choose-links.ts'
import type { Link } from './meaning.ts'
import type { Word } from './read-words.ts'

const startOf = (slot: Slot): number => slot.tokens[0] ?? 0

const opensQuestion = /^(hur|vad|vilken|vilket|vilka|how|what|which)$/
/** `Excluding the state, how much …`: what is left out ends where the question begins. */
const questionStart = (words: readonly Word[], from: number, text: string): number => {
  const opening = words.find(
    ({ token }, at) => at > from && opensQuestion.test(token.folded) && /,\s*$/.test(text.slice(words[at - 1]?.token.end, token.start)),
  )
  return opening?.token.start ?? Number.POSITIVE_INFINITY
}

const rest = /^(rest|resten|aterstar|aterstoden|kvar|left|remains|remaining)$/
const onceMet = /^(nar|sedan|when|once|after)$/
/** `Vad återstår av bidragen när kansliet fått sitt?`: what comes after the condition is taken from what is named before it. */
const takenFrom = (slots: readonly Slot[], words: readonly Word[]): readonly Slot[] => {
  const at = words.findIndex(({ token }) => onceMet.test(token.folded))
  const targets = slots.filter(isTarget)
  const named = targets.some(slot => startOf(slot) < at)
  return at > 0 && named && words.some(({ token }) => rest.test(token.folded)) ? targets.filter(slot => startOf(slot) > at) : []
}

/** Slots that follow `utan`, `exklusive`, `not` … : for the first two all up to the end of the bracket or clause, for a bare negation the next one. */
export const excludedSlots = (slots: readonly Slot[], marks: readonly Link[], words: readonly Word[], text: string): ReadonlySet<Slot> => {
  const out = new Set<Slot>(takenFrom(slots, words))
  const cue = (id: string): readonly Link[] => marks.filter(({ meaning }) => meaning.kind === 'cue' && meaning.id === id)
  const bracketEnd = (at: number): number => {
    const start = words[at]?.token.start ?? 0
    const open = text.lastIndexOf('(', start)
    const close = text.indexOf(')', start)
    return open >= 0 && text.indexOf(')', open) >= start && close >= 0 ? close : Number.POSITIVE_INFINITY
  }
  for (const link of cue('exclude')) {
    const at = link.tokens[0] ?? 0
    const end = Math.min(bracketEnd(at), questionStart(words, at, text))
    for (const slot of slots) if (startOf(slot) > at && (words[startOf(slot)]?.token.start ?? 0) < end) out.add(slot)
  }
  for (const link of cue('not')) {
    const at = link.tokens.at(-1) ?? 0
    if (!/^(not|inte|ej|icke)$/.test(words[at]?.token.folded ?? '')) continue
    const next = slots.find(
      slot => startOf(slot) > at && startOf(slot) - at <= 3 && (isTarget(slot) || slot.links[0]?.meaning.kind === 'scenario'),
    )
    const between = next && text.slice(words[at]?.token.end ?? 0, words[startOf(next)]?.token.start ?? 0)
    if (next && between !== undefined && !/[,.;]/.test(between) && /^\s*(the|någon|några|sin|sina|den|det|the\s+\w+)?\s*$/i.test(between))
      out.add(next)
  }
  return out
}
