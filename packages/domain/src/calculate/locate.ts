import type { Library } from '../library/library.ts'
import type { Finding } from '../model/finding.ts'
import { given } from '../model/given.ts'
import type { DocumentReading } from '../model/reading.ts'
import { refusal, success } from '../model/result.ts'
import type { SourceRef } from '../model/source.ts'
import type { Query } from '../query/query.ts'
import { fold } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import type { Outcome } from './context.ts'
import { unknownAssociation } from './failures.ts'
import { fullTrust } from './trust.ts'

interface Place {
  readonly kind: 'heading' | 'line' | 'fact'
  readonly text: string
  readonly source: SourceRef
}

const placesOf = ({ document, headings, statements, facts }: DocumentReading): readonly Place[] => [
  ...headings.map(({ line, title }): Place => ({ kind: 'heading', text: title, source: { document: document.id, line, text: title } })),
  ...statements.flatMap(({ lines }) =>
    lines.map(
      (line): Place => ({
        kind: 'line',
        text: `${line.section ?? ''} ${line.label}`,
        source: { document: document.id, line: line.sourceLine, text: line.text, ...given({ page: line.page }) },
      }),
    ),
  ),
  ...facts.map((fact): Place => ({ kind: 'fact', text: `${fact.subject} ${fact.attribute} ${fact.context}`, source: fact.source })),
]

/** Whether every word stands in the text, as a word or the beginning of one. */
function holdsAll(text: string, words: readonly string[]): boolean {
  const folded = ` ${fold(text)}`
  return words.every(word => folded.includes(` ${fold(word)}`))
}

const found = ({ kind, source }: Place): Finding => ({ code: 'found', severity: 'info', parameters: { kind }, at: source })

/** Where words stand together: headings, lines of tables and facts, each as a finding with its place; the result is how many. */
export function locate(library: Library, query: Extract<Query, { op: 'locate' }>): Outcome {
  const { association, document, words } = query
  if (association && !library.association(association)) return unknownAssociation(library, association)
  const within = library.readings.filter(
    reading => (!association || reading.document.association === association) && (!document || reading.document.id === document),
  )
  const places = within.flatMap(placesOf)
  const findings = words.some(word => fold(word) !== '') ? places.filter(({ text }) => holdsAll(text, words)).map(found) : []
  if (findings.length === 0) {
    const titles = places.filter(({ kind }) => kind !== 'fact').map(({ text }) => text.trim())
    return refusal(
      'not-printed',
      {
        sv: `”${words.join(' ')}” står inte i någon rubrik, rad eller uppgift.`,
        en: `"${words.join(' ')}" stands in no heading, line or fact.`,
      },
      nearest(words.join(' '), titles),
    )
  }
  return success({
    operation: 'locate',
    label: { sv: words.join(' '), en: words.join(' ') },
    result: { value: findings.length, low: findings.length, high: findings.length, unit: 'count' },
    inputs: [],
    ...given({ association }),
    findings,
    trust: fullTrust,
    notes: [],
  })
}
