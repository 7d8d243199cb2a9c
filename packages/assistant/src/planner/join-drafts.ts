import { type Draft, refused } from './draft.ts'

/** One clause of a question with what it came to. */
export interface Part {
  readonly draft: Draft
  /** The words of the clause. */
  readonly said: string
}

type Language = 'sv' | 'en'

const nothingAsked = (language: Language): Draft =>
  refused(
    'none',
    'no-question',
    language === 'sv'
      ? 'Jag ser ingen fråga här. Fråga om ett samordningsförbund, en post och ett år.'
      : 'I see no question here. Ask about an association, an item and a year.',
    { confidence: 0 },
  )

/** A clause that comes to the very answer of a clause before it was read as that one, and so not understood. */
const sameAnswer = (one: Draft, other: Draft): boolean => one.status === 'answered' && one.sentence === other.sentence

/** Refusals that say nothing of what is missing. */
const saysLittle: ReadonlySet<string> = new Set(['not-understood', 'not-in-documents'])

/** What is told of a clause without an answer, beside the answer to another: which clause it is, and why. */
const toldApart = ({ draft, said }: Part, language: Language): string => {
  const plain = draft.reason && saysLittle.has(draft.reason.code) && !/[”“"]/.test(draft.sentence)
  if (language === 'sv') return plain ? `Delfrågan ”${said}” kan jag inte svara på.` : `Delfrågan ”${said}”: ${draft.sentence}`
  return plain ? `The part “${said}” I cannot answer.` : `The part “${said}”: ${draft.sentence}`
}

const misread = ({ draft, said }: Part): Part => ({ draft: refused(draft.intent, 'not-understood', '', { confidence: 0.3 }), said })

/** Answers to the clauses of one question as one; a clause that could not be answered is told, and decides where nothing was. */
export const joinDrafts = (parts: readonly Part[], language: Language): Draft => {
  const drafts = parts.map(({ draft }) => draft)
  const [first, ...rest] = drafts
  if (!first) return nothingAsked(language)
  if (rest.length === 0) return first
  const own = parts.map((part, at) => (drafts.slice(0, at).some(before => sameAnswer(before, part.draft)) ? misread(part) : part))
  const good = own.filter(({ draft }) => draft.status === 'answered').map(({ draft }) => draft)
  if (good.length === 0 || first.status === 'ambiguous') return { ...first, inputs: drafts.flatMap(draft => draft.inputs ?? []) }
  const [head = first] = good
  const asked = own.flatMap(({ draft }) => (draft.status === 'ambiguous' ? [draft] : []))
  const choices = asked.flatMap(draft => draft.choices ?? [])
  return {
    ...head,
    sentence: own.map(part => (part.draft.status === 'answered' ? part.draft.sentence : toldApart(part, language))).join(' '),
    figures: good.flatMap(draft => draft.figures),
    readings: own.flatMap(({ draft }) => (draft.status === 'unanswerable' ? [] : draft.readings)),
    inputs: drafts.flatMap(draft => draft.inputs ?? []),
    facts: good.flatMap(draft => draft.facts ?? []),
    passages: good.flatMap(draft => draft.passages ?? []),
    notes: [...new Set(good.flatMap(draft => draft.notes))],
    ...(choices.length > 0 ? { choices } : {}),
    confidence: Math.min(...good.map(draft => draft.confidence)),
  }
}
