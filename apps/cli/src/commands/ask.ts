import { answerQuestion, explainQuestion, type WithModel } from '@finsam/assistant'
import { loadLibrary } from '@finsam/indexer'
import { answerText } from '../print/answer-text.ts'
import { refuse, say } from '../print/console.ts'
import { explainedQuestionText } from '../print/explained-question.ts'
import { modelOf } from '../setup/model.ts'
import { type CommonOptions, type Opened, withStore } from '../setup/open.ts'
import { answerBatch } from './ask-batch.ts'

export interface AskOptions extends CommonOptions {
  readonly json?: boolean
  readonly explain?: boolean
  readonly batch?: string
  readonly lang?: 'sv' | 'en'
}

async function answerOne(
  { store, registry }: Opened,
  question: string,
  { json, explain, lang }: AskOptions,
  model: WithModel | undefined,
): Promise<number> {
  const context = await loadLibrary(store, registry)
  const asked = { question, ...(lang ? { language: lang } : {}) }
  const answer = await answerQuestion(context, asked, model)
  say(json ? JSON.stringify(answer, null, 2) : answerText(answer, { explain: explain === true }))
  if (explain && !json) say(`\n${explainedQuestionText(await explainQuestion(context, asked))}`)
  return 0
}

/** `finsam ask [--json] [--explain] QUESTION` or `finsam ask --batch FILE` */
export async function askCommand(words: readonly string[], options: AskOptions): Promise<number> {
  const question = words.join(' ').trim()
  if (options.batch !== undefined && question !== '')
    return refuse({ code: 'question-and-batch', message: 'Give either a question or --batch FILE, not both.' })
  if (options.batch === undefined && question === '')
    return refuse({ code: 'no-question', message: 'What is the question? For example: finsam ask "Vad kostar individinsatserna 2024?"' })
  const model = modelOf(process.env)
  if (!model.ok) return refuse(model.failure)
  return withStore(options, false, async opened => {
    if ((await opened.store.documents()).length === 0)
      return refuse({ code: 'store-empty', message: 'The store holds no documents. Ingest some first: finsam ingest FILE…' })
    return options.batch === undefined ? answerOne(opened, question, options, model.value) : answerBatch(opened, options.batch, model.value)
  })
}
