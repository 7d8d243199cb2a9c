import { amountWords, associationWords } from '../../answer/wording.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { triesFor } from '../pick-point.ts'
import { lookup, run, type Scope } from '../scope.ts'
import { percentIn, targetOf } from './assumed-target.ts'

const mostYears = 40

/** `När är vi nere på 3,2 mnkr om det sänks 10 % om året?`: the first year at or below (above) the amount. */
export const untilAmount = (scope: Scope, association: string): Draft | undefined => {
  const { frame, language } = scope
  const percent = percentIn(scope)
  const goal = frame.amounts.find(({ amount }) => amount.unit === 'kr')?.amount.value
  const [slot] = frame.targets
  if (percent === undefined || goal === undefined || !slot || !hasCue(frame, 'when')) return undefined
  const target = targetOf(scope, slot, association)
  const attempts = triesFor(scope.library, association, frame.points[0]).flat()
  const start =
    target &&
    attempts
      .map(({ scenario, period }) => ({ query: lookup(association, target, scenario, period), period }))
      .find(({ query }) => run(scope, query))
  const base = start && run(scope, start.query)
  if (!start?.period || !base) return undefined
  const goalOre = goal * 100
  const falling = goalOre < base.result.value
  const factor = 1 + (falling ? -percent : percent) / 100
  const first = Number(('at' in start.period ? start.period.at : start.period.to).slice(0, 4))
  const steps = []
  for (let year = 1; year <= mostYears; year += 1) {
    const calculation = run(scope, { op: 'scale', of: start.query, factor: factor ** year })
    if (!calculation) return undefined
    steps.push({ year: first + year, calculation })
    if (falling ? calculation.result.value <= goalOre : calculation.result.value >= goalOre) break
  }
  const last = steps.at(-1)
  if (!last || (falling ? last.calculation.result.value > goalOre : last.calculation.result.value < goalOre)) return undefined
  const answer = run(scope, { op: 'constant', value: last.year, unit: 'year', label: language === 'sv' ? 'År' : 'Year' })
  if (!answer) return undefined
  const path = steps.map(({ year, calculation }) => `${year}: ${amountWords(calculation, language)}`).join('; ')
  const name = base.label[language]
  const sentence =
    language === 'sv'
      ? `År ${last.year}. Från ${amountWords(base, language)} (${name}, ${associationWords(scope.library, association)}) med ${percent} % ${falling ? 'mindre' : 'mer'} varje år: ${path}.`
      : `In ${last.year}. From ${amountWords(base, language)} (${name}, ${associationWords(scope.library, association)}) with ${percent}% ${falling ? 'less' : 'more'} each year: ${path}.`
  return answered('project', sentence, [{ calculation: { ...answer, inputs: [base] } }], {
    inputs: steps.map(({ year, calculation }) => ({ calculation, label: String(year) })),
    confidence: 0.85,
  })
}
