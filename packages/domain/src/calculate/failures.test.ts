import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { conceptOf } from '../concepts/concept-table.ts'
import { calendarYear } from '../model/period.ts'
import { failureText } from '../model/result.ts'
import type { Query } from '../query/query.ts'
import { alfaLibrary } from '../test-support/alfa-plan.ts'
import { evaluate } from './evaluate.ts'

const lookup = (target: Extract<Query, { op: 'lookup' }>['of']['target'], more = {}): Query => ({
  op: 'lookup',
  of: { association: 'alfa', target, ...more },
})
const zero: Query = { op: 'constant', value: 0, unit: 'kr', label: 'noll' }

test.each<[Query, string, string]>([
  [
    { op: 'lookup', of: { association: 'beta', target: { concept: 'board' } } },
    'Inget förbund har namnet ”beta”; ange ett av förbunden som är kända.',
    'No association has the id "beta"; give one of the associations that are known.',
  ],
  [lookup({ concept: 'kansliet' }), 'Inget begrepp eller nyckeltal heter ”kansliet”.', 'No concept or measure has the id "kansliet".'],
  [lookup({ member: 'osterby' }), '”osterby” är inte medlem i förbundet.', '"osterby" is no member of the association.'],
  [
    lookup({ line: 'alfa/kansli' }, { period: calendarYear(2031), scenario: 'forecast' }),
    'Kansli är inte tryckt som prognos för 2031; fråga efter något av de belopp som är det.',
    'Kansli is not printed for 2031 as forecast; ask for one of the amounts that are.',
  ],
  [
    { op: 'share', part: zero, whole: zero },
    'noll är noll, så det går inte att räkna andel, kvot eller procent av det.',
    'noll is zero, so there is no share, ratio or percent of it.',
  ],
  [
    { op: 'sum', of: [zero, { op: 'constant', value: 1, unit: 'persons', label: 'en' }] },
    'Belopp i kr och persons går inte att lägga ihop eller jämföra; fråga efter belopp av ett slag.',
    'Amounts in kr and persons do not add or compare; ask for amounts of one unit.',
  ],
  [
    { op: 'check', rule: 'equity-ceiling', association: 'alfa' },
    'Inget dokument för Alfa anger ett tak för eget kapital.',
    'No document of Alfa states a ceiling for equity.',
  ],
])('%j is refused in both languages', (query, swedish, english) => {
  const outcome = evaluate(alfaLibrary, query)
  if (outcome.ok) throw new Error('it was answered')
  expect(failureText(outcome.failure, 'sv')).toBe(swedish)
  expect(failureText(outcome.failure, 'en')).toBe(english)
  expect(outcome.failure.message).toBe(english)
})

test.each<[string, Query, readonly string[]]>([
  ['an association by its id', { op: 'lookup', of: { association: 'alfa-', target: { concept: 'board' } } }, ['alfa']],
  ['a line by what it is called', lookup({ line: 'alfa/kansliet' }), ['Kansli']],
  ['a member by name', lookup({ member: 'norby' }), ['Norrby kommun']],
  ['a concept by its id', lookup({ concept: 'audits' }), ['audit']],
])('the nearest are named: %s', (_name, query, nearest) => {
  const outcome = evaluate(alfaLibrary, query)
  expect(outcome.ok ? [] : outcome.failure.nearest).toEqual(expect.arrayContaining([...nearest]))
})
test('where no member is near, all are named', () => {
  const outcome = evaluate(alfaLibrary, lookup({ member: 'xyz' }))
  expect(outcome.ok ? [] : outcome.failure.nearest).toEqual(['Försäkringskassan', 'Region Alfa', 'Norrby kommun', 'Söderby kommun'])
})
test('of a concept that is not printed, the concepts that are printed and like it', () => {
  const outcome = evaluate(alfaLibrary, lookup({ concept: 'opening-cash' }))
  const known = outcome.ok ? [] : (outcome.failure.nearest ?? [])
  const printed = new Set(alfaLibrary.lines.flatMap(({ concept }) => (concept ? [conceptOf(concept.id)?.sv.name] : [])))
  expect(known.every(name => printed.has(name))).toBe(true)
})

test('a failure that its author words in English alone is told in English', () => {
  expect(failureText({ code: 'own', message: 'It is closed.' }, 'sv')).toBe('It is closed.')
})

test('the engine words every failure in every language', () => {
  const sources = new URL('..', import.meta.url)
  for (const file of globSync('**/*.ts', { cwd: sources, exclude: name => name.endsWith('.test.ts') || name.endsWith('result.ts') }))
    expect(readFileSync(new URL(file, sources), 'utf8'), file).not.toMatch(/\bfailure\(/)
})
