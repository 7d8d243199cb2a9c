import type { Draft } from './draft.ts'

/** Answers to the clauses of one question as one; what could not be answered is told, and decides where nothing was. */
export const joinDrafts = (drafts: readonly Draft[], language: 'sv' | 'en'): Draft => {
  const [first, ...rest] = drafts
  if (!first) {
    const sentence =
      language === 'sv'
        ? 'Jag ser ingen fråga här. Fråga om ett samordningsförbund, en post och ett år.'
        : 'I see no question here. Ask about an association, an item and a year.'
    return {
      intent: 'none',
      status: 'unanswerable',
      sentence,
      figures: [],
      readings: [],
      notes: [],
      confidence: 0,
      reason: { code: 'no-question', nearest: [] },
    }
  }
  if (rest.length === 0) return first
  const good = drafts.filter(draft => draft.status === 'answered')
  const lead = good.length > 0 && first.status !== 'ambiguous' ? good : [first]
  const [head] = lead
  const verdict = head?.verdict
  const sentences = drafts
    .filter(draft => lead.includes(draft) || (good.length > 0 && draft.status === 'unanswerable'))
    .map(draft => draft.sentence)
  return {
    ...first,
    ...(head ?? first),
    sentence: [...new Set(sentences)].join(' '),
    figures: lead.flatMap(draft => draft.figures),
    readings: lead.flatMap(draft => draft.readings),
    inputs: drafts.flatMap(draft => draft.inputs ?? []),
    facts: lead.flatMap(draft => draft.facts ?? []),
    passages: lead.flatMap(draft => draft.passages ?? []),
    notes: [...new Set(lead.flatMap(draft => draft.notes))],
    ...(verdict ? { verdict } : {}),
    confidence: Math.min(...lead.map(draft => draft.confidence)),
  }
}
