import { isMoney, kronorPer } from '@finsam/domain'
import type { Answer, Figure } from '../answer/answer.ts'
import type { AssistantContext } from '../context.ts'
import type { Tool } from '../tools/tool.ts'
import { FigureBook } from './figure-book.ts'
import { type GatedSentence, gateText } from './gate.ts'
import { type GateFigure, gateFigures } from './gate-figure.ts'
import { type CheckedText, GatedTelling } from './gated-telling.ts'
import { instructionsFor } from './instructions.ts'
import { runModel } from './model-loop.ts'
import { modelTools } from './model-tools.ts'
import type { ModelSettings } from './settings.ts'
import { fillSlots } from './slot.ts'

export interface ModelQuestion {
  readonly context: AssistantContext
  readonly settings: ModelSettings
  readonly tools: readonly Tool[]
  /** What the planner answers: its words stand in for every sentence of the model that the gate stops. */
  readonly engineAnswer: Answer
  /** Earlier turns of the conversation, oldest first. */
  readonly earlier: readonly { readonly question: string; readonly answer: string }[]
  readonly signal?: AbortSignal
  /** Gets each sentence that passed the gate, in order, while the model writes; the answer that comes back replaces them all. */
  readonly sentence?: (text: string) => void
}

const wordings = {
  sv: {
    replaced:
      'Delar av språkmodellens text stoppades, eftersom en siffra inte kunde bindas till en beräknad uppgift. Där står i stället det som beräkningen själv säger.',
    failed: 'Språkmodellen kunde inte svara. Svaret är beräknat utan den.',
    model: 'Texten är skriven av en språkmodell. Varje siffra är beräknad ur källorna och kontrollerad.',
  },
  en: {
    replaced:
      'Parts of the language model’s text were stopped, because a figure could not be tied to a computed one. What the calculation itself says stands there instead.',
    failed: 'The language model could not answer. The answer was computed without it.',
    model: 'The text was written by a language model. Every figure is computed from the sources and checked.',
  },
}

const digits: Record<string, number> = { percent: 1, percentage_points: 1, ratio: 2, kr_per_person: 2, kr_per_participant: 0 }

/** A figure as code writes it into a slot: number format of the language, unit behind it. */
export function writeFigure(figure: GateFigure, language: 'sv' | 'en', unit?: 'kr' | 'tkr' | 'mnkr'): string {
  const money = isMoney(figure.unit)
  const shown = money ? (unit ?? 'kr') : figure.unit
  const value = money ? figure.value / (kronorPer(shown) ?? 1) : figure.value
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    maximumFractionDigits: money ? (shown === 'mnkr' ? 3 : 2) : (digits[figure.unit] ?? 2),
  }).format(value)
  return `${number}${unitText[language][shown] ?? ''}`
}

const unitText: Record<'sv' | 'en', Partial<Record<string, string>>> = {
  sv: {
    kr: ' kr',
    tkr: ' tkr',
    mnkr: ' mnkr',
    percent: ' %',
    percentage_points: ' procentenheter',
    persons: ' personer',
    participants: ' deltagare',
    kr_per_person: ' kr',
    kr_per_participant: ' kr',
  },
  en: {
    kr: ' kr',
    tkr: ' tkr',
    mnkr: ' million kr',
    percent: ' %',
    percentage_points: ' percentage points',
    persons: ' people',
    participants: ' participants',
    kr_per_person: ' kr',
    kr_per_participant: ' kr',
  },
}

/** Figures that the checked text names by slot are the answer; the rest of the book went into it. */
function roles(figures: readonly Figure[], quoted: ReadonlySet<string>): Figure[] {
  const inputs = new Set(figures.filter(figure => quoted.has(figure.id)).flatMap(figure => figure.calculation?.inputs ?? []))
  return figures
    .filter(figure => quoted.has(figure.id) || inputs.has(figure.id))
    .map(figure => ({ ...figure, role: quoted.has(figure.id) ? 'answer' : 'input' }))
}

const computedAlone = (answer: Answer, note: string): Answer => ({ ...answer, notes: [...answer.notes, note] })

/** One stopped sentence stops the text: half of an argument may say the opposite of the whole. */
const stopped = (sentences: readonly GatedSentence[]): boolean => sentences.some(({ refusals }) => refusals.length > 0)

/**
 * Answers with a model that calls the tools. Its text reaches the reader only where every number in it passed the gate;
 * otherwise, and where the model fails, the engine's own answer does. Fails closed.
 */
export async function askModel(asked: ModelQuestion): Promise<Answer> {
  const { context, settings, tools, engineAnswer, earlier, signal, sentence } = asked
  const words = wordings[engineAnswer.language]
  const book = new FigureBook()
  const check = (template: string): Reviewed => review(template, book, context, engineAnswer)
  const telling = sentence && new GatedTelling(template => check(template).checked, sentence)
  const messages = [
    { role: 'system' as const, content: instructionsFor(engineAnswer.language) },
    ...earlier.flatMap(turn => [
      { role: 'user' as const, content: turn.question },
      { role: 'assistant' as const, content: turn.answer },
    ]),
    { role: 'user' as const, content: engineAnswer.question },
  ]
  const reply = await runModel(settings, messages, modelTools(tools, context, book, signal), signal, text => telling?.hear(text))
  if (!reply.ok) return computedAlone(engineAnswer, `${words.failed} ${reply.failure.message}`)

  const { text, quoted, checked } = check(reply.value)
  if (!checked.known || stopped(checked.sentences)) return computedAlone(engineAnswer, words.replaced)
  if (!checked.quotes) return computedAlone(engineAnswer, words.failed)
  telling?.finish(reply.value)
  return { ...engineAnswer, status: 'answered', text, figures: roles(book.figures, quoted), notes: [...engineAnswer.notes, words.model] }
}

interface Reviewed {
  /** The text with its slots filled. */
  readonly text: string
  readonly quoted: ReadonlySet<string>
  readonly checked: CheckedText
}

/** Fills the slots of a model's text and puts every sentence of it through the gate. */
function review(template: string, book: FigureBook, { library }: AssistantContext, { question, language, facts }: Answer): Reviewed {
  const figures = gateFigures(book.figures, library)
  const { text, slots, unknown } = fillSlots(template, figures, (figure, unit) => writeFigure(figure, language, unit))
  const sentences = gateText({ text, slots, figures, facts: facts.map(({ value }) => value), question, language, library })
  const quoted = new Set(slots.map(({ figure }) => figure))
  return { text, quoted, checked: { sentences, known: unknown.length === 0, quotes: quoted.size > 0 } }
}
