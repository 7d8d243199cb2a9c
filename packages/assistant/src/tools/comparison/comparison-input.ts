import * as z from 'zod'
import { associationField, lineField, periodField, scenarioField } from '../input/selector-fields.ts'
import { detailInput } from '../wire/figures-outcome.ts'
import { pageInput } from '../wire/page-cursor.ts'

export const comparisonInput = z.strictObject({
  line: lineField.optional(),
  associations: z.array(associationField).max(40).optional().describe('Default: all that have documents'),
  periods: z.array(periodField).max(20).optional().describe('Several: a series over time'),
  scenario: scenarioField.optional(),
  share_of: lineField.optional().describe('Compare as percent of this line'),
  order: z.enum(['highest', 'lowest']).default('highest'),
  successor: associationField.optional().describe('Instead of line: its plan against what the associations are together'),
  ...detailInput,
  ...pageInput({ default: 10, max: 40 }),
})
export type ComparisonInput = z.output<typeof comparisonInput>
