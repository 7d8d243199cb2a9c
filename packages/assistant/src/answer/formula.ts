import type { Calculation, Language } from '@finsam/domain'
import { amountWords } from './wording.ts'

const signs: Partial<Record<Calculation['operation'], string>> = { sum: ' + ', share: ' / ', ratio: ' / ', variance: ' − ' }

/** How a result was reached, with its numbers: `13 925 000 kr / 20 983 000 kr = 66,4 %`. */
export const formulaOf = (calculation: Calculation, language: Language): string => {
  const amounts = calculation.inputs.map(input => amountWords(input, language))
  const result = amountWords(calculation, language)
  const [first, second] = amounts
  switch (calculation.operation) {
    case 'change':
      return calculation.result.unit === 'percent' && calculation.inputs[0]?.result.unit !== 'percent'
        ? `(${second} − ${first}) / ${first} = ${result}`
        : `${second} − ${first} = ${result}`
    case 'average':
      return `(${amounts.join(' + ')}) / ${amounts.length} = ${result}`
    case 'scale':
      return `${amounts.join(' × ')} = ${result}`
    case 'rank':
    case 'min':
    case 'max':
    case 'series':
      return amounts.join(' · ')
    default: {
      const sign = signs[calculation.operation]
      return sign ? `${amounts.join(sign)} = ${result}` : amounts.length > 0 ? `${amounts.join(', ')} → ${result}` : result
    }
  }
}
