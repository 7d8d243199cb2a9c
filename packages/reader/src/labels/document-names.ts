import type { LabelKnowledge } from './knowledge.ts'
import { restoreWord } from './restore-word.ts'

/** A word as a name is written, without letters that a scanner made up. */
const namePart = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'
/** Two to four such words in a row: a person, a body, or a heading. */
const namesInARow = new RegExp(`(?<![\\p{L}\\d&[])${namePart}(?: ${namePart}){1,3}(?![\\p{L}\\d&[])`, 'gu')

/** Rows of capitalised words that are looked into for one document. */
const mostRows = 2_000

/** True where no word of the language is found for it: `Kerstin`; or where it is listed as a name: `Bo`. */
const isNameForSure = (word: string, knowledge: LabelKnowledge): boolean =>
  knowledge.words.isName(word) || (restoreWord(word, knowledge) === word && knowledge.words.forms(word.toLowerCase()).length === 0)

/** A row with such a word is the name of a body or a place. */
const body = /förbund|kommun|region|finsam|kassan|förmedling|insats|team|stad\b/i
/** Surnames are shorter than most compounds that they might be taken for. */
const longestSurname = 9

/** True for what may be part of a person's name: no word that is printed in small letters too, none whose `é` may be any letter, no compound. */
const mayBeName = (word: string, small: ReadonlySet<string>, knowledge: LabelKnowledge): boolean =>
  !small.has(word.toLowerCase()) &&
  !(knowledge.damaged && /é/.test(word)) &&
  (word.length <= longestSurname || restoreWord(word, knowledge) === word)

/**
 * The words that a document prints as persons' names: those of capitalised words in a row of which one is nothing but a name.
 *
 * @example  'Revisor är Bo Karlander.' // → Bo, Karlander
 */
export function documentNames(text: string, knowledge: LabelKnowledge): ReadonlySet<string> {
  const rows = new Set(text.match(namesInARow)?.slice(0, mostRows))
  const small = new Set(text.match(/(?<!\p{L})\p{Ll}+/gu))
  const names = new Set<string>()
  for (const row of rows) {
    const words = row.split(' ')
    if (body.test(words.map(word => restoreWord(word, knowledge)).join(' '))) continue
    if (!words.some(word => isNameForSure(word, knowledge))) continue
    for (const word of words) if (mayBeName(word, small, knowledge)) names.add(word)
  }
  return names
}
