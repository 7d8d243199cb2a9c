import * as z from 'zod'
import { type Answer, answerSchema, type Citation, type Figure } from '../answer/answer.ts'
import { ask, type PreviousTurn } from '../ask.ts'
import { defineTool } from './tool.ts'
import { amountText } from './wire/amount-text.ts'
import { linksTo } from './wire/source-link.ts'

const place = ({ document, page, line }: Citation, language: Answer['language']): string => {
  const words = language === 'sv' ? { page: 's.', line: 'rad' } : { page: 'p.', line: 'line' }
  return `${document}${page === undefined ? '' : ` ${words.page} ${page}`} ${words.line} ${line}`
}

const placesText = (sources: readonly Citation[], language: Answer['language']): string =>
  sources.length === 0 ? '' : ` [${sources.map(source => place(source, language)).join('; ')}]`

const figureText = ({ role, label, value, unit, calculation, sources }: Figure, language: Answer['language']): string =>
  `${role} ${label}: ${calculation?.formula ?? amountText(value, unit, language)}${placesText(sources, language)}`

/** The answer's own sentences, then its figures, facts and passages with their places, and what to ask instead. */
function answerText({ language, text, figures, facts, passages, choices, notes }: Answer): string {
  return [
    text,
    ...figures.map(figure => figureText(figure, language)),
    ...facts.map(({ label, value, sources }) => `${label}: ${value}${placesText(sources, language)}`),
    ...passages.map(passage => `"${passage.text.trim()}"${placesText([passage], language)}`),
    ...(choices ?? []).map(({ question }) => `→ ${question}`),
    ...notes.map(note => `* ${note}`),
  ].join('\n')
}

/** The questions before, each with what came before it; the last line is the latest. */
const earlierTurns = (previous: string | undefined): PreviousTurn | undefined =>
  (previous ?? '')
    .split('\n')
    .filter(line => line.trim() !== '')
    .reduce<PreviousTurn | undefined>((before, question) => ({ question, ...(before ? { previous: before } : {}) }), undefined)

export const askTool = defineTool({
  name: 'ask',
  title: 'Ask',
  description:
    'Answer a question in Swedish or English about associations, figures, rules, goals or places in the text. Gives a computed, cited answer, asks back, or refuses with a reason. Pass the question as it was put.',
  input: z.strictObject({
    question: z.string().trim().min(1).max(8000),
    language: z.enum(['sv', 'en']).optional().describe('Default: that of the question'),
    previous: z.string().max(8000).optional().describe('Earlier questions, one a line, for a follow-up'),
  }),
  output: answerSchema,
  run: async (context, { question, language, previous }) => {
    const before = earlierTurns(previous)
    const answer = await ask(context, { question, ...(language ? { language } : {}), ...(before ? { previous: before } : {}) })
    const citations = [
      ...answer.figures.flatMap(({ sources }) => sources),
      ...answer.facts.flatMap(({ sources }) => sources),
      ...answer.passages,
    ]
    return { data: answer, text: answerText(answer), links: linksTo(context, citations) }
  },
})
