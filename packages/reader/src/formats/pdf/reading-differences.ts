import type { Place } from '../extracted-text.ts'
import type { SecondReading } from './second-reader.ts'

const digitsOf = (text: string): string => text.replace(/\D+/g, '')

/**
 * The lines (1-based) whose digits a second reader does not see in the same order on the same page.
 * A page on which it sees no digits at all it cannot read, and tells nothing of.
 * How digits are parted into words, and note marks behind a figure, make no difference: readers part them each in its own way.
 *
 * @example  linesThatDiffer(['Kansli\t1 250'], new Map([[1, { page: 1 }]]), [['Kansli', '1', '250']]) // → []
 */
export function linesThatDiffer(lines: readonly string[], places: ReadonlyMap<number, Place>, second: SecondReading): number[] {
  const known = second.map(words => ({ run: digitsOf(words.join('')), words: new Set(words.map(digitsOf)) }))
  return [...places].flatMap(([line, { page, recognised }]) => {
    const text = lines[line - 1] ?? ''
    const seen = page === undefined ? undefined : known[page - 1]
    if (!seen?.run || recognised || !/\d/.test(text)) return []
    const groups = (text.match(/\d+(?:[.,:/−–-]\d+)*/g) ?? []).map(digitsOf)
    return seen.run.includes(digitsOf(text)) || groups.every(group => seen.words.has(group)) ? [] : [line]
  })
}
