import { associationWords } from '../../answer/wording.ts'
import { answered, type Draft } from '../draft.ts'
import { asksWhether, yesNo } from '../intents/whether.ts'
import type { Scope } from '../scope.ts'
import { answeringSentences } from './answering-sentences.ts'
import { type FactQuestion, heavy } from './fact-question.ts'
import { quotation, quoted } from './fact-sentence.ts'
import { sideTaken } from './side-taken.ts'

const mostQuoted = 2

/** A question that one sentence of the document answers in its own words: who, why, what, which. */
export const quoteSentence = (scope: Scope, question: FactQuestion): Draft | undefined => {
  const [association] = scope.associations
  const whether = asksWhether(scope)
  const telling = question.words.some(
    ({ weight, topics, stems }) => weight >= heavy && (!whether || (topics.length === 0 && stems.every(one => one.length > 3))),
  )
  if (association === undefined || scope.associations.length !== 1 || !telling) return undefined
  const years = scope.frame.points.flatMap(point => (point.time && point.tokens.length > 0 ? [point.time.year] : []))
  const found = answeringSentences(scope, question, association)
    .filter(({ sentence }) => {
      const year = scope.library.document(sentence.document)?.fiscalYear
      return years.length === 0 || years.some(one => one === year || sentence.text.includes(String(one)))
    })
    .toSorted((one, other) => other.score - one.score)
  const [best] = found
  if (!best) return undefined
  const chosen = found.filter(({ score }) => score > best.score - 0.02).slice(0, mostQuoted)
  const name = associationWords(scope.library, association)
  const words = [...new Set(chosen.map(({ sentence }) => quoted(quotation(sentence.text), scope.language)))].join(' ')
  const head = scope.language === 'sv' ? `Så står det i dokumentet (${name}):` : `The document says (${name}):`
  const sides = new Set(chosen.map(({ sentence, whole }) => (whether && whole ? sideTaken(scope, question, sentence.text) : undefined)))
  const [holds] = sides.size === 1 ? sides : []
  if (whether && holds === undefined) return undefined
  const side = holds === undefined ? '' : `${yesNo(holds, scope.language)}. `
  return answered(whether ? 'fact-quoted' : 'fact', `${side}${head} ${words}`, [], {
    ...(holds === undefined ? {} : { verdict: { holds, rule: 'stated' } }),
    facts: chosen.map(({ sentence }) => ({
      label: sentence.heading ?? sentence.document,
      value: quotation(sentence.text),
      sources: [{ document: sentence.document, line: sentence.line, text: sentence.text }],
    })),
    confidence: Math.min(0.8, best.score),
  })
}
