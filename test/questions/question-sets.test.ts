import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { documentIds, readDocumentLines } from '../data/shipped-data.ts'
import { englishQuestions, type Question, swedishQuestions } from './question-sets.ts'

const questions = [...swedishQuestions, ...englishQuestions]
const where = (holds: (question: Question) => boolean): readonly string[] => questions.filter(holds).map(({ id }) => id)
const isRequired = (figure: Question['expected']['figures'][number]): boolean => figure.optional !== true && figure.role !== 'nearest'

test('there are 150 questions or more, a fifth of them not to be answered', () => {
  expect(questions.length).toBeGreaterThanOrEqual(150)
  expect(where(({ expected }) => expected.status !== 'answered').length).toBeGreaterThanOrEqual(questions.length / 5)
})

test('no id and no question stands twice', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  expect(new Set(questions.map(({ question, previous }) => `${question} ${previous ?? ''}`)).size).toBe(questions.length)
})

test('a follow-up follows an earlier question of its own set', () => {
  const isLost = ({ id, previous }: Question): boolean => {
    const before = questions.slice(
      0,
      questions.findIndex(question => question.id === id),
    )
    return previous !== undefined && !before.some(question => question.id === previous)
  }
  expect(where(isLost)).toEqual([])
})

test('evidence stands on lines that have text', () => {
  const isEmpty = ({ document, line }: Question['evidence'][number]): boolean =>
    !documentIds.includes(document) || !/\S/.test(readDocumentLines(document)[line - 1] ?? '')
  expect(where(({ evidence }) => evidence.some(isEmpty))).toEqual([])
})

test('an answer expects a figure or a mention, and has evidence', () => {
  const isVague = ({ expected, evidence }: Question): boolean =>
    expected.status === 'answered' &&
    (evidence.length === 0 || !(expected.figures.some(isRequired) || (expected.mustMention ?? []).length > 0))
  expect(where(isVague)).toEqual([])
})

test('a refusal expects no figure beyond the nearest one', () => {
  expect(where(({ expected }) => expected.status === 'unanswerable' && expected.figures.some(isRequired))).toEqual([])
})

test('what must not be claimed is not what is expected', () => {
  const contradicts = ({ expected }: Question): boolean =>
    (expected.mustNotClaim ?? []).some(
      claim =>
        typeof claim !== 'string' &&
        expected.figures.some(({ value, unit, role }) => role !== 'nearest' && value === claim.value && unit === claim.unit),
    )
  expect(where(contradicts)).toEqual([])
})

test('every example in docs/questions.md is one of the questions', () => {
  const page = readFileSync(new URL('../../docs/questions.md', import.meta.url), 'utf8')
  const examples = [...page.matchAll(/“([^”]+)”/g)].map(([, example]) => example)
  const known = new Set(questions.map(({ question }) => question))
  expect(examples.length).toBeGreaterThan(30)
  expect(examples.filter(example => example === undefined || !known.has(example))).toEqual([])
})
