// Grades the working tree: what it reads of the golden documents, and what it answers to the development questions.
//   npm run grade                             the summary
//   npm run grade -- --show wrong,declined    the questions and figures behind it, too
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const shared = resolve(root, '../shared')
const goldenDocuments = ['vastra-malardalen-2023', 'sodra-vatterbygden-2024']
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

/** The questions alone, without what is expected of the answers. The grader's own `--strip` ends before a pipe has taken more than 64 KiB. */
function questionsOf(golden: string): string {
  const lines = readFileSync(golden, 'utf8').split('\n').filter(Boolean)
  const stripped = lines.map(line => {
    const { id, question, lang, previous } = JSON.parse(line)
    return JSON.stringify({ id, question, lang, ...(previous ? { previous } : {}) })
  })
  return `${stripped.join('\n')}\n`
}

/** What is expected of the answers stays with the grader. */
function gradeAnswers(golden: string, folder: string, store: string): readonly string[] {
  const name = basename(golden, '.jsonl')
  const questions = join(folder, `${name}.jsonl`)
  const answers = join(folder, `${name}-answers.jsonl`)
  writeFileSync(questions, questionsOf(golden))
  writeFileSync(answers, finsam('ask', '--batch', questions, '--store', store))
  const report = tool('grade-answers.mjs', golden, answers, ...(shown ? ['--show', shown] : []))
    .trimEnd()
    .split('\n')
  return [...(shown ? report.slice(0, -1) : []), `${name}: ${report.at(-1) ?? 'no grade'}`]
}

/** Documents and the questions about them: the shared originals, and those that the repository ships. */
const sets = [
  { documents: join(shared, 'corpus'), questions: ['sv', 'en'].map(language => join(shared, 'golden', `questions-${language}-dev.jsonl`)) },
  {
    documents: join(root, 'data/documents'),
    questions: ['sv', 'en'].map(language => join(root, 'test/questions', `questions-${language}.jsonl`)),
  },
]

function grade(): void {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-grade-'))
  const started = performance.now()
  try {
    for (const [index, { documents, questions }] of sets.entries()) {
      const store = join(folder, `store-${index}`)
      const ingested = finsam('ingest', documents, '--store', store).trimEnd()
      if (index === 0) console.log([ingested, ...gradeFigures(folder, store)].join('\n'))
      for (const golden of questions) console.log(gradeAnswers(golden, folder, store).join('\n'))
    }
    console.log(`graded in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (existsSync(join(shared, 'golden'))) grade()
else console.log('skipped: the shared corpus and golden files are not beside this repository')
