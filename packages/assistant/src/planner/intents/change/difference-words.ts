import { type Calculation, isMoney, type Unit } from '@finsam/domain'
import { amountWords, associationWords } from '../../../answer/wording.ts'
import { bareLabel, columnWords, inOneColumn, ofOneLine, pointPhrase } from '../../column-words.ts'
import type { Pick } from '../../pick-target.ts'
import type { Scope } from '../../scope.ts'
import { pickLabel } from '../look-up.ts'

const counted: ReadonlySet<Unit> = new Set<Unit>(['participants', 'persons', 'meetings', 'contacts'])
const directionWords = {
  sv: { amount: { higher: 'högre', lower: 'lägre', equal: 'lika' }, count: { higher: 'fler', lower: 'färre', equal: 'lika' } },
  en: { amount: { higher: 'higher', lower: 'lower', equal: 'equal' }, count: { higher: 'more', lower: 'fewer', equal: 'equal' } },
} as const

const fullName = (scope: Scope, pick: Pick, other: Pick): string =>
  `${pickLabel(scope, pick)}${pick.association === other.association ? '' : ` (${associationWords(scope.library, pick.association)})`}`

const directionOf = ({ language }: Scope, difference: Calculation): string =>
  directionWords[language][!isMoney(difference.result.unit) && counted.has(difference.result.unit) ? 'count' : 'amount'][
    difference.direction ?? 'equal'
  ]

/** A difference in a sentence: what two figures share, an association, a column or a line, is said once. */
export const differenceWords = (scope: Scope, from: Pick, to: Pick, size: string, difference: Calculation): string => {
  const { language, library } = scope
  const sv = language === 'sv'
  const [is, than, against] = sv ? ['är', 'än', 'mot'] : ['is', 'than', 'against']
  const direction = directionOf(scope, difference)
  const values = `${amountWords(to.calculation, language)} ${against} ${amountWords(from.calculation, language)}`
  if (inOneColumn(scope, [to, from])) {
    const [one, other] = [bareLabel(scope, to), bareLabel(scope, from)]
    const head = columnWords(scope, to)
    return sv
      ? `${head} är ${one} ${size} ${direction} än ${other}: ${values}.`
      : `${head} ${one} is ${size} ${direction} than ${other}: ${values}.`
  }
  if (ofOneLine(scope, [to, from])) {
    const place = `${sv ? 'I' : 'In'} ${associationWords(library, to.association)}${sv ? ' är' : ','}`
    const points = `${pointPhrase(scope, to)} ${than} ${pointPhrase(scope, from)}`
    return `${place} ${bareLabel(scope, to)}${sv ? '' : ' is'} ${size} ${direction} ${points}: ${values}.`
  }
  return `${fullName(scope, to, from)} ${is} ${size} ${direction} ${than} ${fullName(scope, from, to)}: ${values}.`
}

/** Two figures that are the same, in a sentence. */
export const equalWords = (scope: Scope, from: Pick, to: Pick): string => {
  const { language, library } = scope
  const amount = amountWords(to.calculation, language)
  const sv = language === 'sv'
  if (ofOneLine(scope, [to, from])) {
    const name = `${bareLabel(scope, to)} ${sv ? 'i' : 'in'} ${associationWords(library, to.association)}`
    const points = [pointPhrase(scope, from), pointPhrase(scope, to)]
    return sv
      ? `Ingen skillnad: ${name} är ${amount} både ${points.join(' och ')}.`
      : `No difference: ${name} is ${amount} both ${points.join(' and ')}.`
  }
  const [one, other] = [fullName(scope, to, from), fullName(scope, from, to)]
  return sv
    ? `De är lika stora, ingen skillnad: ${one} och ${other} är båda ${amount}.`
    : `They are equal, no difference: ${one} and ${other} are both ${amount}.`
}
