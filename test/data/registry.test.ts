import { readFileSync } from 'node:fs'
import { type Association, registrySchema } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { documentIds, readDocumentLines } from './shipped-data.ts'

const { associations } = registrySchema.parse(JSON.parse(readFileSync(new URL('../../data/registry.json', import.meta.url), 'utf8')))
const known = new Map(associations.map(association => [association.id, association]))

/** How two names are the same to a reader: case and diacritics aside. */
const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const namesOf = ({ name, shortName, aliases }: Association): readonly string[] => [name, shortName, ...aliases]

test('every association has an id of its own', () => {
  expect(known.size).toBe(associations.length)
})

test('no name or alias means two associations', () => {
  const owners = associations.flatMap(association =>
    [...new Set(namesOf(association).map(folded))].map(name => ({ name, id: association.id })),
  )
  const shared = owners.filter(({ name, id }) => owners.some(other => other.name === name && other.id !== id))
  expect(shared).toEqual([])
})

test('a member is described alike in every association that it belongs to', () => {
  const first = new Map<string, string>()
  for (const member of associations.flatMap(association => association.members)) {
    const described = JSON.stringify(member)
    expect(first.get(member.id) ?? described).toBe(described)
    first.set(member.id, described)
  }
})

test('no name of a member means two members', () => {
  const members = new Map(associations.flatMap(association => association.members).map(member => [member.id, member]))
  const names = [...members.values()].flatMap(({ name, aliases }) => [name, ...aliases].map(folded))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test.each(associations)('$name: predecessors and successor know each other', ({ id, predecessors, successor }) => {
  for (const predecessor of predecessors) expect(known.get(predecessor)?.successor).toBe(id)
  if (successor !== undefined) expect(known.get(successor)?.predecessors).toContain(id)
})

test.each(associations)('$name: a predecessor closes on the day before its successor is formed', ({ closed, successor }) => {
  const formed = successor === undefined ? undefined : known.get(successor)?.formed
  const dayBefore = formed === undefined ? undefined : new Date(Date.parse(formed) - 86_400_000).toISOString().slice(0, 10)
  expect(closed).toBe(dayBefore)
})

test.each(associations.filter(({ members }) => members.length > 0))(
  '$name: the state, one region and no two members alike',
  ({ members }) => {
    expect(new Set(members.map(member => member.id)).size).toBe(members.length)
    expect(members.filter(({ kind }) => kind === 'state').map(({ id }) => id)).toEqual(['forsakringskassan', 'arbetsformedlingen'])
    expect(members.filter(({ kind }) => kind === 'region')).toHaveLength(1)
  },
)

test.each(associations)('$name: dates are ISO days, or a month where the day is not printed', ({ formed, closed }) => {
  for (const date of [formed, closed]) if (date !== undefined) expect(date).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
})

describe('sources', () => {
  const cited = associations.flatMap(({ name, sources }) => sources.map(source => ({ name, ...source })))

  test.each(associations)('$name has a source for its name and its members', ({ sources, members }) => {
    const about = sources.map(source => source.about).join(' ')
    expect(about).toMatch(/name|aliases/)
    if (members.length > 0) expect(about).toContain('members')
  })

  test.each(cited)('$name, $about: $document line $line', ({ document, line }) => {
    if (document === 'general knowledge') return expect(line).toBeUndefined()
    expect(documentIds).toContain(document)
    expect(readDocumentLines(document)[(line ?? 0) - 1]).toMatch(/\S/)
  })
})

test.each(associations.filter(({ orgNumber }) => orgNumber !== undefined))(
  '$name: the number $orgNumber is printed where it is cited',
  ({ orgNumber, sources }) => {
    const places = sources
      .filter(({ about }) => about === 'orgNumber')
      .map(({ document, line }) => readDocumentLines(document)[(line ?? 0) - 1])
    expect(places.join(' ')).toContain(orgNumber)
  },
)
