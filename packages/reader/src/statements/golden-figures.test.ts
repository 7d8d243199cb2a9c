import { existsSync, readFileSync } from 'node:fs'
import type { Statement } from '@finsam/domain'
import { kronorPer, type Unit } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const shared = '/work/shared'
const present = existsSync(`${shared}/golden`)
if (!present) console.warn(`Skipped: ${shared}/golden is not there, so the golden figures are not compared.`)

interface GoldenCell {
  readonly amount: number | null
  readonly status: string
  readonly alternatives?: readonly number[]
}
interface Golden {
  readonly statements: readonly {
    readonly unit: Unit
    readonly columns: readonly {
      readonly id: string
      readonly scenario: string
      readonly period: { readonly from?: string; readonly to?: string; readonly at?: string }
    }[]
    readonly lines: readonly {
      readonly sourceLine: number
      readonly label: string
      readonly values: Readonly<Record<string, GoldenCell>>
    }[]
  }[]
}

const read = (id: string) => readStatements(parseTextDocument(readFileSync(`${shared}/corpus/${id}.txt`, 'utf8'), { id, hash: '' }), {})
const factor = (unit: Unit): number => kronorPer(unit) ?? 1

/** What was read on a line for a scenario and a period, in base units. */
function valueAt(
  statements: readonly Statement[],
  line: number,
  column: Golden['statements'][number]['columns'][number],
): number | null | undefined {
  for (const statement of statements) {
    const found = statement.columns.find(
      own =>
        own.scenario === column.scenario &&
        own.period !== null &&
        Object.entries(column.period).every(([key, day]) =>
          Object.entries(own.period ?? {}).some(([other, value]) => other === key && value === day),
        ),
    )
    const row = statement.lines.find(own => own.sourceLine === line)
    const cell = found && row?.values[found.id]
    if (found && row && cell) return cell.amount === null ? null : cell.amount * factor(row.unit ?? found.unit ?? statement.unit)
  }
  return undefined
}

describe.skipIf(!present)('golden figures', () => {
  test.each(['vastra-malardalen-2023', 'sodra-vatterbygden-2024'])('%s is read right in every cell', id => {
    const golden = JSON.parse(readFileSync(`${shared}/golden/${id}.json`, 'utf8')) as Golden
    const { statements } = read(id)
    const wrong = golden.statements.flatMap(statement =>
      statement.lines.flatMap(line =>
        Object.entries(line.values).flatMap(([columnId, cell]) => {
          const column = statement.columns.find(own => own.id === columnId)
          const offered = column ? valueAt(statements, line.sourceLine, column) : undefined
          const allowed = [cell.amount, ...(cell.alternatives ?? [])].map(amount =>
            amount === null ? null : amount * factor(statement.unit),
          )
          return cell.amount === null || (offered !== undefined && allowed.includes(offered))
            ? []
            : [`${line.sourceLine} ${line.label} ${columnId}: ${offered} for ${cell.amount}`]
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('what scanning damaged is repaired, derived or told', () => {
    const anomalies = JSON.parse(readFileSync(`${shared}/golden/anomalies-dev.json`, 'utf8')) as Record<string, unknown>
    const list = Object.values(anomalies)
      .flat()
      .filter(
        (entry): entry is { id: string; class: string; docs: string[]; lines: { line: number }[] } =>
          typeof entry === 'object' && entry !== null && 'class' in entry,
      )
    const damaged = list.filter(entry => entry.class === 'ocr-error' || entry.class === 'ocr-layout-loss')
    const untold = damaged.filter(entry => {
      const lines = new Set(entry.lines.map(place => place.line))
      return !read(entry.docs[0] ?? '').findings.some(finding => lines.has(finding.at.line))
    })
    expect(damaged.length).toBeGreaterThan(3)
    expect(untold.map(entry => entry.id)).toEqual([])
  })

  test('what only looks wrong is no error', () => {
    const anomalies = JSON.parse(readFileSync(`${shared}/golden/anomalies-dev.json`, 'utf8')) as Record<string, unknown>
    const list = Object.values(anomalies)
      .flat()
      .filter(
        (entry): entry is { id: string; class: string; docs: string[]; lines: { line: number }[] } =>
          typeof entry === 'object' && entry !== null && 'class' in entry,
      )
    const explained = list.filter(entry => entry.class === 'explained')
    const blamed = explained.filter(entry =>
      read(entry.docs[0] ?? '').findings.some(finding => finding.severity === 'error' && finding.at.line === entry.lines[0]?.line),
    )
    expect(explained.length).toBeGreaterThan(2)
    expect(blamed.map(entry => entry.id)).toEqual([])
  })

  test('the other documents contradict themselves only where the document does', () => {
    const errors = ['vasteras-2022-h1', 'vastmanland-2024', 'vastra-ostergotland-2025'].map(id => [
      id,
      read(id)
        .findings.filter(finding => finding.severity === 'error')
        .map(finding => finding.at.line),
    ])
    expect(errors).toEqual([
      ['vasteras-2022-h1', [687]],
      ['vastmanland-2024', []],
      ['vastra-ostergotland-2025', []],
    ])
  })
})
