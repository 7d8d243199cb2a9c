import { amountWords, associationWords, listWords, pointWords } from '../../answer/wording.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { lookup, run, type Scope } from '../scope.ts'

/** Results of every association: whether any ends the year without a deficit. */
export const everyResult = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const deficit = hasCue(frame, 'deficit', 'surplus', 'covers')
  if (!scope.every || !deficit || hasCue(frame, 'highest', 'lowest', 'rank')) return undefined
  const rows = scope.associations.flatMap(association => {
    const year = frame.points.find(point => point.time)?.time?.year ?? library.mainDocument(association)?.fiscalYear
    if (year === undefined) return []
    const period = { from: `${year}-01-01`, to: `${year}-12-31` }
    for (const scenario of ['budget', 'forecast', 'plan', 'actual'] as const) {
      const calculation = run(scope, lookup(association, { measure: 'year-result' }, scenario, period))
      if (calculation) return [{ association, calculation, scenario, year }]
    }
    return []
  })
  if (rows.length < 2) return undefined
  const without = rows.filter(({ calculation }) => calculation.result.value >= 0)
  const some = without.length > 0
  const list = listWords(
    rows.map(
      ({ association, calculation, scenario, year }) =>
        `${associationWords(library, association)} ${amountWords(calculation, language)} (${pointWords({ scenario, period: { from: `${year}-01-01`, to: `${year}-12-31` } }, language)})`,
    ),
    language,
  )
  const names = listWords(
    without.map(({ association }) => associationWords(library, association)),
    language,
  )
  const sentence =
    language === 'sv'
      ? `${some ? `Ja: ${names}` : 'Nej, inget av förbunden'} ${some ? 'räknar inte med underskott' : 'går ihop på årets egna intäkter'}: ${list}.`
      : `${some ? `Yes: ${names}` : 'No, none of them'} ${some ? 'does not expect a deficit' : "covers the year's costs with the year's own income"}: ${list}.`
  return answered(
    'every-result',
    sentence,
    rows.map(({ association, calculation }) => ({
      calculation,
      label: `${associationWords(library, association)}: ${calculation.label[language]}`,
    })),
    {
      verdict: { holds: some, rule: 'balance' },
      confidence: 0.85,
    },
  )
}
