import { conceptTable, isMoney, type Library, type LibraryLine, measureTable, type Target } from '@finsam/domain'
import { ToolError } from '../tool.ts'
import { indexNames, type Named, type NameIndex, namedAs, nearestLabels, oncePerLibrary } from './named.ts'

interface WordedDefinition {
  readonly id: string
  readonly sv: { readonly name: string; readonly synonyms: readonly string[] }
  readonly en: { readonly name: string; readonly synonyms: readonly string[] }
}

const namesOf = ({ id, sv, en }: WordedDefinition) => [id, sv.name, en.name, ...sv.synonyms, ...en.synonyms]

const concepts: readonly Named<Target>[] = conceptTable.map(concept => ({
  value: { concept: concept.id },
  label: concept.id,
  names: namesOf(concept),
}))
const measures: readonly Named<Target>[] = measureTable.map(measure => ({
  value: { measure: measure.id },
  label: measure.id,
  names: namesOf(measure),
}))

/** Concepts and measures by all their names, made when the first is asked for. */
let known: NameIndex<Target> | undefined
const definitions = (): NameIndex<Target> => {
  known ??= indexNames([...concepts, ...measures])
  return known
}

/** A line among its namesakes: `Verksamhetsledare (Kansli)`. */
export const lineTitle = ({ label, section }: LibraryLine): string => (section ? `${label} (${section})` : label)

const namedLines = oncePerLibrary((library: Library, association) =>
  indexNames<LibraryLine>(
    library.linesOf(association).map(line => ({
      value: line,
      label: line.label,
      names: [line.key, line.key.slice(line.key.indexOf('/') + 1), line.label, lineTitle(line), ...line.spellings],
    })),
  ),
)

const namedMembers = oncePerLibrary((library: Library, association) =>
  indexNames<Target>(
    (library.association(association)?.members ?? []).map(member => ({
      value: { member: member.id },
      label: member.name,
      names: [member.id, member.name, ...member.aliases],
    })),
  ),
)

/** Of namesakes, those that hold amounts: a share or count printed under the same name is found by its key. */
function amountsAmong(found: readonly Named<LibraryLine>[]): readonly Named<LibraryLine>[] {
  const amounts = found.filter(({ value }) => isMoney(value.unit))
  return amounts.length > 0 ? amounts : found
}

/** Several lines bear the name: the one that is a total where only one is, else the choices. */
function oneOf(text: string, namesakes: readonly Named<LibraryLine>[]): Target {
  const exact = namesakes.filter(({ value }) => value.key === text)
  const found = exact.length > 0 ? exact : amountsAmong(namesakes)
  const totals = found.filter(({ value }) => value.role === 'total')
  const [line] = found.length === 1 ? found : totals.length === 1 ? totals : []
  if (line) return { line: line.value.key }
  throw new ToolError(
    'several-match',
    `"${text}" is the name of several lines. Repeat the call with one of these keys as line.`,
    found.map(({ value }) => `${value.key} (${lineTitle(value)})`),
  )
}

const isPrinted = (library: Library, association: string, target: Target): boolean =>
  'concept' in target && library.linesOf(association).some(line => line.concept?.id === target.concept)

/** The concept or measure meant, and of namesakes the one that the association prints. */
function definedAs(library: Library, association: string, text: string): Target | undefined {
  const found = namedAs(text, definitions())
  const byId = found.find(({ label }) => label === text)
  const printed = found.find(({ value }) => isPrinted(library, association, value))
  return (byId ?? printed ?? found[0])?.value
}

/** A name that is printed only as a share or count, and is also a concept that the association prints in kronor, means the concept. */
function isAmountElsewhere(library: Library, association: string, text: string, found: readonly Named<LibraryLine>[]): Target | undefined {
  if (found.some(({ value }) => isMoney(value.unit) || value.key === text)) return undefined
  const target = definedAs(library, association, text)
  return target && isPrinted(library, association, target) ? target : undefined
}

/**
 * What a caller means by a line of an association: a key, a printed label, a concept, a measure or a member, in this order.
 * Unknown is refused with the nearest names, a name of several lines with their keys.
 *
 * @example parseTarget(library, 'vastmanland', 'Individinsatser') // → { line: 'vastmanland/individinsatser' }
 * @example parseTarget(library, 'vastmanland', 'administration share') // → { measure: 'administration-share' }
 */
export function parseTarget(library: Library, association: string, text: string): Target {
  const lines = namedLines(library, association)
  const found = namedAs(text, lines)
  if (found.length > 0) return isAmountElsewhere(library, association, text, found) ?? oneOf(text, found)
  const members = namedMembers(library, association)
  const target = definedAs(library, association, text) ?? namedAs(text, members)[0]?.value
  if (target) return target
  throw new ToolError(
    'unknown-line',
    `${library.association(association)?.shortName ?? association} has no line "${text}". List its lines with describe.`,
    nearestLabels(text, [...lines.things, ...members.things, ...concepts, ...measures]),
  )
}
