import type { LabelKnowledge } from './knowledge.ts'
import { plain } from './plain.ts'
import { readVariants } from './substitutions.ts'

interface Candidate {
  readonly word: string
  readonly cost: number
}

/** What kind of knowledge a spelling rests on, and how much less it is worth than a trusted word. */
const tiers = { trusted: 0, listed: 0.6, fieldCompound: 0.7, compound: 1.7, perPart: 0.3, unknown: 2.6 } as const

const markCost = (missing: number, damaged: boolean): number => (missing === 0 ? 0 : damaged ? 0.1 + 0.05 * missing : 0.8 + 0.3 * missing)

/** A diacritic that the document did not print, each further one another assumption; or one that it printed as `é` and the word has not. */
const diacriticCost = (printed: string, word: string, damaged: boolean): number => {
  let missing = 0
  let unread = 0
  for (let index = 0; index < word.length; index += 1) {
    if (/[åäö]/.test(word.charAt(index)) && printed.charAt(index) === plain(word.charAt(index))) missing += 1
    if (printed.length > 3 && printed.charAt(index) === 'é' && /[ao]/.test(word.charAt(index))) unread += 1
  }
  return 0.3 * unread + markCost(missing, damaged)
}

function compounds(key: string, knowledge: LabelKnowledge, depth: number): readonly Candidate[] {
  const found: Candidate[] = []
  for (let cut = 3; cut <= key.length - 4; cut += 1) {
    const first = key.slice(0, cut)
    const field = knowledge.openers.get(first)
    const openers = field ? [field] : knowledge.words.openers(first)
    if (openers.length === 0) continue
    const rest = key.slice(cut)
    const endings = [...(knowledge.trusted.get(rest) ?? []).map(word => word.toLowerCase()), ...knowledge.words.forms(rest)]
    const tails = endings.map(word => ({ word, cost: 0 }))
    const longer =
      tails.length === 0 && depth > 0
        ? compounds(rest, knowledge, depth - 1).map(tail => ({ ...tail, cost: tail.cost - tiers.compound + tiers.perPart }))
        : []
    for (const opener of openers)
      for (const tail of [...tails, ...longer])
        found.push({ word: opener + tail.word, cost: (field ? tiers.fieldCompound : tiers.compound) + tail.cost + (cut < 4 ? 0.3 : 0) })
  }
  return found
}

/** Every spelling known for the letters, with what it costs to believe in it. */
function spellings(key: string, knowledge: LabelKnowledge, allowCompounds: boolean): readonly Candidate[] {
  const trusted = knowledge.trusted.get(key)?.map(word => ({ word, cost: tiers.trusted })) ?? []
  const listed = knowledge.words.forms(key).map(word => ({ word, cost: tiers.listed }))
  const whole = [...trusted, ...listed]
  return whole.length > 0 || !allowCompounds || key.length < 7 ? whole : compounds(key, knowledge, 1)
}

function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  const sorted = [...candidates].sort((a, b) => a.cost - b.cost)
  const [best, ...others] = sorted
  const rival = others.find(other => other.word.toLowerCase() !== best?.word.toLowerCase())
  return best && (!rival || rival.cost - best.cost > 0.15) ? best : undefined
}

function withCapitals(word: string, printed: string): string {
  if (printed.startsWith('I') && word.startsWith('l')) return word
  if (/^\p{Ll}/u.test(printed)) return word.toLowerCase()
  if (/^\p{Lu}/u.test(word)) return printed === printed.toUpperCase() && printed.length > 2 ? word.toUpperCase() : word
  if (printed.length > 1 && printed === printed.toUpperCase() && /\p{Lu}{2}/u.test(printed)) return word.toUpperCase()
  return /^\p{Lu}/u.test(printed) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

/** `VerkSam`: a name made up with inner capitals. */
const hasInnerCapitals = (word: string): boolean => /\p{Ll}\p{Lu}/u.test(word)
const isAcronym = (word: string): boolean => word.length <= 5 && /^[\p{Lu}\d&]+$/u.test(word)
const isCodeOrNumber = (word: string): boolean => !/\p{L}/u.test(word) || /^\d+\p{L}?$/u.test(word) || /^\p{L}\d+$/u.test(word)

/** True where the printed spelling itself is known, so that only a cheap and better known one may replace it. */
const isKnown = (printed: string, own: readonly Candidate[]): boolean =>
  own.some(candidate => candidate.word.toLowerCase() === printed.toLowerCase())

/** True where one letter lost, added or exchanged makes one word the other. */
function isOneSlip(a: string, b: string): boolean {
  let head = 0
  while (head < a.length && a.charAt(head) === b.charAt(head)) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail += 1
  return a.length - head - tail <= 1 && b.length - head - tail <= 1
}

/** The only trusted word of nine letters or more that a word is one slip away from: `projektledate` → `projektledare`. */
function oneSlipFrom(printed: string, knowledge: LabelKnowledge): string | undefined {
  const key = plain(printed)
  if (key.length < 9) return undefined
  const near = [...knowledge.trusted].filter(
    ([word]) => Math.abs(word.length - key.length) <= 1 && word.charAt(0) === key.charAt(0) && isOneSlip(word, key),
  )
  const [only] = near.length === 1 ? (near[0]?.[1] ?? []) : []
  return only === undefined ? undefined : withCapitals(only, printed)
}

/** Only the likeliest readings of a word are looked for among compounds. */
const variantsAsCompound = 40

function chooseSpelling(printed: string, knowledge: LabelKnowledge): string {
  const lower = printed.toLowerCase()
  const counted = /^(\d+)(\p{L}{3,})$/u.exec(printed)
  if (counted?.[1] && counted[2] && spellings(plain(counted[2]), knowledge, false).length > 0)
    return counted[1] + restoreWord(counted[2], knowledge)
  if (knowledge.trusted.get(plain(printed))?.some(word => word.toLowerCase() === lower)) return printed
  const own = spellings(plain(printed), knowledge, true)
  const known = isKnown(printed, own)
  if (known && (!knowledge.damaged || /[åäö]/.test(lower))) return printed
  const whole = known && own.some(candidate => candidate.cost <= tiers.listed && candidate.word.toLowerCase() === lower)
  const budget = hasInnerCapitals(printed) ? 0 : whole ? 0.5 : printed.length < 4 ? 0.9 : 2.1
  const candidates: Candidate[] = known ? [] : [{ word: printed, cost: tiers.unknown - (knowledge.damaged ? 0 : 0.8) }]
  for (const [index, variant] of readVariants(printed, plain(printed), budget).entries()) {
    const mayBeCompound = index < variantsAsCompound && (variant.cost <= 1.2 || printed.length > 9)
    for (const candidate of spellings(variant.key, knowledge, mayBeCompound)) {
      if (variant.cost >= 0.9 && printed.length < 6 && candidate.cost > tiers.trusted) continue
      const marks = candidate.word.length === printed.length ? diacriticCost(lower, candidate.word.toLowerCase(), knowledge.damaged) : 0
      candidates.push({ word: candidate.word, cost: candidate.cost + variant.cost + marks })
    }
  }
  const best = cheapest(candidates)
  if (!known && knowledge.damaged && best?.word === printed) return oneSlipFrom(printed, knowledge) ?? printed
  if (!best || (hasInnerCapitals(printed) && best.word.length !== printed.length)) return printed
  return hasInnerCapitals(printed) ? likePrinted(best.word, printed) : withCapitals(best.word, printed)
}

const likePrinted = (word: string, printed: string): string =>
  [...word].map((letter, index) => (/\p{Lu}/u.test(printed.charAt(index)) ? letter.toUpperCase() : letter)).join('')

/** The one known name that a misread one is: `Vdsteras` → *Västerås*. */
function misreadName(printed: string, knowledge: LabelKnowledge): string | undefined {
  const names = readVariants(printed, plain(printed), 1)
    .flatMap(variant => knowledge.trusted.get(variant.key) ?? [])
    .filter(word => /^\p{Lu}/u.test(word))
  return new Set(names).size === 1 ? names[0] : undefined
}

/** A name is spelled as it is printed, save where the registry, the field or the document itself knows it by another spelling. */
export function restoreName(printed: string, knowledge: LabelKnowledge): string {
  const [known, ...others] = knowledge.trusted.get(plain(printed)) ?? []
  if (others.some(other => other.toLowerCase() !== known?.toLowerCase()) || knowledge.words.isName(printed)) return printed
  const meant = known ?? (knowledge.damaged ? misreadName(printed, knowledge) : undefined)
  return meant === undefined ? printed : withCapitals(meant, printed)
}

/** Distinct words that are looked into for one document; a text with more of them is no document. */
const mostWords = 8_000

/** The readable form of one printed word; as printed where none is clearly the likeliest. */
export function restoreWord(printed: string, knowledge: LabelKnowledge): string {
  if (knowledge.names.has(printed)) return restoreName(printed, knowledge)
  if (printed.length > 60 || isAcronym(printed) || isCodeOrNumber(printed)) return printed
  const before = knowledge.remembered.get(printed)
  if (before !== undefined) return before
  if (knowledge.remembered.size >= mostWords) return printed
  const restored = chooseSpelling(printed, knowledge)
  knowledge.remembered.set(printed, restored)
  return restored
}
