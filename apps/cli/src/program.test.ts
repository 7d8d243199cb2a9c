import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { buildProgram } from './program.ts'

afterEach(() => vi.restoreAllMocks())

/** What a command line prints, with its exit code; nothing is started. */
async function printed(...args: readonly string[]) {
  const told: string[] = []
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(text => {
      told.push(String(text))
      return true
    })
  const code = await buildProgram().run(['node', 'finsam', ...args])
  return { code, text: told.join('') }
}

test.each(['--version', '-v'])('%s prints the version of the package', async option => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(await printed(option)).toEqual({ code: 0, text: `${version}\n` })
})

test.each([
  { name: 'help shows how a question is put', args: ['--help'], code: 0, says: 'finsam ask "' },
  { name: 'a misspelled command is told the nearest', args: ['ingset', 'x'], code: 1, says: 'Did you mean ingest' },
  { name: 'a port that is none', args: ['serve', '--port', '99999'], code: 1, says: 'A port is a number from 0 to 65535.' },
])('$name', async ({ args, code, says }) => {
  const run = await printed(...args)
  expect(run.code).toBe(code)
  expect(run.text).toContain(says)
})
