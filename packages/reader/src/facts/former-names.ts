import type { Draft, Extractor, FactContext } from './draft.ts'
import type { Sentence } from './sentence.ts'

const renamed =
  /(?<now>\p{Lu}[\p{L}\d-]+(?:\s\p{Lu}[\p{L}\d-]+){0,3})(?:\s\(|,\s(?:som\s)?)(?:tidigare|förut|förr|f\.\s?d\.)\s(?:hette\s|kallades\s|kallad\s|kallat\s)?(?<before>\p{Lu}[^.,()]{2,50})/gu

const hadName =
  /(?:hade|har haft) tidigare namnet\s(?<before>\p{Lu}[^.,;()]{2,60})|(?:hette|kallades) (?:tidigare|förut|förr)\s(?<called>\p{Lu}[^.,;()]{2,60})|(?:bytte|bytt|ändrade) namn från\s(?<from>\p{Lu}[^.,;()]{2,60}?)(?= till|[.,;]|$)/gu

/** `Förbundet hade tidigare namnet …`: what the subject of the sentence was called before. */
const ofSubject = (sentence: Sentence, { subject }: FactContext): Draft[] =>
  [...sentence.text.matchAll(hadName)].map(match => ({
    kind: 'organisation',
    subject,
    attribute: 'tidigare namn',
    value: (match.groups?.before ?? match.groups?.called ?? match.groups?.from ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** `Nystart (tidigare Samverkan Sund)`, `Bron, som förr hette Steget`: what something was called before. */
export const readFormerNames: Extractor = (sentence, context) => [
  ...ofSubject(sentence, context),
  ...[...sentence.text.matchAll(renamed)].map(match => ({
    kind: 'organisation',
    subject: match.groups?.now ?? '',
    attribute: 'tidigare namn',
    value: (match.groups?.before ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  })),
]
