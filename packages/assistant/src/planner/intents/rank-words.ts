import { amountWords, associationWords, listWords, sizeWords } from '../../answer/wording.ts'
import { upperFirst } from '../../words/upper-first.ts'
import { bareLabel, columnWords, inOneColumn, ofOneLine, pointPhrase } from '../column-words.ts'
import { hasCue } from '../frame.ts'
import type { Pick } from '../pick-target.ts'
import type { Scope } from '../scope.ts'
import { pickLabel } from './look-up.ts'
import { inItsPlace } from './place-in-order.ts'

export type Order = 'highest' | 'lowest'

/** Amounts in order, and which of them was asked for: `störst` is place 1, `näst störst` place 2. */
export interface Ranking {
  /** All that is listed, in order. */
  readonly rows: readonly Ranked[]
  /** The one in the place that was asked for, with all that share it. */
  readonly heads: readonly Ranked[]
  readonly place: number
  readonly order: Order
}

/** An amount that takes part in a ranking; ranked by its share, the amount that the share is of. */
export interface Ranked {
  readonly pick: Pick
  readonly shareOf?: { readonly part: Pick; readonly whole: Pick }
}

const extremes = {
  sv: { highest: 'störst', lowest: 'minst' },
  en: { highest: 'highest', lowest: 'lowest' },
} as const
const extremeOf = (language: 'sv' | 'en', { place, order }: Ranking): string => inItsPlace(extremes[language][order], place, language)

/** `störst`, `the second highest`. */
const extremeWords = (language: 'sv' | 'en', ranking: Ranking): string =>
  `${language === 'sv' ? '' : 'the '}${extremeOf(language, ranking)}`

const inOrder = (scope: Scope, rows: readonly Ranked[], nameOf: (row: Ranked) => string, amountOf: (row: Ranked) => string): string =>
  `${scope.language === 'sv' ? 'I ordning' : 'In order'}: ${rows.map(row => `${nameOf(row)} ${amountOf(row)}`).join('; ')}.`

/** `I Västmanlands budget för 2024 tar Samordningsteam Västerås störst andel av Summa kostnader: 29,5 %.` */
const shareRanking = (scope: Scope, ranking: Ranking): string | undefined => {
  const { rows, heads } = ranking
  const [first] = heads
  const shares = rows.flatMap(({ shareOf }) => (shareOf ? [shareOf] : []))
  const [of] = shares
  if (!first || !of || shares.length < rows.length) return undefined
  if (!inOneColumn(scope, [of.whole, ...shares.map(({ part }) => part)])) return undefined
  const name = ({ pick, shareOf }: Ranked): string => bareLabel(scope, shareOf?.part ?? pick)
  const amount = ({ pick }: Ranked): string => amountWords(pick.calculation, scope.language)
  const [head, whole] = [columnWords(scope, of.part), bareLabel(scope, of.whole)]
  const sv = scope.language === 'sv'
  const who = listWords(heads.map(name), scope.language)
  const size = `${extremeWords(scope.language, ranking)} ${sv ? 'andel' : 'share'}`
  const told = sv ? `${head} tar ${who} ${size} av ${whole}` : `${head} ${who} ${heads.length > 1 ? 'take' : 'takes'} ${size} of ${whole}`
  return `${told}: ${amount(first)}. ${inOrder(scope, rows, name, amount)}`
}

/** One line over several years; a deficit is told by its size. */
const overTime = (scope: Scope, ranking: Ranking): string | undefined => {
  const { rows, order } = ranking
  const picks = rows.map(({ pick }) => pick)
  const first = ranking.heads[0]?.pick
  if (!first || !ofOneLine(scope, picks)) return undefined
  const sv = scope.language === 'sv'
  const when = pointPhrase(scope, first)
  const deficit = hasCue(scope.frame, 'deficit') && order === 'lowest' && first.calculation.result.value < 0
  const name = `${bareLabel(scope, first)} ${sv ? 'i' : 'in'} ${associationWords(scope.library, first.association)}`
  const head = deficit
    ? `${sv ? 'Underskottet är' : 'The deficit is'} ${extremeWords(scope.language, { ...ranking, order: 'highest' })} ${when}: ${sizeWords(first.calculation, scope.language)}`
    : `${name} ${sv ? 'är' : 'is'} ${extremeWords(scope.language, ranking)} ${when}: ${amountWords(first.calculation, scope.language)}`
  const point = ({ pick }: Ranked): string => pickLabel(scope, pick).replace(`${bareLabel(scope, pick)}, `, '')
  return `${head}. ${inOrder(scope, rows, point, ({ pick }) => amountWords(pick.calculation, scope.language))}`
}

/** Several lines of one association. */
const withinColumn = (scope: Scope, ranking: Ranking): string | undefined => {
  const { rows, heads } = ranking
  const [first] = heads
  const shared = inOneColumn(
    scope,
    rows.map(({ pick }) => pick),
  )
  if (!first) return undefined
  const sv = scope.language === 'sv'
  const name = ({ pick }: Ranked): string => (shared ? bareLabel(scope, pick) : pickLabel(scope, pick))
  const amount = ({ pick }: Ranked): string => amountWords(pick.calculation, scope.language)
  const who = listWords(heads.map(name), scope.language)
  const [is, extreme] = [sv ? 'är' : heads.length > 1 ? 'are' : 'is', extremeWords(scope.language, ranking)]
  const head = shared
    ? sv
      ? `${columnWords(scope, first.pick)} är ${who} ${extreme}`
      : `${columnWords(scope, first.pick)} ${who} ${is} ${extreme}`
    : `${upperFirst(extremeOf(scope.language, ranking))} ${is} ${who}`
  return `${head}: ${amount(first)}. ${inOrder(scope, rows, name, amount)}`
}

const acrossAssociations = (scope: Scope, ranking: Ranking): string | undefined => {
  const { rows, heads } = ranking
  const [first] = heads
  if (!first) return undefined
  const { language, library } = scope
  const name = ({ pick }: Ranked): string => associationWords(library, pick.association)
  const amount = ({ pick }: Ranked): string => `${amountWords(pick.calculation, language)} (${pickLabel(scope, pick)})`
  const is = language === 'sv' ? 'är' : heads.length > 1 ? 'are' : 'is'
  const list = inOrder(scope, rows, name, amount)
  if (!hasCue(scope.frame, 'deficit') || first.pick.calculation.result.value >= 0)
    return `${upperFirst(extremeOf(language, ranking))} ${is} ${listWords(heads.map(name), language)}: ${amount(first)}. ${list}`
  const extreme = extremeOf(language, { ...ranking, order: ranking.order === 'lowest' ? 'highest' : 'lowest' })
  const deficit = language === 'sv' ? 'underskott' : 'deficit'
  return `${upperFirst(extreme)} ${deficit}: ${listWords(heads.map(name), language)}, ${amount(first)}. ${list}`
}

/** A ranking in words: who has the place that was asked for, and all in order; what they share is said once. */
export const rankingWords = (scope: Scope, ranking: Ranking, across: boolean): string =>
  (across
    ? acrossAssociations(scope, ranking)
    : (shareRanking(scope, ranking) ?? overTime(scope, ranking) ?? withinColumn(scope, ranking))) ?? ''
