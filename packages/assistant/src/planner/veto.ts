import { nearest } from '@finsam/domain'
import { listWords } from '../answer/wording.ts'
import { asksBack, type Draft, refused } from './draft.ts'
import type { Scope } from './scope.ts'

const leastConfidence = 0.42
const wordPenalty = 0.1

const refuseWords = (scope: Scope, words: readonly string[]): string => {
  const quoted = listWords(
    words.map(word => `”${word}”`),
    scope.language,
  )
  return scope.language === 'sv'
    ? `Jag hittar inte ${quoted} i dokumenten och svarar därför inte med en siffra.`
    : `I do not find ${quoted} in the documents, so I give no figure.`
}

/** The known labels and names that come nearest to words that are not known. */
const nearestNames = (scope: Scope, words: readonly string[]): readonly string[] => {
  const associations = scope.associations.length > 0 ? scope.associations : scope.library.associations.map(({ id }) => id)
  const labels = [...new Set(associations.flatMap(id => scope.library.linesOf(id).map(line => line.label)))]
  return [...new Set(words.flatMap(word => nearest(word, labels, 3)))]
}

/** Refuses a draft where a word that could change it has no place in it, or too many words have none. */
export const veto = (scope: Scope, draft: Draft): Draft => {
  if (draft.status !== 'answered' || draft.intent === 'locate') return draft
  const { unplaced } = scope.frame
  const forbidding = unplaced.filter(({ why }) => why !== 'word')
  const plain = unplaced.length - forbidding.length
  const confidence = draft.confidence - plain * wordPenalty
  if (forbidding.length === 0 && confidence >= leastConfidence) return { ...draft, confidence }
  const words = (forbidding.length > 0 ? forbidding : unplaced).map(({ text }) => text)
  const near = nearestNames(scope, words)
  const known =
    near.length > 0 ? (scope.language === 'sv' ? ` Närmast finns: ${near.join(', ')}.` : ` Nearest are: ${near.join(', ')}.`) : ''
  return refused(draft.intent, 'unknown-words', `${refuseWords(scope, words)}${known}`, { nearest: near, confidence })
}

/** Nothing says which association is meant. */
export const askForAssociation = (scope: Scope): Draft => {
  const { library, language } = scope
  const documents = library.documents
  const names = documents.map(document =>
    `${library.association(document.association)?.shortName ?? document.association} ${document.fiscalYear ?? ''}`.trim(),
  )
  const unknown = scope.frame.unplaced.filter(({ why }) => why === 'name').map(({ text }) => text)
  if (unknown.length > 0 || (scope.frame.targets.length === 0 && scope.frame.points.length === 0)) return giveUp(scope)
  const sentence =
    language === 'sv'
      ? `Vilket samordningsförbund och vilket år menas? Det finns uppgifter om ${listWords(names, 'sv')}.`
      : `Which association (förbund) and which year do you mean? There are documents of ${listWords(names, 'en')}.`
  return asksBack('association', sentence, [], {
    choices: names.map(name => ({ label: name, question: `${scope.text.replace(/[?\s]+$/, '')}, ${name}?` })),
  })
}

/** Nothing that is known answers. */
export const giveUp = (scope: Scope): Draft => {
  const words = scope.frame.unplaced.map(({ text }) => text)
  const near = nearestNames(scope, words)
  const sentence =
    words.length > 0
      ? refuseWords(scope, words)
      : scope.language === 'sv'
        ? 'Det framgår inte av dokumenten.'
        : 'The documents do not tell.'
  return refused('none', 'not-in-documents', sentence, { nearest: near })
}
