import type { Answer } from '@finsam/assistant'
import { formatValue } from '../format.ts'
import { type Language, words } from '../words/words.ts'

/** An answer as plain text for a mail or a memo: the question, the answer, each figure with its formula and places. */
export function answerAsText(answer: Answer, language: Language): string {
  const w = words[language]
  const figures = answer.figures.map(figure => {
    const places = figure.sources
      .map(({ document, page, line }) => `${document}, ${page ? `${w.page} ${page}, ` : ''}${w.line} ${line}`)
      .join('; ')
    const how = figure.calculation?.formula ?? w.kinds[figure.kind]
    return `– ${figure.label}: ${formatValue(figure.value, figure.unit, language)} (${[how, places].filter(Boolean).join('. ')})`
  })
  const notes = answer.notes.map(note => `– ${note}`)
  const blocks = [answer.question, answer.text, figures.join('\n'), notes.join('\n'), w.automated]
  return blocks.filter(Boolean).join('\n\n')
}
