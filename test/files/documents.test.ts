import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { DocumentReading, Registry } from '@finsam/domain'
import { readFile } from '@finsam/reader'
import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, test } from 'vitest'
import { chromium, toBrowserPdf } from './producers.ts'

const folder = new URL('../../data/documents/', import.meta.url)
const names = existsSync(folder) ? readdirSync(folder).filter(name => /\.(?:txt|md)$/.test(name)) : []
const registry: Registry = JSON.parse(readFileSync(new URL('../../data/registry.json', import.meta.url), 'utf8'))

/** Every figure with its row and column; places and headings differ between formats, figures may not. */
const figuresOf = (reading: DocumentReading): string[] =>
  reading.statements
    .flatMap(statement =>
      statement.lines.flatMap(line =>
        statement.columns.flatMap(column => {
          const cell = line.values[column.id]
          return cell
            ? [
                `${line.label} | ${column.scenario} ${JSON.stringify(column.period)} ${column.measure ?? ''} | ${cell.amount} ${line.unit ?? column.unit ?? statement.unit} ${cell.status}`,
              ]
            : []
        }),
      ),
    )
    .sort()

async function figuresIn(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const read = await readFile({ bytes, fileName, registry })
  if (!read.ok) throw new Error(read.failure.message)
  return figuresOf(read.value.reading)
}
const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const printed = (text: string): string =>
  `<meta charset="utf-8"><pre style="font:8pt 'Liberation Sans',sans-serif;tab-size:40;white-space:pre-wrap">${escapeHtml(text)}</pre>`
const word = (text: string): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').map(line => new Paragraph(line)) }] }))

describe.each(names)('%s', name => {
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
  const text = new TextDecoder().decode(bytes)
  const stem = name.replace(/\.\w+$/, '')

  test.skipIf(!chromium)('printed to PDF gives the same figures as its text', { timeout: 60_000 }, async () => {
    expect(await figuresIn(await toBrowserPdf(printed(text)), `${stem}.pdf`)).toEqual(await figuresIn(bytes, name))
  })

  test('saved as Word gives the same figures as its text', { timeout: 60_000 }, async () => {
    expect(await figuresIn(new Uint8Array(await word(text)), `${stem}.docx`)).toEqual(await figuresIn(bytes, name))
  })
})
