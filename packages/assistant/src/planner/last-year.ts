import { asksBack, type Draft } from './draft.ts'
import { hasCue } from './frame.ts'
import type { Scope } from './scope.ts'

/** `Förra året` with no year before it to reckon from: the documents know no today, and an amount of another year is no answer. */
export const askForYear = (scope: Scope, draft: Draft): Draft => {
  const { frame, prior, language } = scope
  if (draft.status !== 'answered' || prior !== undefined || draft.figures.length === 0) return draft
  if (!hasCue(frame, 'previous-year') || frame.points.some(({ time }) => time !== undefined)) return draft
  const sentence =
    language === 'sv'
      ? `Vilket år menas med förra året? Närmast finns: ${draft.sentence}`
      : `Which year is meant by last year? Nearest is: ${draft.sentence}`
  return asksBack('year', sentence, draft.figures, { notes: draft.notes })
}
