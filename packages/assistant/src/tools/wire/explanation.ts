import { type Calculation, type Finding, formatAmount, type Note } from '@finsam/domain'

const signs: Partial<Record<Calculation['operation'], string>> = { sum: ' + ', share: ' / ', ratio: ' / ', change: ' − ', variance: ' − ' }

const numberOf = ({ result }: Calculation): string => formatAmount(result.value, result.unit, 'en', { bare: true })

/** `13,925,000 / 20,983,000 = 66.4%`. */
export function formulaOf(calculation: Calculation): string {
  const { operation, inputs, result } = calculation
  const terms = operation === 'change' ? inputs.toReversed() : inputs
  const sign = signs[operation]
  const left = sign ? terms.map(numberOf).join(sign) : `${operation}(${terms.map(numberOf).join(', ')})`
  return `${left} = ${formatAmount(result.value, result.unit, 'en')}`
}

export const noteText = ({ code, parameters }: Note): string =>
  `${code}: ${Object.entries(parameters)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`

export const findingText = ({ code, parameters }: Finding): string =>
  `${code}: ${Object.entries(parameters)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`
