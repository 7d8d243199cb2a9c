import type { Language } from '@finsam/domain'
import { plainSource } from '../../answer/plain-source.ts'
import { associationWords, genitive } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { upperFirst } from '../../words/upper-first.ts'
import type { Scope } from '../scope.ts'
import { sentenceOfFact } from './evidence.ts'
import type { KnownFact } from './fact-index.ts'
import { valueWords } from './fact-words.ts'
import phrasings from './phrasings.json' with { type: 'json' }

interface Phrasing {
  readonly attribute: string
  readonly subject?: string
  readonly sv: string
  readonly en: string
}
const compiled = (phrasings as readonly Phrasing[]).map(phrasing => ({
  ...phrasing,
  attributePattern: new RegExp(phrasing.attribute),
  ...(phrasing.subject === undefined ? {} : { subjectPattern: new RegExp(phrasing.subject) }),
}))

const phrasingOf = (fact: KnownFact) =>
  compiled.find(
    ({ attributePattern, subjectPattern }) =>
      attributePattern.test(fold(fact.attribute)) && (subjectPattern === undefined || subjectPattern.test(fold(fact.subject))),
  )

const longestQuote = 260

/** A sentence as a quotation: without marks of its table or list, and cut around the value where it is long. */
export const quotation = (sentence: string, around = ''): string => {
  const text = plainSource(sentence.replace(/^[\s|#>*•®-]+/, ''))
  if (text.length <= longestQuote) return text
  const at = Math.max(0, text.indexOf(around))
  const from = Math.max(0, Math.min(at - 120, text.length - longestQuote))
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const end = start + longestQuote >= text.length ? text.length : text.lastIndexOf(' ', start + longestQuote)
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}

export const quoted = (text: string, language: Language): string => (language === 'sv' ? `”${text}”` : `“${text}”`)

const bareNumber = (fact: KnownFact, language: Language): string =>
  typeof fact.value === 'number' ? valueWords({ ...fact, unit: 'count' }, language) : valueWords(fact, language)

/** A fact in a sentence of its own: in the words of its kind where there are any, else its value with the sentence that says it. */
export const factSentence = ({ language, library }: Pick<Scope, 'language' | 'library'>, association: string, fact: KnownFact): string => {
  const name = associationWords(library, association)
  const phrasing = phrasingOf(fact)
  if (phrasing)
    return upperFirst(
      phrasing[language]
        .replaceAll('{association}', name)
        .replaceAll('{association’s}', genitive(name, language))
        .replaceAll('{subject}', fact.subject)
        .replaceAll('{attribute}', fact.attribute)
        .replaceAll('{number}', bareNumber(fact, language))
        .replaceAll('{rest}', fact.attribute.split(',').slice(1).join(',').trim())
        .replaceAll('{role}', fact.attribute.split(',')[0] ?? '')
        .replaceAll('{value}', valueWords(fact, language)),
    )
  const value = valueWords(fact, language)
  const sentence = quotation(sentenceOfFact(fact), fact.printed)
  const shown =
    typeof fact.value === 'string' && sentence.includes(fact.value) && fact.value.length > 80 ? '' : `${upperFirst(value)} (${name}): `
  return `${shown}${quoted(sentence, language)}${/[.!?…]$/.test(sentence) ? '' : '.'}`
}
