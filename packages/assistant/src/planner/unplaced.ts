import { isSmallWord } from '../lexicon/lexicon.ts'
import type { Catalogue } from './catalogue.ts'
import type { Clause } from './clauses.ts'
import type { Word } from './read-words.ts'
import { isMonth } from './times/calendar.ts'

/** A word that no meaning accounts for. A `name`, `number`, `label` or `exclusion` forbids an answer; a plain `word` only lowers its score. */
export interface Unplaced {
  readonly text: string
  readonly why: 'name' | 'number' | 'label' | 'exclusion' | 'word'
  readonly stem: string
  /** It stands after a preposition, and so narrows what is asked for: `kostnader för julfesten`. */
  readonly narrows: boolean
  /** The word before it, folded. */
  readonly before: string
  /** A preposition ties a known part to it, and so it is what is asked of that part: `momsen på NOVA`. */
  readonly heads: boolean
  /** It is the noun that the question word asks for: `hur stort avdrag`, `which discount`. */
  readonly asked: boolean
}

const preposition = /^(for|till|av|pa|fran|hos|med|om|of|on|to|from|by|with|about)$/

/** `Resultatet i senaste enkäten`: which of several, and so no other thing. */
const ordinal = /^(senaste|forra|forsta|sista|latest|last|first)$/

const headOf = /^(pa|for|av|till|of|for|on)$/

/** `Momsen på NOVA`; `till och med augusti` ties nothing. */
const tiesToPart = (words: readonly Word[], at: number, placed: ReadonlySet<number>): boolean => {
  const [tie, next] = [words[at + 1], words[at + 2]]
  return placed.has(at + 2) && headOf.test(tie?.token.folded ?? '') && next?.token.folded !== 'och'
}

/** What kind of member a name is of: nothing that narrows it. */
const memberKind = /^(kommun|kommunen|kommuns|kommunens|kommuner|municipality|municipalities)$/
/** `Västra länsdelen`: a quarter in small letters names no association. */
const quarter = /^(norra|sodra|vastra|ostra|mellersta|centrala|nedre|ovre)$/
/** `Other operating costs`: what is not all of them, nor any that is named. */
const partsOff = /^(other|ovriga|ovrigt)$/
const costs = /^(costs?|expenses|kostnad\w*|initiatives|insatser\w*)$/
const questionWord = /^(vilken|vilket|vilka|what|which)$/
const howBig = /^(stor|stort|stora|hog|hogt|hoga|lang|langt|langa|large|big|high|long|great)$/
const article = /^(a|an|the)$/
const verb = /^(ar|var|blev|blir|har|hade|ska|is|are|was|were|does|do|did|has|have|had|will)$/
/** `Vilken X`, `hur stort X`, `how large a X`: the word at this place is what is asked for. */
const asksForNoun = (words: readonly Word[], clause: Clause, at: number): boolean => {
  const before = article.test(words[at - 1]?.token.folded ?? '') ? at - 2 : at - 1
  if (before < clause.from) return false
  const [last, first] = [words[before]?.token.folded ?? '', words[before - 1]?.token.folded ?? '']
  return questionWord.test(last) || (howBig.test(last) && /^(hur|how)$/.test(first))
}

/** The words of a clause that nothing has placed, with what each of them may be; `glossed` ones say only what stands in brackets behind them. */
export const unplacedIn = (
  catalogue: Catalogue,
  words: readonly Word[],
  clause: Clause,
  placed: ReadonlySet<number>,
  glossed: ReadonlySet<number>,
): readonly Unplaced[] =>
  words.slice(clause.from, clause.to).flatMap((word, offset): readonly Unplaced[] => {
    const { token } = word
    if (
      placed.has(clause.from + offset) ||
      glossed.has(clause.from + offset) ||
      token.kind !== 'word' ||
      token.folded.length < 2 ||
      memberKind.test(token.folded)
    )
      return []
    const before = words[clause.from + offset - 1]?.token.folded ?? ''
    const tied = tiesToPart(words, clause.from + offset, placed)
    const next = clause.from + offset + 1
    const asked = asksForNoun(words, clause, clause.from + offset) && !(placed.has(next) && !verb.test(words[next]?.token.folded ?? ''))
    const about = {
      text: token.text,
      stem: token.stem,
      before,
      narrows: offset > 0 && (preposition.test(before) || ordinal.test(before)),
      heads: tied,
      asked,
    }
    const capital = /^\p{Lu}/u.test(token.text) && !token.first
    const small = isSmallWord(token.folded) || (!capital && word.forms.some(form => isSmallWord(form.folded)))
    const isMember = capital && memberKind.test(words[next]?.token.folded ?? '')
    if ((capital && !small) || isMember) return [{ ...about, why: 'name' }]
    if (partsOff.test(token.folded) && [next, next + 1].some(of => placed.has(of) && costs.test(words[of]?.token.folded ?? '')))
      return [{ ...about, why: 'label' }]
    if (small) return []
    if (isMonth(token.folded)) return [{ ...about, why: 'name' }]
    if (!capital && quarter.test(token.folded)) return [{ ...about, why: 'word' }]
    if (catalogue.places.has(token.folded)) return [{ ...about, why: 'name' }]
    const label = catalogue.byWord
      .get(token.folded)
      ?.some(posting => (catalogue.names[posting.name]?.words[posting.word]?.weight ?? 0) >= 1)
    return [{ ...about, why: label ? 'label' : 'word' }]
  })
