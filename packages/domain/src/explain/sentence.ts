import type { Calculation } from '../calculate/calculation.ts'
import type { Language } from '../model/language.ts'
import { formatAmount } from './format-amount.ts'
import { type ExplainStyle, formulaOf } from './formula.ts'

const amountOf = ({ result }: Calculation, language: Language, style: ExplainStyle, absolute = false): string =>
  formatAmount(absolute ? Math.abs(result.value) : result.value, result.unit, language, style)

const directions = {
  sv: { higher: 'högre', lower: 'lägre', equal: 'oförändrat' },
  en: { higher: 'higher', lower: 'lower', equal: 'unchanged' },
} as const

function changeSentence(calculation: Calculation, language: Language, style: ExplainStyle): string {
  const [from, to] = calculation.inputs
  const direction = calculation.direction ?? 'equal'
  const word = directions[language][direction]
  const [fromText, toText] = [from?.label[language] ?? '', to?.label[language] ?? '']
  const formula = formulaOf(calculation, language, style)
  if (direction === 'equal')
    return language === 'sv' ? `${toText} är lika med ${fromText} (${formula}).` : `${toText} equals ${fromText} (${formula}).`
  const amount = amountOf(calculation, language, style, true)
  return language === 'sv'
    ? `${toText} är ${amount} ${word} än ${fromText} (${formula}).`
    : `${toText} is ${amount} ${word} than ${fromText} (${formula}).`
}

/** What is planned, and each what-if by its name with how far it ends from that. */
function whatIfsSentence({ label, ordered = [] }: Calculation, language: Language, style: ExplainStyle): string {
  const [plan] = ordered
  const parts = ordered.map(one => {
    const amount = amountOf(one, language, style)
    const away = one.result.value - (plan?.result.value ?? 0)
    const name = one.name ?? (language === 'sv' ? 'oförändrat' : 'unchanged')
    return one === plan || away === 0
      ? `${name} ${amount}`
      : `${name} ${amount} (${formatAmount(away, one.result.unit, language, { ...style, signed: true })})`
  })
  return `${label[language]}: ${parts.join('; ')}.`
}

const listOf = (calculations: readonly Calculation[], language: Language, style: ExplainStyle): string =>
  calculations.map(one => `${one.label[language]}: ${amountOf(one, language, style)}`).join('; ')

const verdicts = {
  sv: { yes: 'Ja', no: 'Nej', undecided: 'Går inte att avgöra', information: 'För kännedom' },
  en: { yes: 'Yes', no: 'No', undecided: 'Undecided', information: 'For information' },
} as const

function checkSentence(calculation: Calculation, language: Language, style: ExplainStyle): string {
  const { holds = false, state = holds ? 'yes' : 'no' } = calculation.verdict ?? {}
  const answer = verdicts[language][state]
  return `${answer}. ${calculation.label[language]}: ${amountOf(calculation, language, style)}.`
}

/**
 * The calculation in one sentence, with its formula.
 * @example sentenceOf(share, 'sv') // 'Administrationens andel: 9,6 % (1 090 000 / 11 356 500 = 9,6 %).'
 */
export function sentenceOf(calculation: Calculation, language: Language, style: ExplainStyle = {}): string {
  const { operation, label, inputs, ordered, result } = calculation
  const amount = amountOf(calculation, language, style)
  switch (operation) {
    case 'change':
    case 'variance':
      return changeSentence(calculation, language, style)
    case 'rank':
    case 'min':
    case 'max':
    case 'series':
      return `${listOf(ordered ?? inputs, language, style)}.`
    case 'distribute':
    case 'allocate':
    case 'merge':
      return `${ordered ? listOf(ordered, language, style) : amount}.`
    case 'what-ifs':
      return whatIfsSentence(calculation, language, style)
    case 'filter':
      return `${label[language]}: ${result.value}. ${listOf((ordered ?? []).slice(0, result.value), language, style)}.`
    case 'check':
      return checkSentence(calculation, language, style)
    default:
      return inputs.length === 0
        ? `${label[language]}: ${amount}.`
        : `${label[language]}: ${amount} (${formulaOf(calculation, language, style)}).`
  }
}
