import { isLexiconWord, isSmallWord } from '../lexicon/lexicon.ts'
import type { Catalogue } from './catalogue.ts'
import type { Link } from './meaning.ts'
import { isFunctional, type LineName, type NameWord } from './names.ts'
import type { Word } from './read-words.ts'

interface Hit {
  readonly token: number
  readonly word: number
  readonly score: number
}

const partialScore = 0.62

const hitsOf = (catalogue: Catalogue, words: readonly Word[]): ReadonlyMap<number, readonly Hit[]> => {
  const hits = new Map<number, Hit[]>()
  const add = (name: number, hit: Hit): void => {
    const list = hits.get(name)
    if (!list) hits.set(name, [hit])
    else if (!list.some(known => known.token === hit.token && known.word === hit.word && known.score >= hit.score)) list.push(hit)
  }
  words.forEach((word, token) => {
    if (word.token.kind === 'date') return
    let direct = false
    for (const form of word.forms) {
      for (const posting of catalogue.byWord.get(form.folded) ?? []) {
        add(posting.name, { token, word: posting.word, score: form.score })
        direct = true
      }
      if (form.folded.length < 4) continue
      for (const posting of catalogue.byStem.get(form.stem) ?? []) {
        add(posting.name, { token, word: posting.word, score: form.score * 0.95 })
        direct = true
      }
    }
    const name = /^\p{Lu}/u.test(word.token.text) && !word.token.first
    if (!direct && !name && word.token.kind === 'word' && !word.forms.some(form => !form.foreign && isLexiconWord(form.folded)))
      addCompoundHits(catalogue, word, token, add)
  })
  return hits
}

/** A question's word that is the tail or head of a label's compound: `teamet` of `Samordningsteam`. */
const addCompoundHits = (catalogue: Catalogue, word: Word, token: number, add: (name: number, hit: Hit) => void): void => {
  if (isFunctional(word.token.folded)) return
  for (const { stem } of word.forms) addPartHits(catalogue, stem, token, add)
}

const addPartHits = (catalogue: Catalogue, stem: string, token: number, add: (name: number, hit: Hit) => void): void => {
  if (stem.length < 4) return
  for (const [label, postings] of catalogue.byStem) {
    if (label.length <= stem.length + 2 || !(label.endsWith(stem) || label.startsWith(stem))) continue
    for (const posting of postings) add(posting.name, { token, word: posting.word, score: partialScore })
  }
}

/** Place names are often left out, or said of the association instead. */
const placeWeight = 0.35
const widestGap = 4
/** Of two places where a label could stand, the one with its words closer together, and in the label's own order. */
const looseness = 0.02
const isInOrder = (hits: readonly Hit[]): boolean => hits.every((hit, at) => at === 0 || hit.word > (hits[at - 1]?.word ?? 0))

/** The largest set of hits that stand near each other, one token for a word of the label. */
const cluster = (catalogue: Catalogue, name: LineName, hits: readonly Hit[], words: readonly Word[]): readonly Hit[] => {
  const sentence = (hit: Hit): number => words[hit.token]?.token.sentence ?? 0
  const weigh = (hit: Hit): number => {
    const word = name.words[hit.word]
    return word ? word.weight * hit.score * (catalogue.places.has(word.folded) ? placeWeight : 1) : 0
  }
  const ordered = hits.toSorted((one, other) => one.token - other.token || other.score - one.score)
  let best: readonly Hit[] = []
  let bestWeight = 0
  for (let start = 0; start < ordered.length; start += 1) {
    const taken: Hit[] = []
    for (const hit of ordered.slice(start)) {
      const last = taken.at(-1)
      if (last && (hit.token - last.token > widestGap || sentence(hit) !== sentence(last))) break
      if (taken.some(known => known.word === hit.word || known.token === hit.token)) continue
      taken.push(hit)
    }
    const width = (taken.at(-1)?.token ?? 0) - (taken[0]?.token ?? 0)
    const turned = isInOrder(taken) ? 0 : looseness
    const weight = taken.reduce((sum, hit) => sum + weigh(hit), 0) - width * looseness - turned
    if (weight > bestWeight) {
      best = taken
      bestWeight = weight
    }
  }
  return best
}

const cueWord =
  /^((okning|minskning|forandring|skillnad|avvikelse|prognos)(en|ar|arna|er|erna)?|andel(en)?|summa(n)?|totalt|genomsnitt(et)?|budget(en)?|utfall(et)?|bokslut(et)?|plan(en)?|resultat(et)?)$/
const isCueWord = (word: Word | undefined): boolean => cueWord.test(word?.token.folded ?? '')

interface Fit {
  readonly name: LineName
  readonly tokens: readonly number[]
  readonly coverage: number
  readonly weight: number
}

const fitOf = (catalogue: Catalogue, name: LineName, hits: readonly Hit[], words: readonly Word[]): Fit | undefined => {
  const chosen = cluster(catalogue, name, hits, words)
  if (name.words.length === 1 && (name.words[0]?.weight ?? 0) <= 0.5) return undefined
  const matters = chosen.filter(hit => (name.words[hit.word]?.weight ?? 0) >= 0.3 || name.words.length === 1)
  if (matters.length === 0) return undefined
  const matched = new Set(chosen.map(hit => name.words[hit.word]))
  const weightOf = (word: NameWord): number =>
    (catalogue.places.has(word.folded) ? word.weight * placeWeight : word.weight) * (matched.has(word) ? word.boost : 1)
  const totalOf = (part?: number): number =>
    name.words.reduce((sum, word) => (part === undefined || word.part === part ? sum + weightOf(word) : sum), 0)
  const matchedIn = (part?: number): number =>
    chosen.reduce((sum, hit) => {
      const word = name.words[hit.word]
      return word && (part === undefined || word.part === part) ? sum + weightOf(word) * hit.score : sum
    }, 0)
  const byPart = name.parts.map(({ worth }, part) => (totalOf(part) > 0 ? (matchedIn(part) / totalOf(part)) * worth : 0))
  const coverage = Math.max(matchedIn() / totalOf(), ...byPart) - (isInOrder(matters) ? 0 : 0.15)
  const whole = matchedIn() / totalOf()
  if (whole < 0.9 && matters.every(hit => isCueWord(words[hit.token]))) return undefined
  if (whole < 0.9 && matters.every(hit => isSmallWord(words[hit.token]?.token.folded ?? ''))) return undefined
  const onlyPlaces = matters.every(hit => catalogue.places.has(name.words[hit.word]?.folded ?? ''))
  const isHead = matters.length === 1 && matters[0]?.word === 0
  if (coverage < (isHead ? 0.28 : 0.45) || (onlyPlaces && coverage < 0.9)) return undefined
  return {
    name,
    tokens: matters.map(hit => hit.token).sort((one, other) => one - other),
    coverage: Math.min(1, coverage),
    weight: matchedIn(),
  }
}

/** Labels whose words' first letters an abbreviation in the question is: `ISA` → `Individuellt stöd till arbete`. */
const initialsFits = (catalogue: Catalogue, words: readonly Word[]): readonly Fit[] =>
  words.flatMap((word, at) => {
    if (!/^\p{Lu}{3,6}$/u.test(word.token.text) && !/^[a-z]{3,5}$/.test(word.token.text)) return []
    if (isLexiconWord(word.token.folded)) return []
    if (catalogue.byWord.has(word.token.folded) && !/^\p{Lu}+$/u.test(word.token.text)) return []
    const named = catalogue.names.filter(name => name.initials === word.token.folded && name.initials.length >= 3)
    return named.map(name => ({ name, tokens: [at], coverage: 0.92, weight: 1 }))
  })

const abbreviation = /^\p{Lu}{2,6}$/u
/** `Samordningsteam Sala och FNS`: an abbreviation names its line alone where the word before it went to another. */
const abbreviationFits = (hits: ReadonlyMap<number, readonly Hit[]>, catalogue: Catalogue, words: readonly Word[]): readonly Fit[] =>
  [...hits].flatMap(([at, found]) => {
    const name = catalogue.names[at]
    const alone = found.filter(hit => abbreviation.test(words[hit.token]?.token.text ?? '') && (name?.words[hit.word]?.boost ?? 0) > 1)
    return name ? alone.map(({ token }) => ({ name, tokens: [token], coverage: abbreviationCoverage, weight: 1 })) : []
  })
const abbreviationCoverage = 0.6

/** Lines that a question names by their label, whole or in part; labels that share their matched words come as one link. */
export const linkLines = (catalogue: Catalogue, words: readonly Word[]): readonly Link[] => {
  const fits: Fit[] = []
  const allHits = hitsOf(catalogue, words)
  for (const [at, hits] of allHits) {
    const name = catalogue.names[at]
    const fit = name && fitOf(catalogue, name, hits, words)
    if (fit) fits.push(fit)
  }
  fits.push(...initialsFits(catalogue, words), ...abbreviationFits(allHits, catalogue, words))
  const bySpan = Map.groupBy(fits, fit => fit.tokens.join(' '))
  return [...bySpan.values()]
    .filter(group => group.some(fit => fit.coverage >= 0.45))
    .map(group => {
      const names = group.map(({ name, coverage }) => ({ name, coverage })).sort((one, other) => other.coverage - one.coverage)
      const best = names[0]?.coverage ?? 0
      return { tokens: group[0]?.tokens ?? [], meaning: { kind: 'lines' as const, names }, score: best }
    })
}
