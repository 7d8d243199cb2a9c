import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFile } from '@finsam/reader'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secondReading } from '../../packages/reader/src/formats/pdf/second-reader.ts'
import { toDrawnPdf } from './producers.ts'
import { type PrintedStatement, statements } from './statement.ts'

const poppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
const [statement] = fc.sample(statements, { numRuns: 1, seed: 20_241_116 }) as [PrintedStatement]

describe.skipIf(!poppler)('poppler as a second reader', () => {
  test.each([
    { name: 'a plain table', options: {} },
    { name: 'note marks behind the figures', options: { noteMarks: true } },
    { name: 'tight columns', options: { tight: true } },
    { name: 'a page on its side', options: { turn: 90 as const } },
  ])('agrees on $name', { timeout: 60_000 }, async ({ options }) => {
    const read = await readFile({ bytes: await toDrawnPdf(statement, options), fileName: 'one.pdf', registry: { associations: [] } })
    if (!read.ok) throw new Error(read.failure.message)
    expect(read.value.reading.findings.filter(({ code }) => code === 'second-reader-differs')).toEqual([])
    expect(read.value.reading.statements[0]?.lines.length).toBeGreaterThan(4)
  })

  test('what is no PDF has no second reading', async () => {
    expect(await secondReading(new TextEncoder().encode('%PDF-1.7 nothing'))).toBeUndefined()
  })

  test('an output beyond its limit ends the program', async () => {
    expect(await secondReading(await toDrawnPdf(statement), 'pdftotext', { milliseconds: 60_000, bytes: 100 })).toBeUndefined()
  })
})

test.skipIf(process.platform === 'win32')(
  'where it reads other digits, the line is flagged and its figures wait for proof',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'finsam-second-'))
    const path = process.env.PATH
    try {
      writeFileSync(join(folder, 'pdftotext'), '#!/bin/sh\necho "<page><word>77</word></page>"\n', { mode: 0o755 })
      process.env.PATH = `${folder}:${path}`
      const read = await readFile({ bytes: await toDrawnPdf(statement), fileName: 'one.pdf', registry: { associations: [] } })
      if (!read.ok) throw new Error(read.failure.message)
      const flagged = read.value.reading.findings.filter(({ code }) => code === 'second-reader-differs')
      const rows = statement.rows.filter(({ amounts }) => amounts)
      expect(flagged.length).toBeGreaterThanOrEqual(rows.length)
      expect(flagged.map(({ at }) => at.text).join('\n')).toContain('Summa intäkter')
      const result = read.value.reading.statements[0]?.lines.find(({ label }) => label === 'Summa intäkter')
      expect(Object.values(result?.values ?? {}).every(({ status }) => status === 'printed')).toBe(true)
    } finally {
      process.env.PATH = path
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test('without poppler nothing is compared', async () => {
  expect(await secondReading(await toDrawnPdf(statement), '/nonexistent/pdftotext')).toBeUndefined()
})
