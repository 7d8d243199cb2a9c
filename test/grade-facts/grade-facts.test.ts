import { existsSync, readFileSync } from 'node:fs'
import { documentReadingSchema, registrySchema } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { describe, expect, test } from 'vitest'
import { type ExportedFact, findMatch, type GoldenFact } from './match-facts.ts'

const shared = new URL('../../../shared/', import.meta.url)
const golden = ['vastra-malardalen-2023', 'sodra-vatterbygden-2024']
const missing = !existsSync(new URL('golden/', shared))

const readGolden = (id: string): { facts: readonly GoldenFact[] } => JSON.parse(readFileSync(new URL(`golden/${id}.json`, shared), 'utf8'))
function read(id: string) {
  const registry = registrySchema.parse(JSON.parse(readFileSync(new URL('../../data/registry.json', import.meta.url), 'utf8')))
  const result = readDocument({ bytes: readFileSync(new URL(`corpus/${id}.txt`, shared)), fileName: `${id}.txt`, registry })
  if (!result.ok) throw new Error(result.failure.message)
  return documentReadingSchema.parse(result.value.reading)
}

describe.skipIf(missing)('prose facts of the golden documents', () => {
  test.each(golden)('%s: at least nine of ten, by line and value', id => {
    const wanted = readGolden(id).facts
    const offered = read(id).facts
    const missed = wanted.filter(fact => findMatch(fact, offered) === undefined).map(fact => `${fact.line} ${fact.attribute}`)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(wanted.length * 0.1)
  })

  test('the checks find what the anomaly list calls certain', () => {
    const codes = golden.flatMap(id =>
      read(id).findings.map(finding => `${id} ${finding.code} ${finding.parameters.year ?? finding.at.line}`),
    )
    expect(codes).toEqual(
      expect.arrayContaining([
        'vastra-malardalen-2023 equity-above-own-ceiling 2021',
        'vastra-malardalen-2023 equity-above-own-ceiling 2022',
        'sodra-vatterbygden-2024 balanced-only-by-brought-forward 215',
        'sodra-vatterbygden-2024 exceeded-lines-not-all-named 183',
      ]),
    )
  })

  test('what only looks wrong is not an error', () => {
    const list: { anomalies: { class: string; docs: string[]; lines: { line: number }[] }[] } = JSON.parse(
      readFileSync(new URL('golden/anomalies-dev.json', shared), 'utf8'),
    )
    const explained = list.anomalies.filter(anomaly => anomaly.class === 'explained')
    for (const { docs, lines } of explained)
      for (const id of docs) {
        const errors = read(id).findings.filter(
          finding => finding.severity === 'error' && lines.some(({ line }) => line === finding.at.line),
        )
        expect(errors).toEqual([])
      }
  })
})

test('a golden fact is not met by another value, place or half of a list', () => {
  const fact = (value: unknown, line: number): ExportedFact => ({
    subject: '',
    attribute: '',
    value,
    printed: '',
    context: '',
    source: { line },
  })
  const wanted: GoldenFact = { id: 'f', kind: 'organisation', subject: '', attribute: '', value: 6, unit: 'personer', line: 10 }
  expect(findMatch(wanted, [fact(7, 10), fact(6, 13)])).toBeUndefined()
  expect(findMatch(wanted, [fact(6, 11)])).toBeDefined()
  expect(findMatch({ ...wanted, value: ['Köping', 'Arboga'] }, [fact(['Köping'], 10)])).toBeUndefined()
  expect(findMatch({ ...wanted, value: { from: 16, to: 64 } }, [fact({ from: 16, to: 65 }, 10)])).toBeUndefined()
})
