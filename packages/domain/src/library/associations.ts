import { findMember, memberFromLabel, memberKind } from '../concepts/member-name.ts'
import type { Association, Member, Registry } from '../model/association.ts'
import { given } from '../model/given.ts'
import type { DocumentReading } from '../model/reading.ts'
import { fold, slug } from '../text/fold.ts'

/** The members that an association's own income lines name, for one that the registry does not know. */
function membersFromReadings(readings: readonly DocumentReading[]): readonly Member[] {
  const members: Member[] = []
  for (const { statements } of readings)
    for (const { lines, kind } of statements)
      for (const line of lines) {
        if (line.role !== 'item' || (line.nature !== 'income' && kind !== 'distribution-key') || findMember(line.label, members)) continue
        const member = memberFromLabel(line.label)
        if (member && !members.some(({ id }) => id === member.id)) members.push(member)
      }
  return members
}

/** A place whose inhabitants a table counts is a municipality, without the word as well: `Varberg 68 325`. */
function placesCounted(readings: readonly DocumentReading[]): readonly Member[] {
  const labels = readings.flatMap(({ statements }) =>
    statements.flatMap(({ columns, lines }) => {
      const counting = columns.flatMap(({ id, measure }) => (measure === 'population' ? [id] : []))
      return lines.flatMap(({ label, role, values }) =>
        role === 'item' && counting.some(id => typeof values[id]?.amount === 'number') ? [label] : [],
      )
    }),
  )
  return labels.filter(isPlace).map(label => ({ id: slug(label), name: label, kind: 'municipality', aliases: [] }))
}
const isPlace = (label: string): boolean => /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?$/u.test(label) && memberKind(label) === undefined

/** The members that the prose lists. `medlemmar` is the reader's name for that list. */
const membersFromFacts = (readings: readonly DocumentReading[]): readonly Member[] =>
  readings
    .flatMap(({ facts }) => facts.filter(({ attribute, value }) => attribute === 'medlemmar' && Array.isArray(value)))
    .flatMap(({ value }) => (Array.isArray(value) ? value : []))
    .flatMap(name => memberFromLabel(String(name)) ?? [])

/** Members that the documents tell of, each once: those that the prose lists, then those that income lines name, then places that are counted. */
function membersTold(readings: readonly DocumentReading[]): Member[] {
  const listed = membersFromFacts(readings)
  const named = [...listed, ...membersFromReadings(readings).filter(member => !findMember(member.name, listed))]
  const members = [...named, ...placesCounted(readings).filter(member => !findMember(member.name, named))]
  return [...new Map(members.map(member => [member.id, member])).values()]
}

/** *Sjölandets samordningsförbund* is Sjölandet in short; *Västerås* keeps its s. */
const shortName = (name: string): string =>
  name
    .replace(/^(finnsam|finsam|samordningsf[oö]rbundet|samordningsf[oö]rbund)\s+/i, '')
    .replace(/(?:(?<!å)s)?\s+samordningsf[oö]rbund$/i, '')

function fromDocument(id: string, readings: readonly DocumentReading[]): Association {
  const first = readings[0]?.document
  const name = first?.associationName ?? id
  return {
    id,
    name,
    shortName: shortName(name),
    aliases: [],
    ...given({ orgNumber: first?.orgNumber }),
    predecessors: [],
    members: membersTold(readings),
    sources: readings.map(({ document }) => ({ about: 'name', document: document.id })),
  }
}

/** The id under which the registry knows a document's association: by id, organisation number or any of its names. */
export function resolveAssociation(registry: Registry, { document }: DocumentReading): string {
  const { association, associationName, orgNumber } = document
  const digits = orgNumber?.replace(/\D/g, '')
  const name = fold(associationName)
  const known =
    registry.associations.find(({ id }) => id === association) ??
    registry.associations.find(one => digits && one.orgNumber?.replace(/\D/g, '') === digits) ??
    registry.associations.find(one => name && [one.name, one.shortName, ...one.aliases].some(alias => fold(alias) === name))
  return known?.id ?? association
}

/** The registry's associations and, after them, those that only documents know. */
export function gatherAssociations(
  registry: Registry,
  byAssociation: ReadonlyMap<string, readonly DocumentReading[]>,
): readonly Association[] {
  const known = registry.associations.map(association =>
    association.members.length > 0 ? association : { ...association, members: membersTold(byAssociation.get(association.id) ?? []) },
  )
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...[...byAssociation].filter(([id]) => !ids.has(id)).map(([id, readings]) => fromDocument(id, readings))]
}
