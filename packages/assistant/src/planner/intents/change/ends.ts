import { directionIn, saysMovement } from '../../../lexicon/directions.ts'
import { fold } from '../../../words/fold.ts'
import type { Cell } from '../../cells.ts'
import { hasCue } from '../../frame.ts'
import type { TimeMention } from '../../meaning.ts'
import type { Point } from '../../points.ts'
import { conceptId, type Scope } from '../../scope.ts'
import { gather, wantedOf } from '../look-up.ts'

/** `Hur mycket större blir underskottet 2024?`: than the year before, where nothing else is named. */
const moreThanBefore = ({ text, frame }: Scope): boolean =>
  hasCue(frame, 'change') && directionIn(text, ['comparison']) !== undefined && !/(?:^|\s)(?:än|than|mot|against)\s/iu.test(text)

/** `Jämfört med samma period 2024`: the part of the year that the document itself tells. */
export const withOwnPeriod = (scope: Scope, cells: readonly Cell[]): readonly Cell[] => {
  const [only] = cells
  const year = only && scope.library.mainDocument(only.association)?.fiscalYear
  const time = only?.point?.time
  if (cells.length !== 1 || !only || !time || year === undefined || time.year >= year || !hasCue(scope.frame, 'same-period')) return cells
  const inPart = (of: number): Cell => ({
    ...only,
    point: { at: only.point?.at ?? 0, tokens: of === year ? [] : (only.point?.tokens ?? []), time: { year: of, half: true } },
  })
  return [inPart(year), inPart(time.year)]
}

const inYearBefore = (time: TimeMention): TimeMention => ({
  ...time,
  year: time.year - 1,
  ...(time.day ? { day: time.day.replace(/^\d{4}/, String(time.year - 1)) } : {}),
})

/** `Än 2023`, `jämfört med 2023`: the year that another is held against. */
const heldAgainst = ({ frame }: Scope, tokens: readonly number[]): boolean => {
  const [at = 0] = tokens
  const before = frame.words[at - 1]?.token
  return before !== undefined && /^(än|than|mot|against)$/iu.test(before.text) && at > frame.clause.from
}

/** `Ökade från 2023`: up to the year that the association's document is about. */
const sinceYear = ({ frame, library }: Scope, cell: Cell): readonly Cell[] | undefined => {
  const { point } = cell
  const year = library.mainDocument(cell.association)?.fiscalYear
  const at = point?.tokens.find(token => frame.words[token]?.token.value === point.time?.year) ?? 0
  const before = frame.words[at - 1]?.token.folded ?? ''
  if (!point?.time || year === undefined || point.time.year >= year || !/^(fran|sedan|from|since)$/.test(before)) return undefined
  return [cell, { ...cell, point: { at: point.at, tokens: [], time: { year } } }]
}

/** A change said of one year is from the year before; of equity, from its opening balance, unless a day within the year is held against the same day. */
export const withYearBefore = (scope: Scope, cells: readonly Cell[]): readonly Cell[] => {
  const [only] = cells
  const time = only?.point?.time
  if (only?.point && scope.prior && heldAgainst(scope, only.point.tokens)) return cells
  const since = only && cells.length === 1 ? sinceYear(scope, only) : undefined
  if (since) return since
  if (cells.length !== 1 || !only || !time || !(saysMovement(scope.text) || hasCue(scope.frame, 'previous-year') || moreThanBefore(scope)))
    return cells
  const equity = ['equity', 'closing-equity', 'brought-forward', 'cash'].includes(conceptId(only.slot) ?? '')
  const point = only.point ?? { at: 0, tokens: [] }
  const edges: readonly Cell[] = (['opening', 'closing'] as const).map(edge => ({ ...only, point: { ...point, time: { ...time, edge } } }))
  const dayBefore = time.day !== undefined && !time.day.endsWith('12-31') && hasCue(scope.frame, 'previous-year')
  if (equity && !dayBefore && gather(scope, edges, 'money').missing.length === 0) return edges
  return [
    {
      ...only,
      point: { at: point.at, tokens: [], time: inYearBefore(time), ...(point.scenario ? { scenario: point.scenario } : {}) },
    },
    only,
  ]
}

const againstBudget =
  /\b(an|mot|jamfort med|gentemot|under|over|than|against|versus|vs|compared (to|with)|below|above|overskred|overskrider|underskred|underskrider|exceeded|exceed)\s+((the|sin|its|vad|det|som|var|ar|what|was|is|had|been)\s+)*((half-year|period|halvars)[\s-]*)?budget/i

/** `Billigare än budget`: the outcome against the budget of the same time. */
export const withOutcome = (scope: Scope, cells: readonly Cell[]): readonly Cell[] => {
  const [only] = cells
  const said = fold(scope.text)
  const overBudget = hasCue(scope.frame, 'exceeded', 'undershot') && /budget/.test(said)
  const bare =
    only?.point !== undefined && only.point.scenario !== 'forecast' && /\b(avvikelse\w*|avvek|avviker|variance|deviat\w*)\b/.test(said)
  if (cells.length !== 1 || !only) return cells
  if (bare)
    return [
      { ...only, point: { ...only.point, scenario: 'actual' } as Point },
      { ...only, point: { ...only.point, scenario: 'budget' } as Point },
    ]
  if (only.point?.scenario !== 'budget' || !(againstBudget.test(said) || overBudget)) return cells
  const outcome: Cell = { ...only, point: { ...only.point, scenario: 'actual' } }
  const known = gather(scope, [outcome], wantedOf(scope)).picks.length > 0
  return [known ? outcome : { ...only, point: { ...only.point, scenario: 'forecast' } }, only]
}
