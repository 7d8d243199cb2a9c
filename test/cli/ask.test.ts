import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answerSchema } from '@finsam/assistant'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { finsam, temporaryFolder } from './finsam.ts'

// Every step starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const documents = resolve(import.meta.dirname, '../../data/documents')
const folder = temporaryFolder()
const inFolder = (name: string) => join(folder.path, name)
beforeAll(() => {
  finsam(folder.path, 'ingest', documents)
})
afterAll(folder.remove)

const share = 'Hur stor andel av kostnaderna i Västmanland 2024 går till individinsatser?'
const wholeAnswer = (...args: string[]) => answerSchema.parse(JSON.parse(finsam(folder.path, 'ask', '--json', ...args).out))

describe('finsam ask', () => {
  test('prints the answer, its calculation, and the lines that it rests on', () => {
    const { code, out, err } = finsam(folder.path, 'ask', share)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/66,4\s%/)
    expect(out).toMatch(/13\s925\s000 \/ 20\s983\s000 = 66,4\s%/)
    expect(out).toMatch(/vastmanland-2024, rad \d+: .*13 925 000/)
    expect(out).toMatch(/vastmanland-2024, rad \d+: .*20 983 000/)
  })

  test('--json gives the whole answer by its contract; both cells are cited by document and line', () => {
    const { status, figures } = wholeAnswer(share)
    expect(status).toBe('answered')
    expect(figures.find(figure => figure.role === 'answer')).toMatchObject({
      unit: 'percent',
      value: expect.closeTo((100 * 13_925_000) / 20_983_000, 9),
    })
    expect(figures.filter(figure => figure.role === 'input').map(figure => [figure.value, figure.sources[0]?.document])).toEqual([
      [13_925_000, 'vastmanland-2024'],
      [20_983_000, 'vastmanland-2024'],
    ])
  })

  test('gives the same figures in English', () => {
    const values = (question: string) => wholeAnswer(question).figures.map(figure => figure.value)
    expect(values('What share of the costs in Västmanland 2024 goes to individual initiatives?')).toEqual(values(share))
  })

  test('--explain lists every figure with its own source', () => {
    expect(finsam(folder.path, 'ask', '--explain', share).out).toMatch(/Underlag:\n.*\n {4}vastmanland-2024, rad \d+/)
  })

  test('refuses what is in no document, and names what is near', () => {
    const { code, out } = finsam(folder.path, 'ask', 'Vad kostar insatsen Månlandning i Västmanland 2024?')
    expect(code).toBe(0)
    expect(out).toContain('Månlandning')
    expect(out).toMatch(/Närmast:\n(?: {2}.*\n)* {2}Samordningsteam Sala\n/)
    expect(wholeAnswer('Vad kostar insatsen Månlandning 2024?')).toMatchObject({ status: 'unanswerable', figures: [] })
  })

  test.each([
    { name: 'no question', args: ['ask'], says: 'What is the question?' },
    { name: 'a question and a batch', args: ['ask', 'Vad?', '--batch', 'x'], says: 'not both' },
    { name: 'an empty store', args: ['ask', 'Vad?', '--store', 'tomt'], says: 'finsam ingest' },
    { name: 'an unknown language', args: ['ask', 'Vad?', '--lang', 'de'], says: 'sv, en' },
    { name: 'a batch that is not there', args: ['ask', '--batch', 'saknas.jsonl'], says: 'saknas.jsonl' },
    { name: 'an unknown document', args: ['check', 'vastmanland-2025'], says: 'vastmanland-2024' },
  ])('$name gets one line and exit code 1', ({ args, says }) => {
    const { code, out, err } = finsam(folder.path, ...args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(says)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a model that is half configured is refused before anything is asked', () => {
    process.env.FINSAM_MODEL = 'x'
    const { code, err } = finsam(folder.path, 'ask', share)
    delete process.env.FINSAM_MODEL
    expect(code).toBe(1)
    expect(err).toContain('FINSAM_MODEL_URL')
  })
})

describe('finsam ask --batch', () => {
  const batch = (lines: readonly (object | string)[]) => {
    writeFileSync(inFolder('fragor.jsonl'), lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
    return finsam(folder.path, 'ask', '--batch', 'fragor.jsonl')
  }

  test('answers line by line with the ids, in order; follow-ups know what came before, by id or text, over several turns', () => {
    const first = 'Vad kostar Samordningsteam Sala 2024?'
    const { code, out } = batch([
      { id: 'a', question: first, lang: 'sv' },
      '',
      { id: 'b', question: 'Och Samordningsteam FNS?', previous: 'a' },
      { id: 3, question: 'Och Samordningsteam Köping?', previous: 'b' },
      { id: 'd', question: 'Och Samordningsteam FNS?', previous: first, lang: 'de', persona: 'ekonom' },
      { id: 'e', question: first, previous: null },
    ])
    expect(code).toBe(0)
    const answers = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(answers.map(answer => answer.id)).toEqual(['a', 'b', 3, 'd', 'e'])
    for (const answer of answers) answerSchema.parse(answer)
    expect(answers[3].figures).toEqual(answers[1].figures)
    expect(answers[4].figures).toEqual(answers[0].figures)
    expect(answers[1].status).toBe('answered')
  })

  test.each([
    { name: 'a line that is no JSON', lines: [{ id: 'a', question: 'Vad?' }, '{'], says: 'line 2' },
    { name: 'a line without a question', lines: [{ id: 'a' }], says: 'line 1' },
    { name: 'no lines', lines: [], says: 'no questions' },
  ])('$name gets one line and exit code 1', ({ lines, says }) => {
    const { code, out, err } = batch(lines)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(says)
  })
})

describe('finsam check', () => {
  test('prints every rule and every sum with its numbers, in Swedish', () => {
    const { code, out } = finsam(folder.path, 'check', 'vastmanland-2024')
    expect(code).toBe(0)
    expect(out).toContain('13\u00a0925\u00a0000 / 18\u00a0133\u00a0000 = 76,8\u00a0%')
    expect(out).toMatch(/Summor: 8 av 8 går ihop/)
    expect(out).toContain('606\u00a0000 + 2\u00a0244\u00a0000 = 2\u00a0850\u00a0000')
    expect(out).toMatch(/varning: ”Individinsatser”: .*75\s%\s≠\s77\s%/)
  })

  test('speaks English where asked', () => {
    const { out } = finsam(folder.path, 'check', 'vastmanland-2024', '--lang', 'en')
    expect(out).toContain('13,925,000 / 18,133,000 = 76.8%')
    expect(out).toContain('Sums: 8 of 8 tie')
  })

  test('gives the same as JSON', () => {
    const { out } = finsam(folder.path, 'check', 'vastmanland-2024', '--json')
    const report = JSON.parse(out)
    expect(report.sums).toHaveLength(8)
    expect(report.rules.map((rule: { rule: string }) => rule.rule)).toContain('equity-rollforward')
    expect(report.findings.map((finding: { message: { sv: string } }) => finding.message.sv).join('\n')).toContain('Individinsatser')
  })

  test('checks a file without a store, and makes none', () => {
    const { code, out } = finsam(folder.path, 'check', join(documents, 'vastra-malardalen-2023.txt'), '--store', 'ingen')
    expect(code).toBe(0)
    expect(out).toContain('1\u00a0348\u00a0000 + (−602\u00a0000)')
    expect(out).not.toContain('Ändrat sedan')
    expect(finsam(folder.path, 'store', 'list', '--store', 'ingen').code).toBe(1)
  })

  test('lays a draft beside its stored version and tells what changed', () => {
    const draft = join(folder.path, 'nytt-forslag.txt')
    const text = readFileSync(join(documents, 'vastra-malardalen-2023.txt'), 'utf8')
    writeFileSync(draft, text.replace('575\u00a0000', '585\u00a0000').replace(/\b575\b/, '585'))
    const { code, out } = finsam(folder.path, 'check', draft)
    expect(code).toBe(0)
    expect(out).toMatch(/Ändrat sedan[^\n]*\n {2}[^\n]*: 575 → 585 tkr/)
  })
})
