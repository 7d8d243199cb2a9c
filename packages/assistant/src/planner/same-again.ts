import type { Library, LibraryLine, Quantity } from '@finsam/domain'
import { fold } from '../words/fold.ts'

/** Below this a shared amount may be chance: 10 tkr, in öre. */
const tellingAmount = 1_000_000

const agrees = (one: Quantity, other: Quantity): boolean =>
  one.value !== null &&
  Math.abs(one.value) >= tellingAmount &&
  one.scenario === other.scenario &&
  one.measure === other.measure &&
  JSON.stringify(one.period) === JSON.stringify(other.period) &&
  one.low <= other.high &&
  other.low <= one.high

const headOf = (line: LibraryLine): string => fold(line.label.split(/[\s/,(]/)[0] ?? '')

/** Other lines of an association that print the same thing: their labels begin alike and an amount of the same time agrees. */
export const sameAgain = (library: Library, line: LibraryLine): readonly LibraryLine[] =>
  library
    .linesOf(line.association)
    .filter(
      other =>
        other.key !== line.key &&
        other.unit === line.unit &&
        other.nature === line.nature &&
        headOf(other) === headOf(line) &&
        line.quantities.some(one => other.quantities.some(two => agrees(one, two))),
    )
