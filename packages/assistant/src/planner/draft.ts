import type { Calculation } from '@finsam/domain'
import type { Citation } from '../answer/answer.ts'

/** One figure of an answer, before it is put into the wire format. */
export interface DraftFigure {
  readonly calculation: Calculation
  /** How the figure is called in the answer; the calculation's own label where left out. */
  readonly label?: string
}

export interface DraftFact {
  readonly label: string
  readonly value: string
  readonly sources: readonly Citation[]
}

export interface DraftPassage extends Citation {
  readonly heading?: string
}

/** What one clause of a question came to, before its figures are numbered and its sources listed. */
export interface Draft {
  /** The way of asking that was recognised: `lookup`, `share`, `change` … */
  readonly intent: string
  readonly status: 'answered' | 'ambiguous' | 'unanswerable'
  /** The sentence that answers, refuses or asks back. */
  readonly sentence: string
  readonly figures: readonly DraftFigure[]
  readonly readings: readonly DraftFigure[]
  /** Figures that went in, or what comes nearest, beside the inputs of the figures themselves. */
  readonly inputs?: readonly DraftFigure[]
  readonly facts?: readonly DraftFact[]
  readonly passages?: readonly DraftPassage[]
  readonly verdict?: { readonly holds: boolean; readonly rule: string }
  readonly reason?: { readonly code: string; readonly nearest: readonly string[] }
  readonly choices?: readonly { readonly label: string; readonly question: string }[]
  readonly notes: readonly string[]
  /** Stems of words that nothing else places, and that this way of asking has understood. */
  readonly placed?: readonly string[]
  /** 0–1: how surely the question was understood so. */
  readonly confidence: number
}

export const answered = (intent: string, sentence: string, figures: readonly DraftFigure[], more: Partial<Draft> = {}): Draft => ({
  intent,
  status: 'answered',
  sentence,
  figures,
  readings: [],
  notes: [],
  confidence: 0.9,
  ...more,
})

export const refused = (
  intent: string,
  code: string,
  sentence: string,
  more: Partial<Draft> & { readonly nearest?: readonly string[] } = {},
): Draft => {
  const { nearest, ...rest } = more
  return {
    intent,
    status: 'unanswerable',
    sentence,
    figures: [],
    readings: [],
    notes: [],
    confidence: 0.5,
    reason: { code, nearest: nearest ?? [] },
    ...rest,
  }
}

export const asksBack = (intent: string, sentence: string, readings: readonly DraftFigure[], more: Partial<Draft> = {}): Draft => ({
  intent,
  status: 'ambiguous',
  sentence,
  figures: [],
  readings,
  notes: [],
  confidence: 0.6,
  ...more,
})
