import type { SureWord } from '../extracted-text.ts'
import type { RunLine } from './text-line.ts'

/**
 * The words with digits of a recognised line, at their offsets in its text, and how sure recognition is of each. Words of which it says
 * nothing, and words that the text does not hold as they were read, are left out.
 *
 * @example sureWords(lineOf('Kansli' 0.9, '1 250' 0.4), 'Kansli\t1 250') // → [{ start: 7, end: 12, sure: 0.4 }]
 */
export function sureWords({ runs }: RunLine, text: string): SureWord[] {
  const words: SureWord[] = []
  let from = 0
  for (const { text: printed, sure } of runs) {
    const word = printed.trim()
    const start = text.indexOf(word, from)
    if (word === '' || start < 0) continue
    from = start + word.length
    if (sure !== undefined && /\d/.test(word)) words.push({ start, end: from, sure })
  }
  return words
}
