import { findMember, memberFromLabel } from '../concepts/member-name.ts'
import type { Association, Member, Registry } from '../model/association.ts'
import { given } from '../model/given.ts'
import type { DocumentReading } from '../model/reading.ts'
import { fold } from '../text/fold.ts'

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

/** The members that the prose lists. `medlemmar` is the reader's name for that list. */
const membersFromFacts = (readings: readonly DocumentReading[]): readonly Member[] =>
  readings
    .flatMap(({ facts }) => facts.filter(({ attribute, value }) => attribute === 'medlemmar' && Array.isArray(value)))
    .flatMap(({ value }) => (Array.isArray(value) ? value : []))
    .flatMap(name => memberFromLabel(String(name)) ?? [])

/** Members that the documents tell of, each once: those that the prose lists, then those that income lines name. */
function membersTold(readings: readonly DocumentReading[]): Member[] {
  const listed = membersFromFacts(readings)
  const members = [...listed, ...membersFromReadings(readings).filter(member => !findMember(member.name, listed))]
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
