import { type Fact, factSchema } from '@finsam/domain'
import * as z from 'zod'
import { formatPeriodKey } from '../names/period-text.ts'

const { id, kind, subject, attribute, value, unit, qualifier, period } = factSchema.shape

/** Something that the prose says, with its place. */
export const factRecordSchema = z.object({
  id,
  kind,
  subject,
  attribute,
  value,
  unit,
  qualifier,
  period,
  document: z.string(),
  page: z.number().int().optional(),
  line: z.number().int(),
  text: z.string(),
})
export type FactRecord = z.infer<typeof factRecordSchema>

export const factRecord = ({ context, source, ...fact }: Fact): FactRecord => ({
  id: fact.id,
  kind: fact.kind,
  subject: fact.subject,
  attribute: fact.attribute,
  value: fact.value,
  ...(fact.unit === undefined ? {} : { unit: fact.unit }),
  ...(fact.qualifier === undefined ? {} : { qualifier: fact.qualifier }),
  ...(fact.period === undefined ? {} : { period: fact.period }),
  document: source.document,
  ...(source.page === undefined ? {} : { page: source.page }),
  line: source.line,
  text: context,
})

const valueText = ({ value, unit }: FactRecord): string => {
  const shown = typeof value === 'object' ? (Array.isArray(value) ? value.join(', ') : `${value.from}–${value.to}`) : String(value)
  return unit === undefined ? shown : `${shown} ${unit}`
}

/** `target: Deltagare, nöjda: min 85 percent [norradalen-2024 p. 2 line 15]`. */
export function factText(fact: FactRecord): string {
  const { kind, subject, attribute, value, qualifier, period, document, page, line } = fact
  const when = period ? ` (${formatPeriodKey(period)})` : ''
  const place = `${document}${page === undefined ? '' : ` p. ${page}`} line ${line}`
  const what = attribute.startsWith(subject) ? attribute : `${subject}, ${attribute}`
  const said = value === true ? '' : `: ${qualifier ? `${qualifier} ` : ''}${valueText(fact)}`
  return `${kind}: ${what}${when}${said} [${place}]`
}
