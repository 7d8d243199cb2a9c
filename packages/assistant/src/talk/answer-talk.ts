import type { Language, Library } from '@finsam/domain'
import type { AssistantContext } from '../context.ts'
import { answered, type Draft, type DraftFact, refused } from '../planner/draft.ts'
import type { Talk } from './read-talk.ts'

type Words = Readonly<Record<Language, string>>

const sentences: Readonly<Record<Exclude<Talk, 'documents'>, Words>> = {
  greeting: {
    sv: 'Hej! Ställ en fråga om förbundens pengar, insatser och mål.',
    en: 'Hello! Ask a question about the associations’ money, initiatives and goals.',
  },
  thanks: { sv: 'Varsågod! Ställ gärna en fråga till.', en: 'You are welcome! Ask another question whenever you like.' },
  abilities: {
    sv: 'Jag svarar på frågor om samordningsförbundens planer, budgetar och rapporter: vad något kostar, hur det har ändrats, hur stor andel det är, hur förbunden skiljer sig, vad som händer om bidragen ändras, om en regel följs, och var något står. Varje siffra är beräknad ur dokumenten och visar sin källa.',
    en: 'I answer questions about the plans, budgets and reports of the associations: what something costs, how it has changed, what share it is, how associations differ, what happens if contributions change, whether a rule is followed, and where something is written. Every figure is computed from the documents and shows its source.',
  },
  change: {
    sv: 'Jag svarar på frågor och ändrar ingenting i dokumenten. Vill du veta vad en ändring skulle leda till, fråga till exempel: ”Vad händer om …?”',
    en: 'I answer questions and change nothing in the documents. To see what a change would lead to, ask for example: “What happens if …?”',
  },
}

const mostListed = 12

const shortName = (library: Library, association: string): string => library.association(association)?.shortName ?? association

/** The loaded documents, each citing its first line. */
function listDocuments({ library, sourceLines }: AssistantContext, language: Language): Draft {
  const { documents } = library
  const listed = documents.slice(0, mostListed)
  const names = listed.map(({ title, association }) => `${title} (${shortName(library, association)})`)
  const more = documents.length - listed.length
  const rest = { sv: `, och ${more} till`, en: `, and ${more} more` }
  const facts = listed.map(
    ({ id, title, association, fiscalYear }): DraftFact => ({
      label: shortName(library, association),
      value: [title, fiscalYear].filter(part => part !== undefined && !(part !== title && title.includes(String(part)))).join(' '),
      sources: [{ document: id, line: 1, text: sourceLines(id, 1, 1)?.[0] ?? '' }],
    }),
  )
  const sentence = {
    sv: `Inlästa dokument: ${names.join(', ')}${more > 0 ? rest.sv : ''}.`,
    en: `Loaded documents: ${names.join(', ')}${more > 0 ? rest.en : ''}.`,
  }
  return answered('documents', sentence[language], [], { facts })
}

/** The answer to what asks nothing of the documents: no figure, and nothing of what was asked before. */
export function answerTalk(talk: Talk, context: AssistantContext, language: Language): Draft {
  if (talk === 'documents' && context.library.documents.length > 0) return listDocuments(context, language)
  return refused('talk', 'no-question', sentences[talk === 'documents' ? 'abilities' : talk][language])
}
