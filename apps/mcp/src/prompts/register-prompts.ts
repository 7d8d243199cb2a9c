import { completable, type McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { completeAssociation } from '../resources/complete-names.ts'
import type { ContextSource } from '../server/context-source.ts'
import type { Report } from '../server/report.ts'
import { boardMemo, budgetReview, compareAssociations, type PromptBlanks } from './prompt-texts.ts'

type Language = 'sv' | 'en'
const languages: readonly Language[] = ['sv', 'en']

const message = (
  words: Readonly<Record<Language, (blanks: PromptBlanks) => string>>,
  language: Language,
  blanks: Partial<PromptBlanks>,
) => ({
  messages: [
    {
      role: 'user' as const,
      content: { type: 'text' as const, text: words[language]({ association: '', other: '', year: '', ...blanks }) },
    },
  ],
})

/** Work that staff do again and again, as prompts in Swedish and English. Made once, put on every server. */
export function promptsOver(source: ContextSource, report: Report): (server: McpServer) => void {
  const name = (about: string) => completable(z.string().min(1).max(200).describe(about), completeAssociation(source, report))
  const language = completable(z.enum(languages).default('sv').describe('sv or en'), typed =>
    languages.filter(known => known.startsWith(typed ?? '')),
  )
  const year = z
    .string()
    .regex(/^(\d{4})?$/)
    .default('')
    .describe('Year, such as 2024')
  const one = z.object({ association: name('Association'), year, language })
  const two = z.object({ association: name('First association'), other: name('Second association'), year, language })
  return server => {
    server.registerPrompt(
      'budget_review',
      { title: 'Budgetgranskning · Budget review', description: 'Review the budget of one association', argsSchema: one },
      ({ association, year, language }) => message(budgetReview, language, { association, year }),
    )
    server.registerPrompt(
      'compare_associations',
      {
        title: 'Jämför förbund · Compare associations',
        description: 'Compare two associations line by line, with the caveats',
        argsSchema: two,
      },
      ({ association, other, year, language }) => message(compareAssociations, language, { association, other, year }),
    )
    server.registerPrompt(
      'board_memo',
      { title: 'Styrelseunderlag · Board memo', description: 'Prepare a memo for the board of one association', argsSchema: one },
      ({ association, year, language }) => message(boardMemo, language, { association, year }),
    )
  }
}
