import { type Period, yearEnd } from '@finsam/domain'
import { dayBefore } from '../tables/months.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { DocumentTraits } from './document-traits.ts'

/** Whether columns tell how something moved: what it was at the start (*ingående balans*) or at the end (*utgående balans*). */
export const isRollForward = (plans: readonly ColumnPlan[]): boolean =>
  plans.some(plan => plan.measure === 'opening' || plan.measure === 'closing')

/** The columns of a roll-forward with one time for all that name none: `IB 2023 | Förändring | UB 2023`. */
export function rollForward(plans: readonly ColumnPlan[], traits: DocumentTraits): readonly ColumnPlan[] {
  const closing = plans.find(plan => plan.measure === 'closing' && isTimed(plan)) ?? plans.find(isTimed)
  const opening = closing?.measure === 'opening'
  const span = traits.span === undefined ? undefined : { days: [traits.span.to] }
  const fiscal = traits.fiscalYear === undefined ? { days: [] } : { year: traits.fiscalYear, days: [] }
  const lent = closing ? timeOf(closing, opening) : (span ?? fiscal)
  return plans.map(plan => (isTimed(plan) ? plan : { ...plan, ...lent, because: [...plan.because, 'the time of the balances beside it'] }))
}

const isTimed = (plan: ColumnPlan): boolean => plan.year !== undefined || plan.days.length > 0

/** A time that the columns beside may have too: that of an opening balance is the year it opens. */
const timeOf = (plan: ColumnPlan, opening: boolean): Pick<ColumnPlan, 'year' | 'days'> => {
  const [day] = plan.days
  if (opening && day) return { year: Number(day.slice(0, 4)) + (day.endsWith('-12-31') ? 1 : 0), days: [] }
  return { ...(plan.year === undefined ? {} : { year: plan.year }), days: plan.days }
}

/**
 * When a column of a roll-forward applies: an opening balance at the end of the day before the span begins, a closing one at its end.
 *
 * @param span  the span that the column's own time gives; null where it names none
 * @example balanceInstant({ measure: 'opening', text: 'IB 2023', year: 2023, days: [], because: [] }, { from: '2023-01-01', to: '2023-12-31' }) // → { at: '2022-12-31' }
 */
export function balanceInstant(plan: ColumnPlan, span: Period | null): Period | null {
  if (span === null || (plan.measure !== 'opening' && plan.measure !== 'closing')) return span
  const last = 'at' in span ? span.at : span.to
  if (plan.measure === 'closing') return { at: last }
  const named = plan.because.length === 0 ? plan.days.at(-1) : undefined
  if (named?.endsWith('-12-31')) return { at: named }
  return named?.endsWith('-01') ? { at: dayBefore(named) } : yearEnd(Number(last.slice(0, 4)) - 1)
}
