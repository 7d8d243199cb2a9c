import type { CompleteResourceTemplateCallback } from '@modelcontextprotocol/server'
import { assistant } from '../server/assistant.ts'
import { type ContextSource, contextOf } from '../server/context-source.ts'
import { guarded } from '../server/guard.ts'
import type { Report } from '../server/report.ts'

/** The protocol lets a completion hold a hundred values. */
const most = 100

/** Document ids that fit what is typed so far. */
export const completeDocument =
  (source: ContextSource, report: Report): CompleteResourceTemplateCallback =>
  typed =>
    guarded(report, 'completion of documents', async () =>
      (await assistant()).documentChoices((await contextOf(source)).library, typed).slice(0, most),
    )

/** Short names of associations that fit what is typed so far. */
export const completeAssociation =
  (source: ContextSource, report: Report) =>
  (typed: string): Promise<string[]> =>
    guarded(report, 'completion of associations', async () =>
      (await assistant()).associationChoices((await contextOf(source)).library, typed).slice(0, most),
    )

/** Page numbers of the document that the template already names. */
export const completePage =
  (source: ContextSource, report: Report): CompleteResourceTemplateCallback =>
  (typed, filled) =>
    guarded(report, 'completion of pages', async () => {
      const context = await contextOf(source)
      const pages = context.pages?.(filled?.arguments?.document ?? '') ?? []
      return pages
        .map(({ page }) => String(page))
        .filter(page => page.startsWith(typed))
        .slice(0, most)
    })
