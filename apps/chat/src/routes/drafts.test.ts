import { read, utils } from '@e965/xlsx'
import { failure, success } from '@finsam/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFor, planReading, smallContext } from '../../test/small-context.ts'
import { createChatServer } from '../server/create-server.ts'

let server: Awaited<ReturnType<typeof createChatServer>>
const names: string[] = []
beforeAll(async () => {
  server = await createChatServer({
    context: smallContext,
    ask: (_, asked) => answerFor(asked),
    readDraft: ({ bytes, fileName }) => {
      names.push(fileName)
      const text = new TextDecoder().decode(bytes)
      if (text.startsWith('%')) return failure('file-type-unsupported', 'That file is no text.')
      const statements = planReading.statements.map(statement => ({
        ...statement,
        lines: statement.lines.map(line =>
          line.id === 'medlemsbidrag'
            ? { ...line, values: { ...line.values, b24: { amount: 4300, status: 'printed' as const, printed: '4 300' } } }
            : line,
        ),
      }))
      return success({ reading: { ...planReading, statements }, lines: text.split('\n') })
    },
  })
})
afterAll(() => server.close())

const send = (body: string, name = 'utkast.txt', headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: `/api/drafts?name=${encodeURIComponent(name)}`,
    payload: Buffer.from(body),
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })

test('a draft is reported on beside the loaded version, and enters nothing', async () => {
  const report = (await send('rad ett\n811218-9876')).json()
  expect(report.earlier).toEqual({
    document: 'testbygden-2024',
    title: 'Verksamhetsplan och budget 2024',
    changes: [{ line: 'Medlemsbidrag', column: 'Budget 2024', unit: 'tkr', before: 4200, after: 4300, sourceLine: 7 }],
  })
  expect(report.personalNumbers).toEqual([2])
  expect(report.page.summary.id).toBe('utkast')
  expect((await server.inject('/api/documents')).json().documents).toHaveLength(1)
})

test('rules are tried on the draft', async () => {
  const { rules } = (await send('x')).json()
  expect(rules.map((rule: { readonly rule: string }) => rule.rule)).toContain('sums')
})

test('every printed total stands in the report, with its rows', async () => {
  const { sums } = (await send('x')).json()
  expect(
    sums.map((sum: { readonly line: string; readonly column: string; readonly verdict: string }) => [sum.line, sum.column, sum.verdict]),
  ).toEqual([
    ['Summa kostnader', 'Budget 2023', 'likely'],
    ['Summa kostnader', 'Budget 2024', 'ambiguous'],
  ])
})

test('the report comes as a file too', async () => {
  const file = await server.inject({
    method: 'POST',
    url: '/api/drafts/export?name=utkast.txt&format=xlsx',
    payload: Buffer.from('x'),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const book = read(file.rawPayload)
  expect(book.SheetNames).toEqual(['Dokument', 'Regler', 'Summor', 'Anmärkningar', 'Ändrat'])
  expect(utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Ändrat ?? {})).toEqual([
    { Rad: 'Medlemsbidrag', Kolumn: 'Budget 2024', Tidigare: 4200, 'I utkastet': 4300, Enhet: 'tkr' },
  ])
})

test.each([
  { name: 'what cannot be read', body: '%PDF-1.7', headers: {}, status: 422 },
  { name: 'more than 10 MB', body: 'x'.repeat(10 * 1024 * 1024 + 1), headers: {}, status: 413 },
  { name: 'another type', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' }, status: 415 },
  { name: 'another site', body: 'x', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
])('$name is refused: $status', async ({ body, headers, status }) => {
  expect((await send(body, 'x.txt', headers)).statusCode).toBe(status)
})

test('a name with folders in it is no path', async () => {
  await send('x', '../../etc/passwd')
  expect(names.at(-1)).toBe('.._.._etc_passwd')
})
