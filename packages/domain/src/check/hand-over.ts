import { allOf } from '../calculate/all.ts'
import type { Calculation } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { leafOf } from '../calculate/leaf.ts'
import { changeOf } from '../calculate/operations.ts'
import { fullTrust } from '../calculate/trust.ts'
import type { LibraryLine } from '../library/library.ts'
import type { Association } from '../model/association.ts'
import { calendarYear, yearOf } from '../model/period.ts'
import { success } from '../model/result.ts'
import { fold } from '../text/fold.ts'
import { notApplicable } from './not-applicable.ts'
import { findingAt, kronor, type Rule } from './rule.ts'

const names = (line: LibraryLine, { shortName }: Association): boolean => fold(line.label).includes(fold(shortName))

/** What a successor counts on from a predecessor against the equity that the predecessor plans to end with. */
function compare(context: Context, line: LibraryLine, predecessor: Association): readonly Calculation[] {
  const quantity = line.quantities.find(({ value }) => value !== null)
  if (!quantity) return []
  const expected = leafOf({ line, quantity, notes: [] }, context.readings)
  const year = quantity.period ? yearOf(quantity.period) - 1 : undefined
  const left = context.run({
    op: 'lookup',
    of: {
      association: predecessor.id,
      target: { concept: 'closing-equity' },
      ...(year === undefined ? {} : { period: calendarYear(year) }),
    },
  })
  const pair = allOf([left, expected], one => one)
  if (!pair.ok) return []
  const [from, to] = pair.value
  const difference = from && to && changeOf(from, to, 'amount')
  return difference?.ok ? [difference.value] : []
}

/** Funds that a successor expects agree with what its predecessors plan to leave. */
export const handOver: Rule = {
  id: 'hand-over',
  name: { sv: 'Överlämning till efterträdaren', en: 'Hand-over to the successor' },
  states: {
    sv: 'Det som ett nytt förbund räknar med att ta över är det som företrädaren räknar med att ha kvar.',
    en: 'What a new association expects to take over is what its predecessor expects to have left.',
  },
  source: { sv: 'De båda förbundens dokument', en: "Both associations' documents" },
  check: (context, scope) => {
    const { library } = context
    const association = library.association(scope.association)
    const predecessors = (association?.predecessors ?? []).flatMap(id => library.association(id) ?? [])
    const differences = library
      .linesFor(scope.association, 'transferred-in')
      .flatMap(line => predecessors.filter(one => names(line, one)).flatMap(one => compare(context, line, one)))
    if (differences.length === 0)
      return notApplicable(context, scope, name => ({
        sv: `Inget dokument anger både vad ${name} tar över och vad en företrädare lämnar.`,
        en: `No document prints what ${name} takes over and what a predecessor leaves.`,
      }))
    const off = differences.filter(({ result }) => result.low > 0 || result.high < 0)
    const findings = off.map(one => {
      const [left, expected] = one.inputs.map(({ result }) => kronor(result.value))
      const parameters = { expected: expected ?? 0, left: left ?? 0, difference: kronor(one.result.value) }
      return findingAt('hand-over-differs', 'warning', one.inputs, parameters, `${expected} ≠ ${left}`)
    })
    return success({
      operation: 'check',
      label: { sv: 'Överföringar som inte är företrädarens eget kapital', en: "Transfers that differ from the predecessor's equity" },
      result: { value: off.length, low: off.length, high: off.length, unit: 'count' },
      inputs: differences,
      association: scope.association,
      verdict: { holds: off.length === 0, rule: 'hand-over' },
      findings,
      trust: fullTrust,
      notes: [],
    })
  },
}
