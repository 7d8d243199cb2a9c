// Grades the working tree: what it reads of the golden documents, and what it answers to the development questions.
//   npm run grade                             the summary
//   npm run grade -- --show wrong,declined    the questions and figures behind it, too
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const shared = resolve(root, '../shared')
const goldenDocuments = ['vastra-malardalen-2023', 'sodra-vatterbygden-2024']
const questionFiles = ['questions-sv-dev', 'questions-en-dev']
const showAt = process.argv.indexOf('--show')
const shown = showAt > 0 ? process.argv[showAt + 1] : undefined

/** Runs a program of Node's; gives its output, and tells on standard error what went wrong. */
function node(args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (stderr) process.stderr.write(stderr)
  return stdout
}

/** finsam from its sources, so that nothing needs to be built. */
const finsam = (...args: string[]): string => node(['--conditions=finsam-source', join(root, 'apps/cli/src/main.ts'), ...args])
const tool = (name: string, ...args: string[]): string => node([join(shared, 'tools', name), ...args])

function gradeFigures(folder: string, store: string): readonly string[] {
  return goldenDocuments.flatMap(id => {
    const file = join(folder, `${id}.json`)
    writeFileSync(file, finsam('export', '--document', id, '--json', '--store', store) || '{}')
    return tool('grade-figures.mjs', join(shared, 'golden', `${id}.json`), file, ...(shown ? ['--show'] : []))
      .trimEnd()
      .split('\n')
  })
}

/** The questions alone are asked: what is expected of the answers stays with the grader. */
function gradeAnswers(folder: string, store: string): readonly string[] {
  return questionFiles.flatMap(name => {
    const golden = join(shared, 'golden', `${name}.jsonl`)
    const questions = join(folder, `${name}.jsonl`)
    const answers = join(folder, `${name}-answers.jsonl`)
    writeFileSync(questions, tool('grade-answers.mjs', '--strip', golden))
    writeFileSync(answers, finsam('ask', '--batch', questions, '--store', store))
    const report = tool('grade-answers.mjs', golden, answers, ...(shown ? ['--show', shown] : []))
      .trimEnd()
      .split('\n')
    const asked = readFileSync(answers, 'utf8').trim().split('\n').filter(Boolean).length
    return [...(shown ? report.slice(0, -1) : []), `${name}: ${report.at(-1) ?? 'no grade'} (${asked} answers)`]
  })
}

function grade(): void {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-grade-'))
  try {
    const store = join(folder, 'store')
    const started = performance.now()
    const ingested = finsam('ingest', join(shared, 'corpus'), '--store', store).trimEnd()
    const lines = [...gradeFigures(folder, store), ...gradeAnswers(folder, store)]
    console.log([ingested, ...lines, `graded in ${((performance.now() - started) / 1000).toFixed(1)} s`].join('\n'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (existsSync(join(shared, 'golden'))) grade()
else console.log('skipped: the shared corpus and golden files are not beside this repository')
