import { type HeadWord, isDayOfMonth, isTelling } from './head-words.ts'
import { headerAtoms } from './header-atoms.ts'

/** What a line of a head says of each column; undefined where it says nothing. */
export type Slots = readonly (string | undefined)[]

interface Placement {
  readonly slots: Slots
  readonly score: number
  /** How many of the words tell something, or end what is broken above. */
  readonly told: number
  /** How far the words stand from those they are laid under, in characters. */
  readonly away: number
}

/** Words laid under those that lack them, the most words that fit; undefined where two ways are as good. */
export function placedBelow(slots: Slots, starts: readonly number[], ways: readonly (readonly HeadWord[])[]): Slots | undefined {
  const most = Math.max(0, ...ways.map(words => words.length).filter(length => length <= slots.length))
  if (most === 0) return undefined
  const found = ways.filter(words => words.length === most).flatMap(words => placements(slots, starts, words))
  const [best, rival] = found.sort((a, b) => b.score - a.score || a.away - b.away)
  const alone = best && (!rival || best.score > rival.score || best.away < rival.away)
  return alone && (best.score >= most || best.told * 2 >= most) ? best.slots : undefined
}

function placements(slots: Slots, starts: readonly number[], words: readonly HeadWord[]): readonly Placement[] {
  const found: Placement[] = []
  const place = (column: number, next: number, placed: Placement): void => {
    const [over, word] = [slots[column], words[next]]
    if (over === undefined) found.push(placed)
    if (over === undefined) return
    if (word)
      place(column + 1, next + 1, {
        slots: [...placed.slots, word.text],
        score: placed.score + suits(over, word.text, column === slots.length - 1),
        told: placed.told + (isPartOfHead(over, word.text) ? 1 : 0),
        away: placed.away + Math.abs(word.start - (starts[column] ?? 0)),
      })
    if (slots.length - column > words.length - next)
      place(column + 1, next, { ...placed, slots: [...placed.slots, undefined], score: placed.score + (isBroken(over) ? unended : 0) })
  }
  place(0, 0, { slots: [], score: 0, told: 0, away: 0 })
  return found
}

/** Whether a word is broken off by a hyphen and goes on on the next line. */
export const isBroken = (text: string): boolean => /\p{L}-$/u.test(text)
const isPartOfHead = (over: string, text: string): boolean =>
  text.split(' ').some(isTelling) ||
  /^\(?(?:%|kr|tkr|mnkr)\)?$/i.test(text) ||
  isDayOfMonth(text) ||
  (isBroken(over) && /^\p{Ll}/u.test(text))

/** What speaks against a word that is broken and does not go on. */
const unended = -6

/** Columns that have no time of their own. */
const timeless = /^(?:diff|avv|skilln|kvar|[åa]terst|f[öo]r[äa]ndr|andel|%|\(%\))/i

/** How well a word stands under another: what one lacks the other says. */
function suits(over: string, under: string, last: boolean): number {
  if (isBroken(over)) return /^\p{Ll}/u.test(under) ? -unended : unended
  if (/^\(?%\)?$/.test(under)) return last || /^(?:andel|f.r.ndr)/i.test(over) ? 1 : 0
  if (!isTelling(under)) return isDayOfMonth(under) ? 1 : 0
  const atoms = headerAtoms(over)
  if (headerAtoms(under).some(atom => atom.scenario)) return atoms.some(atom => atom.scenario) ? -3 : 3
  return timeless.test(over) ? -2 : atoms.some(atom => atom.when !== undefined) ? -3 : 2
}
