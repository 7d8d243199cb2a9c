import { amountWords, associationWords, sizeWords } from '../../answer/wording.ts'
import { bareLabel, columnWords, inOneColumn, ofOneLine, pointPhrase } from '../column-words.ts'
import { hasCue } from '../frame.ts'
import type { Pick } from '../pick-target.ts'
import type { Scope } from '../scope.ts'
import { pickLabel } from './look-up.ts'

export type Order = 'highest' | 'lowest'

/** An amount that takes part in a ranking; ranked by its share, the amount that the share is of. */
export interface Ranked {
  readonly pick: Pick
  readonly shareOf?: { readonly part: Pick; readonly whole: Pick }
}

const extremes = {
  sv: { highest: 'störst', lowest: 'minst' },
  en: { highest: 'the highest', lowest: 'the lowest' },
} as const
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const inOrder = (scope: Scope, rows: readonly Ranked[], nameOf: (row: Ranked) => string, amountOf: (row: Ranked) => string): string =>
  `${scope.language === 'sv' ? 'I ordning' : 'In order'}: ${rows.map(row => `${nameOf(row)} ${amountOf(row)}`).join('; ')}.`

/** `I Västmanlands budget för 2024 tar Samordningsteam Västerås störst andel av Summa kostnader: 29,5 %.` */
const shareRanking = (scope: Scope, rows: readonly Ranked[], order: Order): string | undefined => {
  const [first] = rows
  const shares = rows.flatMap(({ shareOf }) => (shareOf ? [shareOf] : []))
  const [of] = shares
  if (!first || !of || shares.length < rows.length) return undefined
  if (!inOneColumn(scope, [of.whole, ...shares.map(({ part }) => part)])) return undefined
  const name = ({ pick, shareOf }: Ranked): string => bareLabel(scope, shareOf?.part ?? pick)
  const amount = ({ pick }: Ranked): string => amountWords(pick.calculation, scope.language)
  const [head, whole] = [columnWords(scope, of.part), bareLabel(scope, of.whole)]
  const sv = scope.language === 'sv'
  const size = sv
    ? order === 'highest'
      ? 'störst andel'
      : 'minst andel'
    : order === 'highest'
      ? 'the largest share'
      : 'the smallest share'
  const told = sv ? `${head} tar ${name(first)} ${size} av ${whole}` : `${head} ${name(first)} takes ${size} of ${whole}`
  return `${told}: ${amount(first)}. ${inOrder(scope, rows, name, amount)}`
}

/** One line over several years; a deficit is told by its size. */
const overTime = (scope: Scope, rows: readonly Ranked[], order: Order): string | undefined => {
  const picks = rows.map(({ pick }) => pick)
  const [first] = picks
  if (!first || !ofOneLine(scope, picks)) return undefined
  const sv = scope.language === 'sv'
  const when = pointPhrase(scope, first)
  const deficit = hasCue(scope.frame, 'deficit') && order === 'lowest' && first.calculation.result.value < 0
  const name = `${bareLabel(scope, first)} ${sv ? 'i' : 'in'} ${associationWords(scope.library, first.association)}`
  const head = deficit
    ? `${sv ? 'Underskottet är störst' : 'The deficit is largest'} ${when}: ${sizeWords(first.calculation, scope.language)}`
    : `${name} ${sv ? 'är' : 'is'} ${extremes[scope.language][order]} ${when}: ${amountWords(first.calculation, scope.language)}`
  const point = ({ pick }: Ranked): string => pickLabel(scope, pick).replace(`${bareLabel(scope, pick)}, `, '')
  return `${head}. ${inOrder(scope, rows, point, ({ pick }) => amountWords(pick.calculation, scope.language))}`
}

/** Several lines of one association. */
const withinColumn = (scope: Scope, rows: readonly Ranked[], order: Order): string | undefined => {
  const [first] = rows
  const shared = inOneColumn(
    scope,
    rows.map(({ pick }) => pick),
  )
  if (!first) return undefined
  const sv = scope.language === 'sv'
  const name = ({ pick }: Ranked): string => (shared ? bareLabel(scope, pick) : pickLabel(scope, pick))
  const amount = ({ pick }: Ranked): string => amountWords(pick.calculation, scope.language)
  const extreme = extremes[scope.language][order]
  const head = shared
    ? sv
      ? `${columnWords(scope, first.pick)} är ${name(first)} ${extreme}`
      : `${columnWords(scope, first.pick)} ${name(first)} is ${extreme}`
    : `${capital(sv ? extreme : order)} ${sv ? 'är' : 'is'} ${name(first)}`
  return `${head}: ${amount(first)}. ${inOrder(scope, rows, name, amount)}`
}

const acrossAssociations = (scope: Scope, rows: readonly Ranked[], order: Order): string | undefined => {
  const [first] = rows
  if (!first) return undefined
  const { language, library } = scope
  const name = ({ pick }: Ranked): string => associationWords(library, pick.association)
  const amount = ({ pick }: Ranked): string => `${amountWords(pick.calculation, language)} (${pickLabel(scope, pick)})`
  const extreme = language === 'sv' ? `${capital(extremes.sv[order])} är` : `${capital(order)} is`
  return `${extreme} ${name(first)}: ${amount(first)}. ${inOrder(scope, rows, name, amount)}`
}

/** A ranking in words: who comes first, and all in order; what they share is said once. */
export const rankingWords = (scope: Scope, rows: readonly Ranked[], order: Order, across: boolean): string =>
  (across
    ? acrossAssociations(scope, rows, order)
    : (shareRanking(scope, rows, order) ?? overTime(scope, rows, order) ?? withinColumn(scope, rows, order))) ?? ''
