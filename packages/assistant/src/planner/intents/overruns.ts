import type { LibraryLine, Query, Scenario } from '@finsam/domain'
import { amountWords, associationWords, listWords, pointWords, sizeWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { triesFor } from '../pick-point.ts'
import { conceptId, lookup, run, type Scope } from '../scope.ts'

const isInitiative = (line: LibraryLine): boolean =>
  line.concept?.id === 'initiative' || line.concept?.id === 'initiatives-individual' || line.concept?.id === 'initiatives-structural'

const linesAsked = (scope: Scope, association: string): readonly LibraryLine[] => {
  const items = scope.library.linesOf(association).filter(line => line.nature === 'cost' && line.role === 'item' && line.unit === 'kr')
  const initiatives = scope.frame.targets.some(slot => conceptId(slot) === 'initiatives' || conceptId(slot) === 'initiative')
  return initiatives ? items.filter(isInitiative) : items
}

interface Row {
  readonly line: LibraryLine
  readonly query: Query
  readonly calculation: NonNullable<ReturnType<typeof run>>
}

const rowsFor = (scope: Scope, association: string, over: boolean): readonly Row[] => {
  const time = scope.frame.points.find(point => point.time)?.time
  const outcomes: readonly Scenario[] = scope.frame.points.some(point => point.scenario === 'forecast')
    ? ['forecast']
    : ['actual', 'forecast']
  for (const scenario of outcomes) {
    const attempts = triesFor(scope.library, association, { scenario, at: 0, tokens: [], ...(time ? { time } : {}) }).flat()
    for (const { period } of attempts) {
      const compared = linesAsked(scope, association).flatMap((line): readonly Row[] => {
        const query: Query = {
          op: 'change',
          from: lookup(association, { line: line.key }, 'budget', period),
          to: lookup(association, { line: line.key }, scenario, period),
          as: 'amount',
        }
        const calculation = run(scope, query)
        return calculation ? [{ line, query, calculation }] : []
      })
      if (compared.length > 0)
        return compared.filter(({ calculation }) => (over ? calculation.result.value > 0 : calculation.result.value < 0))
    }
  }
  return []
}

/** `Vilka insatser`, `vilken post`. */
const asksWhich = ({ frame }: Scope): boolean =>
  hasCue(frame, 'list') || /^(vilken|vilket|vilka|which)$/.test(frame.words[frame.clause.from]?.token.folded ?? '')

/** Which lines went over (or stayed under) their budget, by how much, and by how much together. */
export const overruns = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const said = fold(scope.text)
  const over = hasCue(frame, 'exceeded')
  const [association] = scope.associations
  if (!(over || hasCue(frame, 'undershot')) || !asksWhich(scope) || !association || scope.associations.length !== 1) return undefined
  const rows = rowsFor(scope, association, over)
  const name = associationWords(library, association)
  if (rows.length === 0) return undefined
  const wantsSum = rows.length > 1 && (hasCue(frame, 'together') || /\b(summa|sum|totalt|total|sammanlagt)\b/i.test(said))
  const sum = wantsSum ? run(scope, { op: 'sum', of: rows.map(({ query }) => query) }) : undefined
  const point = pointWords(rows[0]?.calculation.inputs[1] ?? {}, language)
  const list = listWords(
    rows.map(({ line, calculation }) => `${line.label} ${sizeWords(calculation, language)}`),
    language,
  )
  const word = over ? (language === 'sv' ? 'gick över' : 'went over') : language === 'sv' ? 'blev billigare än' : 'stayed under'
  const sentence =
    language === 'sv'
      ? `I ${name}, ${point}, ${word} budget: ${list}.${sum ? ` Tillsammans ${amountWords(sum, language)}.` : ''}`
      : `In ${name}, ${point}, these ${word} budget: ${list}.${sum ? ` Together ${amountWords(sum, language)}.` : ''}`
  return answered(
    'overruns',
    sentence,
    [
      ...rows.map(({ line, calculation }) => ({ calculation, label: line.label })),
      ...(sum ? [{ calculation: { ...sum, direction: over ? ('higher' as const) : ('lower' as const) } }] : []),
    ],
    { confidence: 0.85 },
  )
}
