import type { Calculation } from '@finsam/domain'
import type { AssistantContext } from '../../context.ts'
import type { ToolOutcome } from '../tool.ts'
import { type CalculationRecord, recordCalculations } from './calculation-record.ts'
import { figuresText } from './figure-text.ts'
import { shortenRecord } from './shorten-record.ts'
import { linksTo } from './source-link.ts'

/** The short name of an association by its id, or the id of one that is not loaded. */
export const associationNames =
  ({ library }: AssistantContext) =>
  (id: string): string =>
    library.association(id)?.shortName ?? id

/** Calculations as a tool's reply: figures with sources, the same as text, links to the places. */
export function figuresOutcome(
  context: AssistantContext,
  calculations: readonly Calculation[],
  moreNotes: readonly string[] = [],
): ToolOutcome<CalculationRecord> {
  const record = shortenRecord(recordCalculations(context, calculations))
  const data = { ...record, notes: [...record.notes, ...moreNotes] }
  return {
    data,
    text: figuresText(data, associationNames(context)),
    links: linksTo(
      context,
      data.figures.flatMap(({ sources }) => sources),
    ),
  }
}
