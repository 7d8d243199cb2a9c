import type { Library, LibraryLine, Quantity } from '@finsam/domain'
import { fold } from '../words/fold.ts'

/** Below this a shared amount may be chance: 10 tkr, in öre. */
const tellingAmount = 1_000_000

const agrees = (one: Quantity, other: Quantity): boolean =>
  one.value !== null &&
  Math.abs(one.value) >= tellingAmount &&
  one.scenario === other.scenario &&
  JSON.stringify(one.period) === JSON.stringify(other.period) &&
  one.low <= other.high &&
  other.low <= one.high

const wordsOf = (line: LibraryLine): readonly string[] =>
  fold(line.label)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** Whether one label is the other with words after it. */
const longer = (one: LibraryLine, other: LibraryLine): boolean => {
  const [short, long] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length)
  return short !== undefined && long !== undefined && short.length < long.length && short.every((word, at) => long[at] === word)
}

/** Other lines of an association that print the same thing: one label is the other with words after it, and an amount of the same time agrees. */
export const sameAgain = (library: Pick<Library, 'linesOf'>, line: LibraryLine): readonly LibraryLine[] =>
  library
    .linesOf(line.association)
    .filter(
      other =>
        other.key !== line.key &&
        other.unit === line.unit &&
        other.nature === line.nature &&
        longer(line, other) &&
        line.quantities.some(one => other.quantities.some(two => agrees(one, two))),
    )
