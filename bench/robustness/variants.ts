/** A question as somebody else would type it: what was done to it, and the text. */
export interface Variant {
  readonly name: string
  readonly text: string
}

/** The same numbers every run. */
export function* randomNumbers(seed: number): Generator<number> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
/** Names as a scanner spells them; the rest of a question is typed. */
const scanned = (text: string): string => text.replace(/(?<=[\p{L},:;]\s)\p{Lu}[\p{L}-]+/gu, misread)
const misread = (text: string): string =>
  text.replace(/å/g, 'a').replace(/ä/g, 'd').replace(/ö/g, 'é').replace(/Å/g, 'A').replace(/Ä/g, 'A').replace(/Ö/g, '6')

/** One slip of the fingers in one long word: a letter lost, doubled, swapped with the next, or another in its place. */
function slip(text: string, kind: 'lost' | 'doubled' | 'swapped' | 'other', random: () => number): string {
  const words = [...text.matchAll(/\p{L}{6,}/gu)]
  const word = words[Math.floor(random() * words.length)]
  if (!word) return text
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 3))
  const letter = text.charAt(at)
  const replacement = { lost: '', doubled: letter + letter, swapped: text.charAt(at + 1) + letter, other: letter === 'e' ? 'r' : 'e' }[kind]
  return text.slice(0, at) + replacement + text.slice(at + (kind === 'swapped' ? 2 : 1))
}

/** `Vad kostar NOVA i Södra Vätterbygden 2024?` → `2024, i Södra Vätterbygden: vad kostar NOVA?` */
function partsFirst(text: string): string {
  const found = /^(.*?)((?:\s+(?:i|in|hos|för|for)\s+(?:\p{Lu}\S*\s?)+)?\s*(?:år\s+)?((?:19|20)\d\d)?)\s*\?$/u.exec(text.trim())
  const [, start = '', rest = ''] = found ?? []
  return rest.trim() === '' || start.trim() === ''
    ? text
    : `${rest.trim()}: ${start.trim().charAt(0).toLowerCase()}${start.trim().slice(1)}?`
}

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\bHur mycket kostar\b/i, 'Vad kostar'],
  [/\bVad kostar\b/i, 'Vad är kostnaden för'],
  [/\bHur stor andel\b/i, 'Hur stor del'],
  [/\bHur mycket mer\b/i, 'Hur många kronor mer'],
  [/\bWhat is\b/i, 'Tell me'],
  [/\bHow much\b/i, 'What amount'],
]
const withSynonym = (text: string): string => {
  const found = synonyms.find(([pattern]) => pattern.test(text))
  return found ? text.replace(found[0], found[1]) : text
}

/** Twenty ways in which the same question may arrive. */
export function variantsOf(question: string, language: 'sv' | 'en', seed: number): Variant[] {
  const source = randomNumbers(seed)
  const random = (): number => source.next().value ?? 0
  const polite =
    language === 'sv'
      ? ['Hej! ', 'Kan du vara snäll och svara på en sak: ', ' Tack på förhand!', 'Jag undrar: ']
      : ['Hello! ', 'Could you please answer this: ', ' Thanks in advance!', 'I wonder: ']
  const bare = question.replace(/\?+\s*$/, '')
  return [
    { name: 'lower case', text: question.toLowerCase() },
    { name: 'upper case', text: question.toUpperCase() },
    { name: 'no diacritics', text: plain(question) },
    { name: 'no diacritics, lower case', text: plain(question).toLowerCase() },
    { name: 'names as scanned', text: scanned(question) },
    { name: 'no question mark', text: bare },
    { name: 'three question marks', text: `${bare}???` },
    { name: 'double spaces', text: question.replace(/ /g, '  ') },
    { name: 'greeting', text: polite[0] + question },
    { name: 'please', text: polite[1] + question },
    { name: 'thanks', text: question + polite[2] },
    { name: 'wondering', text: polite[3] + question.charAt(0).toLowerCase() + question.slice(1) },
    { name: 'in quotes', text: `”${question}”` },
    { name: 'parts first', text: partsFirst(question) },
    { name: 'synonym', text: withSynonym(question) },
    { name: 'letter lost', text: slip(question, 'lost', random) },
    { name: 'letter doubled', text: slip(question, 'doubled', random) },
    { name: 'letters swapped', text: slip(question, 'swapped', random) },
    { name: 'another letter', text: slip(question, 'other', random) },
    { name: 'lower case with a slip', text: slip(question.toLowerCase(), 'lost', random) },
  ]
}
