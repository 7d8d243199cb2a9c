import { associationChoices, documentChoices } from '@finsam/assistant'
import type { CompleteResourceTemplateCallback } from '@modelcontextprotocol/server'
import { type ContextSource, contextOf } from '../server/context-source.ts'

/** The protocol lets a completion hold a hundred values. */
const most = 100

/** Document ids that fit what is typed so far. */
export const completeDocument =
  (source: ContextSource): CompleteResourceTemplateCallback =>
  async typed =>
    documentChoices((await contextOf(source)).library, typed).slice(0, most)

/** Short names of associations that fit what is typed so far. */
export const completeAssociation =
  (source: ContextSource) =>
  async (typed: string): Promise<string[]> =>
    associationChoices((await contextOf(source)).library, typed).slice(0, most)

/** Page numbers of the document that the template already names. */
export const completePage =
  (source: ContextSource): CompleteResourceTemplateCallback =>
  async (typed, filled) => {
    const context = await contextOf(source)
    const pages = context.pages?.(filled?.arguments?.document ?? '') ?? []
    return pages
      .map(({ page }) => String(page))
      .filter(page => page.startsWith(typed))
      .slice(0, most)
  }
