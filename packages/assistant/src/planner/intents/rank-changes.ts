import { amountWords, associationWords, sizeWords } from '../../answer/wording.ts'
import { directionIn } from '../../lexicon/directions.ts'
import { fold } from '../../words/fold.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { pickTarget } from '../pick-target.ts'
import type { Point } from '../points.ts'
import { overSameSpan } from '../same-span.ts'
import { run, type Scope } from '../scope.ts'
import { candidateLines, slotOfLine } from './candidate-lines.ts'
import { placeAsked, sharingPlace } from './place-in-order.ts'
import { orderOf } from './rank.ts'

const deviates = /\b(avvik\w*|avvek|skilj\w*|andra\w*|forandra\w*|deviat\w*|differ\w*|chang\w*|variance)\b/

const expects = /prognos|forecast|\b(vantas|forvantas|beraknas|expected|helaret|helar)\b/
/** The two points that changes are taken between: two years or scenarios that are named, a year and its budget, or a year and the one before. */
const endsOf = (scope: Scope): readonly [from: Point, to: Point] | undefined => {
  const { points } = scope.frame
  const said = fold(scope.text)
  const [first, second] = points
  if (points.length === 2 && first && second) {
    const [one, other] = [first, second].toSorted((a, b) => (a.time?.year ?? 0) - (b.time?.year ?? 0))
    const sameYear = first.time?.year === second.time?.year
    const budget = [first, second].find(point => point.scenario === 'budget')
    const outcome = [first, second].find(point => point !== budget)
    if (sameYear) return budget && outcome ? [budget, outcome] : undefined
    return one && other ? [one, other] : undefined
  }
  if (points.length > 2) return undefined
  const time = first?.time
  if (/budget/.test(said) && first?.scenario !== 'actual') {
    const base = { at: 0, tokens: [], ...(time ? { time } : {}) }
    return [
      { ...base, scenario: 'budget' },
      { ...base, scenario: expects.test(said) ? 'forecast' : 'actual' },
    ]
  }
  return time ? [{ ...first, tokens: [], time: { ...time, year: time.year - 1 } }, first] : undefined
}

/** `Vilken insats ökar mest`, `avvek mest från budget`: the lines that a question chooses among, ordered by how much they change. */
export const rankChanges = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const [association] = scope.associations
  const said = fold(scope.text)
  const order = orderOf(scope)
  if (!association || scope.associations.length !== 1 || order === undefined || (frame.denominator ?? 'other') !== 'other') return undefined
  if (!hasCue(frame, 'change', 'exceeded', 'undershot') && !deviates.test(said)) return undefined
  const ends = endsOf(scope)
  if (!ends) return undefined
  const rows = candidateLines(scope, association).flatMap(line => {
    const [from, to] = ends.map(point => pickTarget(library, association, slotOfLine(line), point))
    if (from?.kind !== 'one' || to?.kind !== 'one') return []
    const base = overSameSpan(scope, from.pick, to.pick)
    const calculation = run(scope, { op: 'change', from: base.query, to: to.pick.query, as: 'amount' })
    return calculation ? [{ line, calculation, from: base, to: to.pick }] : []
  })
  const percent = /procent|percent/.test(said)
  if (rows.length < 2 || percent) return undefined
  const way = directionIn(said, ['movement', 'comparison', 'limit'])
  const measure = ({ calculation }: (typeof rows)[number]): number =>
    way === undefined && deviates.test(said)
      ? Math.abs(calculation.result.value)
      : way === 'down'
        ? -calculation.result.value
        : calculation.result.value
  const sorted = rows.toSorted((one, other) => (order === 'highest' ? measure(other) - measure(one) : measure(one) - measure(other)))
  const tied = sharingPlace(sorted, placeAsked(frame), measure)
  const [first] = tied
  if (!first || (measure(first) <= 0 && order === 'highest')) return undefined
  const words = ({ line, calculation }: (typeof rows)[number]): string => `${line.label} ${amountWords(calculation, language, true)}`
  const higher = first.calculation.result.value > 0
  const point = (pick: typeof first.from): string =>
    `${pick.calculation.label[language].replace(`${first.line.label}, `, '')} ${amountWords(pick.calculation, language)}`
  const sentence =
    language === 'sv'
      ? `${first.line.label} (${associationWords(library, association)}): ${sizeWords(first.calculation, language)} ${higher ? 'högre' : 'lägre'}, ${point(first.to)} mot ${point(first.from)}. I ordning: ${sorted.map(words).join('; ')}.`
      : `${first.line.label} (${associationWords(library, association)}): ${sizeWords(first.calculation, language)} ${higher ? 'higher' : 'lower'}, ${point(first.to)} against ${point(first.from)}. In order: ${sorted.map(words).join('; ')}.`
  return answered(
    'rank',
    sentence,
    tied.map(({ calculation, line }) => ({ calculation, label: line.label })),
    {
      inputs: sorted.filter(row => !tied.includes(row)).map(({ calculation, line }) => ({ calculation, label: line.label })),
      confidence: 0.85,
      notes: defaultNotes(scope, [first.to]),
    },
  )
}
