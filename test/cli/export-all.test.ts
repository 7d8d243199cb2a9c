import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSnapshot } from '@finsam/mcp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { documentFile, documentIds } from '../data/shipped-data.ts'
import { finsam, temporaryFolder } from './finsam.ts'

// Every step starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const folder = temporaryFolder()
const [id = ''] = documentIds
beforeAll(() => {
  expect(finsam(folder.path, 'ingest', documentFile(id).pathname).code).toBe(0)
})
afterAll(folder.remove)

test('export --all writes what the tools need into one file', () => {
  const { code, out } = finsam(folder.path, 'export', '--all', 'snapshot.json')
  expect([code, out]).toEqual([0, expect.stringMatching(/^snapshot\.json: 1 documents, [\d.]+ MB\n$/)])
  const opened = openSnapshot(readFileSync(join(folder.path, 'snapshot.json'), 'utf8'))
  expect(opened).toMatchObject({ ok: true, value: { library: { documents: [{ id }] } } })
})

test.each([
  { name: 'neither document nor all', args: ['export'], says: /Say which document with --document ID/ },
  { name: 'both', args: ['export', '--document', id, '--all', 'x.json'], says: /cannot be used with/ },
  { name: 'a folder that is not there', args: ['export', '--all', 'nowhere/x.json'], says: /nowhere\/x\.json cannot be written/ },
  { name: 'an empty store', args: ['export', '--all', 'x.json', '--store', 'other'], says: /finsam: / },
])('$name: one clear line, exit code 1', ({ args, says }) => {
  const { code, err } = finsam(folder.path, ...args)
  expect([code, err]).toEqual([1, expect.stringMatching(says)])
  expect(err.trim().split('\n')).toHaveLength(1)
})
