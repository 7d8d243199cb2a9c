import type { Library, LibraryLine } from '@finsam/domain'
import { cellsOf } from '../cells.ts'
import { mainTargets } from '../main-targets.ts'
import { conceptId, type Scope } from '../scope.ts'
import { gather } from './look-up.ts'

/** Concepts that name all initiatives or costs rather than a group of them. */
const counted: ReadonlySet<string> = new Set(['participants', 'population'])
const whole: ReadonlySet<string> = new Set(['initiative', 'initiatives', 'total-costs', ...counted])

/** The items that a total adds up, subtotals taken apart. */
const itemsUnder = (library: Library, line: LibraryLine, depth = 0): readonly LibraryLine[] =>
  line.sumOf === undefined || line.sumOf.length === 0 || depth > 3
    ? [line]
    : line.sumOf.flatMap(({ line: key }) => {
        const part = library.line(key)
        return part ? itemsUnder(library, part, depth + 1) : []
      })

/** `Bland strukturinsatserna`, `inom administrationen`: the lines that make up the group a part of the question names; none where it names no group. `wide`: all costs or initiatives count as one too. */
export const linesOfGroup = (scope: Scope, association: string, wide = false): readonly LibraryLine[] => {
  const named = [...new Set([...mainTargets(scope.frame), ...scope.frame.targets])]
  const slots = named.filter(slot => (wide ? !counted.has(conceptId(slot) ?? '') : !whole.has(conceptId(slot) ?? '')))
  for (const slot of slots) {
    const [pick] = gather(scope, cellsOf({ ...scope, associations: [association] }, [slot]), 'money').picks
    if (!pick) continue
    const steps = pick.calculation.operation === 'sum' ? pick.calculation.inputs : [pick.calculation]
    const items = steps.flatMap(({ quantity }) => {
      const line = quantity && scope.library.line(quantity.line)
      return line ? itemsUnder(scope.library, line) : []
    })
    if (items.length > 1) return items
  }
  return []
}
