import { allOf } from '../calculate/all.ts'
import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { changeOf, sumOf } from '../calculate/operations.ts'
import type { ConceptId } from '../concepts/concept.ts'
import { formatAmount } from '../explain/format-amount.ts'
import { periodWords, scenarioWords } from '../explain/words.ts'
import type { Finding } from '../model/finding.ts'
import type { Words } from '../model/language.ts'
import { isInstant, type Period } from '../model/period.ts'
import { type Result, success } from '../model/result.ts'
import { notApplicable } from './not-applicable.ts'
import { findingAt, kronor, type Rule, type Scope, verdictOf } from './rule.ts'
import { conceptIn, placesOf } from './scope.ts'

/** Two sides that must be equal wherever all their parts are printed: `sum = whole`. */
interface Identity {
  readonly id: Rule['id']
  readonly parts: readonly ConceptId[]
  readonly whole: ConceptId
  readonly label: Words
  readonly code: string
  /** A part is of the period up to the instant at which the whole stands. */
  readonly overSpan?: boolean
}

const yearSoFar = (period: Period): Period => (isInstant(period) ? { from: `${period.at.slice(0, 4)}-01-01`, to: period.at } : period)

interface Tested {
  readonly difference: Calculation
  readonly amounts: readonly Calculation[]
  readonly whole: Calculation
}

function testAt(
  context: Context,
  scope: Scope,
  identity: Identity,
  place: Pick<Scope, 'scenario' | 'period'>,
): Result<Tested, EvaluationFailure> {
  const selector = {
    association: scope.association,
    target: { concept: identity.whole },
    ...place,
    ...(identity.overSpan && place.period ? { period: yearSoFar(place.period) } : {}),
  }
  const amounts = allOf(identity.parts, part => context.run(conceptIn(selector, part)))
  if (!amounts.ok) return amounts
  const whole = context.run(conceptIn(selector, identity.whole))
  if (!whole.ok) return whole
  const sum = sumOf(amounts.value, identity.label)
  if (!sum.ok) return sum
  const difference = changeOf(whole.value, sum.value, 'amount')
  return difference.ok ? success({ difference: difference.value, amounts: amounts.value, whole: whole.value }) : difference
}

const isOff = ({ difference: { result } }: Tested): boolean => result.low > 0 || result.high < 0

function findingOf(identity: Identity, { difference, amounts, whole }: Tested, place: Pick<Scope, 'scenario' | 'period'>): Finding {
  const plain = (calculation: Calculation): string => formatAmount(calculation.result.value, 'kr', 'sv', { bare: true })
  const arithmetic = `${amounts.map(plain).join(' + ')} = ${formatAmount(
    amounts.reduce((sum, { result }) => sum + result.value, 0),
    'kr',
    'sv',
    { bare: true },
  )} ≠ ${plain(whole)}`
  const when = place.period && place.scenario ? `${scenarioWords(place.scenario).sv} ${periodWords(place.period).sv}` : ''
  return findingAt(
    identity.code,
    'error',
    [whole, ...amounts],
    { label: whole.label.sv, when, difference: kronor(difference.result.value), whole: kronor(whole.result.value) },
    arithmetic,
  )
}

/** Tests an identity in every column that prints all of its parts; only printed wholes count, a computed one would prove itself. */
function checkIdentity(identity: Identity): Rule['check'] {
  return (context, scope) => {
    const places = placesOf(context, scope, [identity.whole])
    const tested = places.flatMap(place => {
      const test = testAt(context, scope, identity, place)
      return test.ok && test.value.whole.operation === 'lookup' ? [{ place, ...test.value }] : []
    })
    const [first] = tested
    if (!first)
      return notApplicable(context, scope, name => ({
        sv: `Dokumenten för ${name} har inte alla delar av ”${identity.label.sv}”.`,
        en: `The documents of ${name} do not print all parts of "${identity.label.en}".`,
      }))
    const off = tested.filter(isOff)
    const shown = off[0] ?? first
    const findings = off.map(one => findingOf(identity, one, one.place))
    const at = { ...scope, ...shown.place }
    return success(
      verdictOf(
        identity.id,
        identity.label,
        shown.difference.result,
        tested.map(({ difference }) => difference),
        { holds: off.length === 0, findings, scope: at },
      ),
    )
  }
}

export const balanceIdentity: Rule = {
  id: 'balance-identity',
  name: { sv: 'Balansräkningen går ihop', en: 'The balance sheet balances' },
  states: { sv: 'Tillgångarna är lika med eget kapital och skulder.', en: 'Assets equal equity and liabilities.' },
  source: { sv: 'Dubbel bokföring', en: 'Double-entry bookkeeping' },
  check: checkIdentity({
    id: 'balance-identity',
    parts: ['equity', 'liabilities'],
    whole: 'assets',
    label: { sv: 'Eget kapital och skulder mot tillgångar', en: 'Equity and liabilities against assets' },
    code: 'balance-differs',
  }),
}

export const equityRollforward: Rule = {
  id: 'equity-rollforward',
  name: { sv: 'Eget kapital rullar', en: 'Equity rolls forward' },
  states: {
    sv: 'Ingående eget kapital plus årets resultat är utgående eget kapital.',
    en: "Opening equity plus the year's result is closing equity.",
  },
  source: { sv: 'Dubbel bokföring', en: 'Double-entry bookkeeping' },
  check: (context, scope) => {
    const identity: Identity = {
      id: 'equity-rollforward',
      parts: ['opening-equity', 'result'],
      whole: 'closing-equity',
      label: { sv: 'Ingående eget kapital och resultat mot utgående', en: 'Opening equity and result against closing' },
      code: 'equity-does-not-roll',
      overSpan: true,
    }
    const closing = checkIdentity(identity)(context, scope)
    return closing.ok ? closing : checkIdentity({ ...identity, whole: 'equity' })(context, scope)
  },
}

export const cashFlow: Rule = {
  id: 'cash-flow',
  name: { sv: 'Kassaflödet går ihop', en: 'The cash flow adds up' },
  states: {
    sv: 'Likvida medel vid periodens början plus kassaflödet är likvida medel vid periodens slut.',
    en: 'Opening cash plus the cash flow is closing cash.',
  },
  source: { sv: 'Kassaflödesanalysens egen räkning', en: "The cash flow statement's own arithmetic" },
  check: checkIdentity({
    id: 'cash-flow',
    parts: ['opening-cash', 'cash-flow'],
    whole: 'closing-cash',
    label: { sv: 'Ingående likvida medel och kassaflöde mot utgående', en: 'Opening cash and cash flow against closing' },
    code: 'cash-flow-differs',
  }),
}
