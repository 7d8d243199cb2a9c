import { scenarioSchema } from '@finsam/domain'
import * as z from 'zod'

const name = (about: string) => z.string().min(1).max(200).describe(about)

/** The fields by which tools name figures. Their words are the same in every tool. */
export const associationField = name('Association: name or id')
export const documentField = name('Document id')
export const lineField = name('Line as printed or its key, a concept ("administration"), a measure ("equity-ratio") or a member')
export const scenarioField = z.enum(scenarioSchema.options).describe('actual = outcome')
export const periodField = name('"2024", "2022 H1", "2022-01-01..2022-08-31" or a balance day')

/** One figure, for tools that take several. Without scenario and period: the association's own budget year. */
export const selectorInput = z.strictObject({
  association: associationField,
  line: lineField,
  scenario: scenarioField.optional(),
  period: periodField.optional(),
})
export type SelectorInput = z.output<typeof selectorInput>
