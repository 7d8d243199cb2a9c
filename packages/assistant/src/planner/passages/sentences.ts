import type { Library } from '@finsam/domain'
import type { AssistantContext } from '../../context.ts'
import { tokenize } from '../../words/tokenize.ts'

/** A sentence of a document with the lines that it stands on. */
export interface DocumentSentence {
  readonly document: string
  readonly association: string
  readonly line: number
  readonly lineTo: number
  readonly text: string
  readonly heading?: string
  /** Sentences of one paragraph or list item have the same number. */
  readonly paragraph: number
  readonly stems: ReadonlySet<string>
}

interface Piece {
  readonly text: string
  readonly line: number
}

const endsSentence = /[.!?:]["”»')]?$/
const longestParagraph = 60

/** `Insatser -3 204 -3 467 263`: a row of a table, which is no beginning of the sentence below it. */
const isRow = (text: string): boolean =>
  /[\d)%]$/.test(text) && /^[^.!?]*$/.test(text) && (text.match(/(?<![\d,])[-−]?\d+(?!\d)/g) ?? []).length >= leastCells
const leastCells = 4

/** Paragraphs: lines up to an empty one or a list mark; a heading is one of its own. */
const paragraphsOf = (lines: readonly string[], headings: ReadonlySet<number>): readonly (readonly Piece[])[] => {
  const paragraphs: Piece[][] = []
  let current: Piece[] = []
  const close = (): void => {
    if (current.length > 0) paragraphs.push(current)
    current = []
  }
  lines.forEach((raw, at) => {
    const text = raw.replace(/^[\s#>*•®-]+|[*_]+/g, match => (/[*_]/.test(match) ? '' : '')).trim()
    if (text === '' || /^\s*(#|e |o |- |•|®)/.test(raw) || raw.startsWith(' ') || current.length >= longestParagraph) close()
    if (text !== '') current.push({ text, line: at + 1 })
    if (headings.has(at + 1) || isRow(text)) close()
  })
  close()
  return paragraphs
}

const sentencesIn = (paragraph: readonly Piece[]): readonly { readonly text: string; readonly line: number; readonly lineTo: number }[] => {
  const found: { text: string; line: number; lineTo: number }[] = []
  let text = ''
  let line = 0
  let last = 0
  for (const piece of paragraph) {
    for (const part of piece.text.split(/(?<=[.!?])\s+(?=[\p{Lu}"”|])/u)) {
      if (text === '') line = piece.line
      text = text.endsWith('-') ? text.slice(0, -1) + part : text === '' ? part : `${text} ${part}`
      last = piece.line
      if (endsSentence.test(part)) {
        found.push({ text, line, lineTo: piece.line })
        text = ''
      }
    }
  }
  if (text !== '') found.push({ text, line, lineTo: last })
  return found
}

/** All sentences, by document and by the stems that they hold. */
export interface SentenceIndex {
  readonly byDocument: ReadonlyMap<string, readonly DocumentSentence[]>
  readonly byStem: ReadonlyMap<string, readonly DocumentSentence[]>
}

const indexOf = (byDocument: ReadonlyMap<string, readonly DocumentSentence[]>): SentenceIndex => {
  const byStem = new Map<string, DocumentSentence[]>()
  for (const sentence of [...byDocument.values()].flat()) {
    for (const stem of sentence.stems) {
      const list = byStem.get(stem)
      if (list) list.push(sentence)
      else byStem.set(stem, [sentence])
    }
  }
  return { byDocument, byStem }
}

const built = new WeakMap<Library, SentenceIndex>()

const build = (context: AssistantContext): ReadonlyMap<string, readonly DocumentSentence[]> => {
  const { library } = context
  return new Map(
    library.readings.map(({ document, headings }) => {
      const lines = context.sourceLines(document.id, 1, document.lines) ?? []
      const sentences = paragraphsOf(lines, new Set(headings.map(({ line }) => line)))
        .flatMap((pieces, paragraph) => sentencesIn(pieces).map(sentence => ({ ...sentence, paragraph })))
        .map((sentence): DocumentSentence => {
          const heading = headings.findLast(({ line }) => line <= sentence.line)?.title
          const stems = new Set(
            tokenize(sentence.text)
              .filter(token => token.kind === 'word')
              .map(token => token.stem),
          )
          return { document: document.id, association: document.association, ...sentence, stems, ...(heading ? { heading } : {}) }
        })
      return [document.id, sentences] as const
    }),
  )
}

/** The sentences of every document, split once for a library. */
export const sentencesOf = (context: AssistantContext): SentenceIndex => {
  const known = built.get(context.library)
  if (known) return known
  const made = indexOf(build(context))
  built.set(context.library, made)
  return made
}
