import type { ConceptId } from '../concepts/concept.ts'
import { conceptOf, isWithin } from '../concepts/concept-table.ts'
import type { Library, LibraryLine } from '../library/library.ts'
import type { Target } from '../query/target.ts'

/** What a line that stands for no concept counts as, by what it measures. */
const wholeOf = ({ nature }: LibraryLine): ConceptId | undefined =>
  nature === 'cost' ? 'total-costs' : nature === 'income' ? 'total-income' : undefined

/** The concept that a target is, or that its line stands for; a line without one counts in the costs or the income. */
export function conceptOfTarget(library: Library, target: Target): ConceptId | undefined {
  if ('concept' in target) return conceptOf(target.concept)?.id
  if ('line' in target) {
    const line = library.line(target.line)
    return line?.concept?.id ?? (line && wholeOf(line))
  }
  if ('member' in target) {
    const kind = library.member(target.member)?.kind
    return kind === 'state' ? 'contribution-state' : kind === 'region' ? 'contribution-region' : 'contribution-municipality'
  }
  return target.measure === 'contributions-total' ? 'contributions' : undefined
}

/** A line that alone stands for its concept, and a member that alone is of its kind, are that concept. */
function canonical(library: Library, target: Target): Target {
  if ('line' in target) {
    const { concept, association = '' } = library.line(target.line) ?? {}
    return concept && library.linesFor(association, concept.id).length === 1 ? { concept: concept.id } : target
  }
  if (!('member' in target) || library.member(target.member)?.kind === 'municipality') return target
  const concept = conceptOfTarget(library, target)
  return concept ? { concept } : target
}

const sameTarget = (one: Target, other: Target): boolean => JSON.stringify(one) === JSON.stringify(other)

/** How a line counts in a total that its table adds it into, over subtotals: 1, −1, or 0 where it is none of its addends. */
function weightInLine(library: Library, part: string, whole: string, passed: readonly string[] = []): number {
  for (const { line, weight } of library.line(whole)?.sumOf ?? []) {
    if (line === part) return weight
    const inner = passed.includes(line) ? 0 : weightInLine(library, part, line, [...passed, line])
    if (inner !== 0) return weight * inner
  }
  return 0
}

/** How a line counts in the printed totals that stand for a concept: a team in the sum of individual initiatives. */
function weightInTotals(library: Library, changed: Target, concept: ConceptId): number {
  if (!('line' in changed)) return 0
  const totals = library.linesFor(library.line(changed.line)?.association ?? '', concept)
  return totals.map(({ key }) => weightInLine(library, changed.line, key)).find(weight => weight !== 0) ?? 0
}

/**
 * How a change of one target counts in another: 1 where they are the same or the one is a part of the other, as the state's amount is of the
 * contributions; −1 where a table takes it away; 0 where it does not count.
 */
export function weightIn(library: Library, changed: Target, asked: Target): number {
  const summed = 'line' in changed && 'line' in asked ? weightInLine(library, changed.line, asked.line) : 0
  if (summed !== 0) return summed
  const [part, whole] = [canonical(library, changed), canonical(library, asked)]
  if (sameTarget(part, whole)) return 1
  if ('line' in whole) return 0
  const [inner, outer] = [conceptOfTarget(library, part), conceptOfTarget(library, whole)]
  if (inner === undefined || outer === undefined || 'member' in whole) return 0
  return isWithin(inner, outer) ? 1 : weightInTotals(library, changed, outer)
}
