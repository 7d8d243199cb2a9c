import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { finsam, temporaryFolder } from './finsam.ts'

// Every step starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const documents = resolve(import.meta.dirname, '../../data/documents')
const folder = temporaryFolder()
const mount = (options: string): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder.path]).status === 0
const remount = (options: string): void => {
  spawnSync('mount', ['-o', `remount,${options}`, folder.path])
}
const mayMount = mount('size=1m')
if (mayMount) spawnSync('umount', [folder.path])
afterAll(folder.remove)

const ids = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map(line => line.split(/[:\t]/)[0])
const oneLineEach = /^(finsam: [^\n]+\n)+$/

describe.skipIf(!mayMount)('a disk of its own (needs the right to mount one)', () => {
  beforeAll(() => {
    mount('size=1500k')
  })
  afterAll(() => {
    spawnSync('umount', [folder.path])
  })

  test('that fills up during an ingest keeps what was acknowledged, and takes the rest when there is room', () => {
    const full = finsam(folder.path, 'ingest', documents)
    expect(full.code).toBe(1)
    expect(full.err).toMatch(oneLineEach)
    expect(full.err).toContain('full')
    const kept = ids(full.out)
    expect(kept.length).toBeGreaterThan(0)
    expect(ids(finsam(folder.path, 'store', 'list').out)).toEqual(kept)
    expect(finsam(folder.path, 'store', 'verify').err).not.toMatch(/missing|changed|unreadable/)
    remount('size=50m')
    expect(finsam(folder.path, 'ingest', documents).code).toBe(0)
    expect(finsam(folder.path, 'store', 'verify', '--repair')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^5 documents.* 0 faults/),
    })
  })

  test('that may only be read answers, and refuses to ingest in one line', () => {
    remount('ro')
    expect(finsam(folder.path, 'ask', 'Vad kostar Samordningsteam Sala 2024?').out).toMatch(/1\s700\s000/)
    for (const store of ['.finsam/store', 'ny']) {
      const refused = finsam(folder.path, 'ingest', documents, '--id', 'x', '--store', store)
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.err).toMatch(oneLineEach)
    }
    const { code, err } = finsam(folder.path, 'ingest', resolve(documents, 'vastmanland-2024.md'), '--id', 'x', '--store', 'ny')
    expect(code).toBe(1)
    expect(err).toMatch(/^finsam: [^\n]*cannot be written[^\n]*\n$/)
  })
})
