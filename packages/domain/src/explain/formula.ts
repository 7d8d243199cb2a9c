import type { Calculation } from '../calculate/calculation.ts'
import type { Language } from '../model/language.ts'
import { isMoney } from '../model/unit.ts'
import { type AmountStyle, formatAmount } from './format-amount.ts'

/** How amounts are written in formulas and sentences. */
export type ExplainStyle = Pick<AmountStyle, 'moneyUnit'>

const bare = ({ result }: Calculation, language: Language, style: ExplainStyle): string =>
  formatAmount(result.value, result.unit, language, { ...style, bare: result.unit !== 'percent' })

const signed = (text: string): string => (text.startsWith('−') ? `(${text})` : text)

/** A projected amount of its own, such as the year before: it has a formula of its own, and stands in another's as what it comes to. */
const standsAlone = ({ operation, inputs }: Calculation): boolean => operation === 'project' && inputs.length > 1

/** An operand: a printed or projected number, or the steps to it in parentheses. */
function operand(calculation: Calculation, language: Language, style: ExplainStyle): string {
  const steps = standsAlone(calculation) ? undefined : stepsOf(calculation, language, style)
  return steps === undefined ? signed(bare(calculation, language, style)) : `(${steps})`
}

const inverse = (numerator: Calculation, denominator: Calculation, language: Language, style: ExplainStyle): string =>
  `${operand(numerator, language, style)} / ${operand(denominator, language, style)}`

/** The right side's steps, without what they come to; undefined for what has none. */
function stepsOf(calculation: Calculation, language: Language, style: ExplainStyle): string | undefined {
  const { inputs, operation, result } = calculation
  const [first, second] = inputs
  const terms = (glue: string): string => inputs.map(input => operand(input, language, style)).join(glue)
  if (!first) return undefined
  switch (operation) {
    case 'project':
      if (!second) return stepsOf(first, language, style)
      return isMoney(first.result.unit) && !isMoney(result.unit) ? inverse(first, second, language, style) : terms(' + ')
    case 'sum':
      return second ? terms(' + ') : stepsOf(first, language, style)
    case 'average':
      return `(${terms(' + ')}) / ${inputs.length}`
    case 'solve':
      return second?.result.unit === 'percentage_points' ? inverse(first, second, language, style) : terms(' + ')
    case 'distribute':
    case 'allocate':
      return second?.result.unit === 'percent' ? terms(' × ') : undefined
    case 'scale':
      return terms(' × ')
    case 'share':
    case 'ratio':
      return second && inverse(first, second, language, style)
    case 'change':
    case 'variance': {
      if (!second) return undefined
      const difference = `${operand(second, language, style)} − ${operand(first, language, style)}`
      const relative = result.unit === 'percent' && first.result.unit !== 'percent'
      return relative ? `(${difference}) / ${operand(first, language, style)}` : difference
    }
    default:
      return undefined
  }
}

/**
 * The calculation as a formula with the numbers of its cells.
 * @example formulaOf(share, 'sv') // '1 090 000 / 11 356 500 = 9,6 %'
 */
export function formulaOf(calculation: Calculation, language: Language, style: ExplainStyle = {}): string {
  const { result } = calculation
  const whole = formatAmount(result.value, result.unit, language, isMoney(result.unit) ? style : {})
  const steps = stepsOf(calculation, language, style)
  return steps === undefined ? whole : `${steps} = ${whole}`
}
