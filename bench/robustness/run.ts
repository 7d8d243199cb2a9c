import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Answer, type AssistantContext, ask, type PreviousTurn } from '@finsam/assistant'
import { createLibrary, type Registry } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { variantsOf } from './variants.ts'

/** Every question in twenty variants: how many answers stay what they were, and how many turn into another figure. Latency of the planner beside it. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const registry: Registry = JSON.parse(readFileSync(`${root}data/registry.json`, 'utf8'))
interface Question {
  readonly id: string
  readonly question: string
  readonly lang?: 'sv' | 'en'
  readonly previous?: string
}

function contextOf(folder: string): AssistantContext {
  const read = readdirSync(folder)
    .filter(name => /\.(?:txt|md)$/.test(name))
    .flatMap(name => {
      const result = readDocument({ bytes: readFileSync(`${folder}/${name}`), fileName: name, registry })
      return result.ok ? [result.value] : []
    })
  return {
    library: createLibrary(
      read.map(({ reading }) => reading),
      registry,
    ),
    sourceLines: (id, from, to) =>
      read
        .find(({ document }) => document.id === id)
        ?.document.lines.slice(from - 1, to)
        .map(({ text }) => text),
    search: async () => [],
  }
}

const questionsIn = (file: string): Question[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map((line): Question => JSON.parse(line))

const asserted = ({ status, figures }: Answer): string =>
  status === 'answered'
    ? figures
        .filter(({ role }) => role === 'answer')
        .map(({ value, unit }) => `${value} ${unit}`)
        .sort()
        .join(' ')
    : status

async function runSet(name: string, folder: string, files: readonly string[]): Promise<void> {
  const context = contextOf(folder)
  const questions = files.flatMap(questionsIn)
  const byId = new Map(questions.map(question => [question.id, question]))
  const turn = (previous: string | undefined): string | PreviousTurn | undefined => {
    const before = previous === undefined ? undefined : byId.get(previous)
    if (!before) return previous
    const earlier = turn(before.previous)
    return { question: before.question, ...(earlier === undefined ? {} : { previous: earlier }) }
  }
  const times: number[] = []
  const put = async (text: string, { lang, previous }: Question): Promise<Answer> => {
    const before = turn(previous)
    const started = performance.now()
    const answer = await ask(context, {
      question: text,
      ...(lang ? { language: lang } : {}),
      ...(before === undefined ? {} : { previous: before }),
    })
    times.push(performance.now() - started)
    return answer
  }
  const tally = { kept: 0, declined: 0, differs: 0 }
  const byKind = new Map<string, { kept: number; all: number }>()
  for (const [index, question] of questions.entries()) {
    const first = await put(question.question, question)
    if (first.status !== 'answered') continue
    for (const { name: kind, text } of variantsOf(question.question, question.lang ?? 'sv', index + 1)) {
      const answer = await put(text, question)
      const outcome =
        asserted(answer) === asserted(first) ? 'kept' : answer.status === 'answered' && asserted(answer) !== '' ? 'differs' : 'declined'
      tally[outcome] += 1
      const counted = byKind.get(kind) ?? { kept: 0, all: 0 }
      byKind.set(kind, { kept: counted.kept + (outcome === 'kept' ? 1 : 0), all: counted.all + 1 })
      if (outcome === 'differs' && process.argv.includes('--show'))
        console.log(`  ${kind}: ${text.slice(-140)}\n    ${asserted(first)} → ${asserted(answer)}`)
    }
  }
  const all = tally.kept + tally.declined + tally.differs
  const percent = (part: number): string => `${((100 * part) / all).toFixed(1)} %`
  times.sort((a, b) => a - b)
  console.log(
    `${name}: of ${all} variants of answered questions kept ${percent(tally.kept)}, declined ${percent(tally.declined)}, another figure ${percent(tally.differs)}`,
  )
  for (const [kind, { kept, all: count }] of byKind) console.log(`  ${kind.padEnd(26)} kept ${((100 * kept) / count).toFixed(1)} %`)
  console.log(
    `  planner over ${times.length} questions: p50 ${times[Math.floor(times.length * 0.5)]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
  )
}

await runSet(
  'shipped documents',
  `${root}data/documents`,
  ['sv', 'en'].map(language => `${root}test/questions/questions-${language}.jsonl`),
)
const shared = `${root}../shared`
if (existsSync(`${shared}/golden`))
  await runSet(
    'originals',
    `${shared}/corpus`,
    ['sv', 'en'].map(language => `${shared}/golden/questions-${language}-dev.jsonl`),
  )
