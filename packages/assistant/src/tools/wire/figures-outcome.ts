import type { Calculation } from '@finsam/domain'
import * as z from 'zod'
import type { AssistantContext } from '../../context.ts'
import type { SourceLink } from '../tool.ts'
import { type CalculationRecord, recordCalculations } from './calculation-record.ts'
import { figuresText } from './figure-text.ts'
import { briefRecord, type ShortRecord, shortRecord } from './short-record.ts'
import { shortenRecord } from './shorten-record.ts'
import { linksTo } from './source-link.ts'

/** The short name of an association by its id, or the id of one that is not loaded. */
export const associationNames =
  ({ library }: AssistantContext) =>
  (id: string): string =>
    library.association(id)?.shortName ?? id

/** How much of what went into the figures a caller wants to have. */
export const detailInput = { detail: z.enum(['short', 'full']).default('short').describe('full: also all that went into the figures') }

/** A longer formula stands in the data alone. */
const longestFormula = 160

export interface FiguresOutcome<More = unknown> {
  readonly data: CalculationRecord & More
  readonly short: ShortRecord & More
  readonly text: string
  readonly links: readonly SourceLink[]
}

/** Calculations as a tool's reply: figures with sources, the same as text, links to the places. */
export function figuresOutcome(
  context: AssistantContext,
  calculations: readonly Calculation[],
  detail: 'short' | 'full' = 'short',
): FiguresOutcome {
  const whole = recordCalculations(context, calculations)
  const data = shortenRecord(whole)
  const told = detail === 'full' ? data : shortenRecord(briefRecord(whole))
  return {
    data,
    short: shortRecord(told),
    text: figuresText(told, associationNames(context), detail === 'full' ? Number.POSITIVE_INFINITY : longestFormula),
    links: linksTo(
      context,
      told.figures.flatMap(({ sources }) => sources),
    ),
  }
}

/** The reply with what a tool says beside its figures, and lines of text for it. */
export const withMore = <More extends object>(
  { data, short, text, links }: FiguresOutcome,
  more: More,
  lines: readonly string[] = [],
): FiguresOutcome<More> => ({
  data: { ...data, ...more },
  short: { ...short, ...more },
  text: [text, ...lines].filter(line => line !== '').join('\n'),
  links,
})
