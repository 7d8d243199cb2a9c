import { readdirSync, readFileSync } from 'node:fs'
import { kronorPer, periodKey, unitSchema } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { describe, expect, test } from 'vitest'

const folder = new URL('./invented/', import.meta.url)
const documents = readdirSync(folder).filter(name => !name.endsWith('.golden'))

/** `12 | 1 000` in kr and 1 in tkr are the same value. */
const inBase = (amount: number, unit: string): number => {
  const known = unitSchema.safeParse(unit)
  return Math.round(amount * ((known.success ? kronorPer(known.data) : undefined) ?? 1) * 100) / 100 + 0
}

/** A column of a golden file: `actual 2024`, `persons actual @2024-12-31`, `budget 2024-01-01..2024-08-31`. */
function columnOf(text: string, unit: string): { readonly unit: string; readonly key: string } {
  const parts = text.trim().split(' ')
  const [period = '', scenario = '', own] = parts.reverse()
  const whole = /^\d{4}$/.test(period) ? `${period}-01-01..${period}-12-31` : period
  return { unit: own ?? unit, key: `${scenario} ${whole}` }
}

/**
 * The values that a document must be read as. A golden file has one block for each table: `= UNIT | COLUMN | …`, then
 * `LINE | AMOUNT | …` with the line of the text, the unit after the line where the row has its own, and `-` where nothing is printed.
 */
function goldenValues(text: string): readonly string[] {
  let columns: readonly ReturnType<typeof columnOf>[] = []
  return text.split('\n').flatMap(line => {
    const [head = '', ...cells] = line.split(' | ')
    if (head.startsWith('= ')) {
      columns = cells.map(cell => columnOf(cell, head.slice(2)))
      return []
    }
    const [number, own] = head.trim().split(' ')
    return cells.flatMap((cell, at) => {
      const column = columns[at]
      return cell.trim() === '-' || !column ? [] : [`${number} ${column.key}: ${inBase(Number(cell), own ?? column.unit)}`]
    })
  })
}

function readValues(name: string): readonly string[] {
  const result = readDocument({ bytes: readFileSync(new URL(name, folder)), fileName: name, registry: { associations: [] } })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.reading.statements.flatMap(statement =>
    statement.lines.flatMap(line =>
      statement.columns.flatMap(column => {
        const amount = line.values[column.id]?.amount
        if (amount === undefined || amount === null) return []
        const when = column.period === null ? '?' : periodKey(column.period)
        return [`${line.sourceLine} ${column.scenario} ${when}: ${inBase(amount, line.unit ?? column.unit ?? statement.unit)}`]
      }),
    ),
  )
}

const byLine = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)

describe('invented documents, each with its own layout, are read in every cell and nothing besides', () => {
  test.each(documents)('%s', name => {
    const golden = readFileSync(new URL(name.replace(/\.\w+$/, '.golden'), folder), 'utf8')
    expect([...readValues(name)].sort(byLine)).toEqual([...goldenValues(golden)].sort(byLine))
  })

  test.each(documents)('%s holds no error', name => {
    const result = readDocument({ bytes: readFileSync(new URL(name, folder)), fileName: name, registry: { associations: [] } })
    expect(result.ok ? result.value.reading.findings.filter(finding => finding.severity === 'error') : result.failure).toEqual([])
  })
})
