import { failureText } from '@finsam/domain'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { extractText } from './extract-text.ts'
import { fileKind } from './file-kind.ts'

const table = '<table><tr><th>Kansli<th>Budget 2024<tr><td>Lön<td>1 200</table>'
const streams = (...names: readonly string[]): Uint8Array =>
  Buffer.from(`\u00d0\u00cf\u0011\u00e0${names.map(name => [...name].join('\0')).join('\0\0')}`, 'latin1')
const zip = (...names: readonly string[]): Uint8Array => zipSync(Object.fromEntries(names.map(name => [name, strToU8('x')])))

describe('what is plain text under another name is read as what it is', () => {
  test.each([
    { name: 'a text called .pdf', text: 'Budget 2024\nKansli 1 200 kr', extension: 'pdf', kind: 'text' },
    { name: 'a web page called .pdf', text: `<!DOCTYPE html>\n<html><body>${table}`, extension: 'pdf', kind: 'html' },
    { name: 'a table exported as .xls', text: table, extension: 'xls', kind: 'html' },
    { name: 'a web page with an XML head, called .doc', text: `<?xml version="1.0"?><html>${table}`, extension: 'doc', kind: 'html' },
    { name: 'cells with semicolons called .xlsx', text: 'Rad;2023;2024\nKansli;1 200;1 300\nLön;4,5;6\n', extension: 'xlsx', kind: 'csv' },
    { name: 'cells with commas called .xls', text: 'Rad,2023,2024\nKansli,1200,1300\n', extension: 'xls', kind: 'csv' },
    {
      name: 'prose with commas called .xlsx',
      text: 'Kansliet, som är litet, kostar 12,5 tkr.\nMer finns inte.\nSlut.',
      extension: 'xlsx',
      kind: 'text',
    },
    { name: 'cells called .docx', text: 'Rad;2023\nKansli;1 200\n', extension: 'docx', kind: 'text' },
    { name: 'an XML called .xls', text: '<?xml version="1.0"?><Workbook><Row/></Workbook>', extension: 'xls', kind: 'unknown' },
    { name: 'RTF called .doc', text: '{\\rtf1\\ansi Kansli 1 200}', extension: 'doc', kind: 'unknown' },
    { name: 'an answer in JSON called .pdf', text: '{"error": "not found"}', extension: 'pdf', kind: 'unknown' },
    { name: 'the end of a PDF', text: '12 0 obj\n<< /Length 3 >>\nendobj\ntrailer', extension: 'pdf', kind: 'unknown' },
    { name: 'a PDF in base64', text: 'JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBl', extension: 'pdf', kind: 'unknown' },
    { name: 'a text of an unknown type', text: 'Budget 2024', extension: 'log', kind: 'unknown' },
    { name: 'a web page called .txt stays the text that it is called', text: table, extension: 'txt', kind: 'text' },
  ])('$name: $kind', ({ text, extension, kind }) => expect(fileKind(strToU8(text), extension)).toBe(kind))
})

describe('old Office files are told by what is in them, by their names where that is both or neither', () => {
  test.each([
    { bytes: streams('WordDocument'), extension: 'docx', kind: 'old-word' },
    { bytes: streams('WordDocument', 'Workbook'), extension: 'doc', kind: 'old-word' },
    { bytes: streams('WordDocument', 'Workbook'), extension: 'xls', kind: 'workbook' },
    { bytes: streams('Workbook'), extension: 'docx', kind: 'workbook' },
    { bytes: streams(), extension: 'doc', kind: 'old-word' },
    { bytes: streams('PowerPoint Document'), extension: 'pdf', kind: 'unknown' },
  ])('.$extension: $kind', ({ bytes, extension, kind }) => expect(fileKind(bytes, extension)).toBe(kind))
})

describe('what is not read is told by what it is, and what to do', () => {
  test.each([
    {
      bytes: strToU8('{\\rtf1 Kansli}'),
      extension: 'pdf',
      sv: /ett RTF-dokument.*fast namnet slutar på \.pdf.*spara den som PDF/,
      en: /an RTF document/,
    },
    {
      bytes: strToU8('{\\rtf1 Kansli}'),
      extension: 'rtf',
      sv: /^Filen innehåller ett RTF-dokument, som inte kan läsas\. Öppna/,
      en: /an RTF document, which is not read\. Open/,
    },
    { bytes: zip('a.txt', 'b.txt'), extension: 'docx', sv: /ett packat arkiv.*Packa upp/, en: /a packed archive.*Unpack/ },
    { bytes: zip('ppt/presentation.xml'), extension: 'pdf', sv: /PowerPoint/, en: /PowerPoint/ },
    {
      bytes: Uint8Array.from([0, 0, 0, 24, ...strToU8('ftypheic'), 0, 0]),
      extension: 'jpg',
      sv: /en bild.*PDF, PNG/,
      en: /a picture.*\.png/,
    },
    {
      bytes: Uint8Array.from({ length: 900 }, (_, at) => (at * 7_919) % 256),
      extension: 'pdf',
      sv: /slutar på \.pdf, men.*skadad/,
      en: /damaged/,
    },
    { bytes: strToU8('Kansli 1 200'), extension: 'log', sv: /Filer av typen ”\.log”/, en: /“\.log” are not read/ },
  ])('.$extension: $en', async ({ bytes, extension, sv, en }) => {
    const extracted = await extractText(bytes, extension)
    if (extracted.ok) throw new Error('read')
    expect(extracted.failure.code).toBe('unsupported-type')
    expect(failureText(extracted.failure, 'sv')).toMatch(sv)
    expect(failureText(extracted.failure, 'en')).toMatch(en)
  })

  test('an empty file is called empty, whatever its name', async () => {
    expect(await extractText(new Uint8Array(), 'pdf')).toMatchObject({ failure: { code: 'file-empty' } })
  })
})
