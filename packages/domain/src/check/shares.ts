import type { Calculation } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { leafOf } from '../calculate/leaf.ts'
import { shareOf } from '../calculate/operations.ts'
import type { ConceptId } from '../concepts/concept.ts'
import { matchConcept } from '../concepts/match-name.ts'
import type { LibraryLine } from '../library/library.ts'
import { success } from '../model/result.ts'
import { notApplicable } from './not-applicable.ts'
import { findingAt, type Rule, type Scope, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'

const wholes: readonly ConceptId[] = ['total-costs', 'initiatives', 'contributions', 'contributions-municipalities']

interface Compared {
  readonly printed: Calculation
  /** The share whose whole comes nearest to what is printed. */
  readonly computed: Calculation
  readonly holds: boolean
}

/** A printed percent against the shares that its amount has of the wholes it may be of; the document seldom says which. */
function compare(context: Context, scope: Scope, line: LibraryLine): Compared | undefined {
  const concept = matchConcept(line.label, 'cost')?.id ?? matchConcept(line.label, 'income')?.id
  const quantity = line.quantities.find(({ value }) => value !== null)
  if (!concept || !quantity) return undefined
  const printed = leafOf({ line, quantity, notes: [] }, context.readings)
  const selector = selectorOf(context, scope)
  const part = context.run(conceptIn(selector, concept))
  if (!printed.ok || !part.ok) return undefined
  const shares = wholes
    .filter(whole => whole !== concept)
    .flatMap(whole => {
      const amount = context.run(conceptIn(selector, whole))
      const share = amount.ok ? shareOf(part.value, amount.value) : undefined
      return share?.ok ? [share.value] : []
    })
  const away = (share: Calculation): number => Math.abs(share.result.value - printed.value.result.value)
  const nearest = shares.toSorted((one, other) => away(one) - away(other))[0]
  if (!nearest) return undefined
  const { low, high } = printed.value.result
  return { printed: printed.value, computed: nearest, holds: nearest.result.low <= high && nearest.result.high >= low }
}

/** Percentages that a document prints agree with its amounts, within the precision they are printed with. */
export const printedShares: Rule = {
  id: 'shares',
  name: { sv: 'Tryckta andelar', en: 'Printed shares' },
  states: {
    sv: 'Tryckta procentsatser stämmer med de tryckta beloppen, inom avrundning.',
    en: 'Printed percentages agree with the printed amounts, within rounding.',
  },
  source: { sv: 'Dokumentets egna belopp', en: "The document's own amounts" },
  check: (context, scope) => {
    const lines = context.library.linesOf(scope.association).filter(line => line.unit === 'percent' || line.nature === 'share')
    const compared = lines.flatMap(line => compare(context, scope, line) ?? [])
    const [first] = compared
    if (!first)
      return notApplicable(context, scope, name => ({
        sv: `Ingen tabell för ${name} har en andel vars belopp också är tryckta.`,
        en: `No table of ${name} prints a share whose amounts are printed too.`,
      }))
    const off = compared.filter(({ holds }) => !holds)
    const shown = off[0] ?? first
    const findings = off.map(({ printed, computed }) =>
      findingAt('share-differs', 'warning', [printed, computed], {
        label: printed.label.sv,
        printed: printed.result.value,
        computed: Math.round(computed.result.value * 10) / 10,
      }),
    )
    const inputs = compared.flatMap(({ printed, computed }) => [printed, computed])
    return success(
      verdictOf('shares', shown.computed.label, shown.computed.result, inputs, {
        holds: off.length === 0,
        findings,
        scope: { ...scope, ...selectorOf(context, scope) },
      }),
    )
  },
}
