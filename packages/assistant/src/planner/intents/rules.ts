import { type Calculation, evaluate, type Period, type Query, type Scenario, unitSchema } from '@finsam/domain'
import { amountWords, associationWords, listWords, pointWords, sizeWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft, type DraftFigure } from '../draft.ts'
import { hasCue, topicsOf } from '../frame.ts'
import { triesFor } from '../pick-point.ts'
import { cellsOf, hasConcept, lookup, mainTargets, run, type Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'

type RuleName = Extract<Query, { op: 'check' }>['rule']

/** Whether the clause asks for a yes or no: it begins with a verb, or asks whether something holds. */
export const asksWhether = (scope: Scope): boolean => {
  const { words, clause } = scope.frame
  const first = words[clause.from]?.token.folded ?? ''
  const second = words[clause.from + 1]?.token.folded ?? ''
  const opens =
    /^(ar|har|haller|halls|stammer|kan|far|ska|finns|galler|uppfyller|foljer|klarar|overskrider|ligger|racker|tacker|ryms|raknar|visar|gor|budgeterar|planerar|betalar|minskar|okar|stiger|sjunker|overstiger|nar|blev|blir|var|fick|hade|gick|gar|forvantas|beraknas|vantas|redovisar|kommer|skulle|is|are|does|do|did|has|have|can|could|was|were|will|would|should)$/
  return opens.test(first) || (/^(och|men|and|but|sa|so)$/.test(first) && opens.test(second)) || /\b(om|whether|ifall)\b/.test(first)
}

const numbersSaid = (scope: Scope): ReadonlySet<number> =>
  new Set([...scope.frame.amounts, ...(scope.prior?.amounts ?? [])].map(({ amount }) => amount.value))

const ruleIn = (scope: Scope): RuleName | undefined => {
  const { frame, prior } = scope
  const folded = fold(scope.text)
  const numbers = numbersSaid(scope)
  const topics = new Set([...topicsOf(frame), ...(prior ? topicsOf(prior) : [])])
  const holds = hasCue(frame, 'hold', 'tie') || asksWhether(scope)
  if (holds && /(balansrakning|balansbudget|balance sheet|tillgangarna lika stora|assets equal)/.test(folded)) return 'balance-identity'
  const legalSplit =
    /(lagstad|lagens|enligt lag|statutory|legal|the law|50 ?\/ ?25)/.test(folded) &&
    /(fordelning|split|delning|50 ?\/ ?25|andelar|shares)/.test(folded)
  if (holds && ((numbers.has(50) && numbers.has(25)) || legalSplit)) return 'contribution-split'
  if (holds && topics.has('limit') && !hasCue(frame, 'when')) return 'ten-percent-limit'
  const equity = hasConcept(frame, 'equity') || hasConcept(frame, 'closing-equity') || /kapital|equity/.test(folded)
  const compares = /\b(under|over|inom|ryms|above|below|within|exceed\w*|overstig\w*)\b/.test(folded)
  if ((holds || compares || hasCue(frame, 'exceeded')) && topics.has('ceiling') && equity) return 'equity-ceiling'
  if (holds && hasCue(frame, 'covers') && !scope.every && /(balans|balance|ihop|break even|tack|cover|racker)/.test(folded))
    return 'balance'
  return undefined
}

/** The scenario and period that a check is on: those of the first point that the association prints. */
const placeFor = (scope: Scope, association: string): { readonly scenario?: Scenario; readonly period?: Period } => {
  const [point] = scope.frame.points
  if (!point) return {}
  const attempt = triesFor(scope.library, association, point)
    .flat()
    .find(one => evaluate(scope.library, lookup(association, { concept: 'contributions' }, one.scenario, one.period)).ok)
  return attempt
    ? { ...(attempt.scenario ? { scenario: attempt.scenario } : {}), ...(attempt.period ? { period: attempt.period } : {}) }
    : {}
}

const yes = { sv: 'Ja', en: 'Yes' } as const
const no = { sv: 'Nej', en: 'No' } as const
export const yesNo = (holds: boolean, language: 'sv' | 'en'): string => (holds ? yes[language] : no[language])

const partsOfSplit = (check: Calculation): readonly Calculation[] => check.inputs.flatMap(share => share.inputs.slice(0, 1))

const splitSentence = (scope: Scope, association: string, check: Calculation): string => {
  const { language } = scope
  const holds = check.verdict?.holds === true
  const [state, region, municipal] = check.inputs.map((share, at) => {
    const part = partsOfSplit(check)[at]
    return `${amountWords(share, language)}${part ? ` (${amountWords(part, language)})` : ''}`
  })
  const name = associationWords(scope.library, association)
  const point = pointWords(partsOfSplit(check)[0] ?? check, language)
  return language === 'sv'
    ? `${yesNo(holds, language)}, fördelningen 50/25/25 ${holds ? 'håller' : 'håller inte'} i ${name}, ${point}: staten ${state}, regionen ${region} och kommunerna tillsammans ${municipal}.`
    : `${yesNo(holds, language)}, the split 50/25/25 ${holds ? 'holds' : 'does not hold'} in ${name}, ${point}: the state ${state}, the region ${region} and the municipalities together ${municipal}.`
}

const limitSentence = (scope: Scope, association: string, check: Calculation, rule: RuleName): string => {
  const { language } = scope
  const holds = check.verdict?.holds === true
  const [measured, limit] = check.inputs
  const name = associationWords(scope.library, association)
  const [is, bound] = [measured ? amountWords(measured, language) : '', limit ? amountWords(limit, language) : '']
  if (rule === 'ten-percent-limit') {
    return language === 'sv'
      ? `${yesNo(holds, language)}, spärren ${holds ? 'hålls' : 'hålls inte'} för ${name}: tilldelningen minskar med ${is}, spärren är ${bound}.`
      : `${yesNo(holds, language)}, the limit ${holds ? 'is kept' : 'is not kept'} for ${name}: the allotment falls by ${is}, the limit is ${bound}.`
  }
  return language === 'sv'
    ? `${yesNo(holds, language)}, det egna kapitalet i ${name} ${holds ? 'ligger inom' : 'ligger över'} taket: ${is} mot högst ${bound}.`
    : `${yesNo(holds, language)}, the equity of ${name} is ${holds ? 'within' : 'above'} the ceiling: ${is} against at most ${bound}.`
}

const checked = (scope: Scope, rule: RuleName, association: string): Draft | undefined => {
  const outcome = evaluate(scope.library, { op: 'check', rule, association, ...placeFor(scope, association) })
  if (!outcome.ok || !outcome.value.verdict) return undefined
  const check = outcome.value
  const asksAmounts = /\b(belopp|beloppen|kronor|summor|amount|amounts|sek|kr)\b/.test(fold(scope.text))
  const parts: readonly Calculation[] =
    rule === 'contribution-split' ? (asksAmounts ? partsOfSplit(check) : check.inputs) : check.inputs.slice(0, 2)
  const figures: DraftFigure[] = parts.map(calculation => ({ calculation }))
  const sentence =
    rule === 'contribution-split'
      ? splitSentence(scope, association, check)
      : rule === 'balance-identity'
        ? identitySentence(scope, association, check)
        : rule === 'balance'
          ? balanceSentence(scope, association, check)
          : limitSentence(scope, association, check, rule)
  return answered('rule', sentence, rule === 'balance' ? figures.slice(0, 1) : figures, {
    verdict: { holds: check.verdict?.holds === true, rule },
  })
}

const identitySentence = (scope: Scope, association: string, check: Calculation): string => {
  const { language } = scope
  const holds = check.verdict?.holds === true
  const [assets, other] = check.inputs
  const name = associationWords(scope.library, association)
  const sides = [assets, other].flatMap(side => (side ? [amountWords(side, language)] : [])).join(language === 'sv' ? ' mot ' : ' against ')
  return language === 'sv'
    ? `${yesNo(holds, language)}, balansräkningen i ${name} ${holds ? 'går ihop' : 'går inte ihop'}: tillgångar mot eget kapital och skulder är ${sides}.`
    : `${yesNo(holds, language)}, the balance sheet of ${name} ${holds ? 'balances' : 'does not balance'}: assets against equity and liabilities are ${sides}.`
}

const balanceSentence = (scope: Scope, association: string, check: Calculation): string => {
  const { language } = scope
  const holds = check.verdict?.holds === true
  const [result] = check.inputs
  const name = associationWords(scope.library, association)
  const amount = result ? amountWords(result, language) : ''
  return language === 'sv'
    ? `${yesNo(holds, language)}, årets intäkter ${holds ? 'täcker' : 'täcker inte'} årets kostnader i ${name}: resultatet är ${amount}.`
    : `${yesNo(holds, language)}, the year's income ${holds ? 'covers' : 'does not cover'} the year's costs in ${name}: the result is ${amount}.`
}

const sign = { sv: { positive: 'positivt', negative: 'negativt' }, en: { positive: 'positive', negative: 'negative' } } as const

/** `Är det fortfarande positivt?`: the sign of one figure. */
export const signQuestion = (scope: Scope): Draft | undefined => {
  const said = fold(scope.text)
  const positive = /(positiv|over noll|plus)/.test(said)
  const negative = /(negativ|under noll|minus)/.test(said)
  if (!asksWhether(scope) || positive === negative) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, mainTargets(scope.frame)), 'money')
  const [pick] = picks
  if (!pick || picks.length !== 1 || open.length + missing.length > 0) return undefined
  const { language } = scope
  const isPositive = pick.calculation.result.value > 0
  const holds = positive ? isPositive : pick.calculation.result.value < 0
  const word = sign[language][isPositive ? 'positive' : 'negative']
  const sentence =
    language === 'sv'
      ? `${yesNo(holds, language)}, det är ${word}: ${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}) är ${amountWords(pick.calculation, language)}.`
      : `${yesNo(holds, language)}, it is ${word}: ${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}) is ${amountWords(pick.calculation, language)}.`
  return answered('rule', sentence, [{ calculation: pick.calculation }], { verdict: { holds, rule: 'sign' }, confidence: pick.certainty })
}

/** Whether a rule holds: the legal split, the limit of decrease, the equity ceiling, the balance. */
export const ruleCheck = (scope: Scope): Draft | undefined => {
  const rule = ruleIn(scope)
  const [association] = scope.associations
  return rule && association && scope.associations.length === 1 ? checked(scope, rule, association) : undefined
}

const withinRounding = ({ result }: Calculation): boolean => result.low <= 0 && result.high >= 0

const atPoint = (scope: Scope, scenario: Scenario): Scope => {
  const time = scope.frame.points.find(point => point.time)?.time
  return { ...scope, frame: { ...scope.frame, points: [{ scenario, at: 0, tokens: [], ...(time ? { time } : {}) }] } }
}

const constantOf = (scope: Scope, value: number, unit: string, label: string, inputs: readonly Calculation[]): Calculation | undefined => {
  const known = unitSchema.safeParse(unit)
  const calculation = known.success ? run(scope, { op: 'constant', value, unit: known.data, label }) : undefined
  return calculation && { ...calculation, operation: 'change', inputs }
}

/** `Stämmer den tryckta avvikelsen?`: the printed variance against the difference of the printed amounts beside it. */
const varianceCheck = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const slots = mainTargets(frame).slice(0, 1)
  const [association] = scope.associations
  if (!association || slots.length === 0 || !hasCue(frame, 'tie', 'hold') || !/(avvikelse|variance)/.test(fold(scope.text)))
    return undefined
  const pickOf = (scenario: Scenario) => gather(atPoint(scope, scenario), cellsOf(atPoint(scope, scenario), slots), 'money').picks[0]
  const [printed, budget, outcome] = [pickOf('variance'), pickOf('budget'), pickOf('actual')]
  const check = evaluate(library, { op: 'check', rule: 'variance', association })
  if (!printed || !budget || !outcome || !check.ok) return undefined
  const lines = new Set(printed.calculation.quantity?.printings.map(({ source }) => `${source.document} ${source.line}`))
  const finding = check.value.findings?.find(({ at, code }) => code.startsWith('variance') && lines.has(`${at.document} ${at.line}`))
  const name = pickLabel(scope, printed)
  const tells = language === 'sv' ? 'den tryckta avvikelsen' : 'the printed variance'
  const inputs = [budget.calculation, outcome.calculation]
  if (!finding) {
    const same = constantOf(scope, printed.calculation.result.value / 100, 'kr', name, inputs)
    const sentence =
      language === 'sv'
        ? `Ja, ${tells} för ${name} är ${amountWords(printed.calculation, language)} och stämmer med budget och utfall.`
        : `Yes, ${tells} of ${name} is ${amountWords(printed.calculation, language)} and agrees with budget and outcome.`
    return answered('check', sentence, [{ calculation: printed.calculation }, ...(same ? [{ calculation: same }] : [])], {
      verdict: { holds: true, rule: 'variance' },
    })
  }
  const { computed, difference, unit } = finding.parameters
  const [sum, gap] = [
    constantOf(scope, Number(computed), String(unit), 'budget − utfall', inputs),
    constantOf(scope, Math.abs(Number(difference)), String(unit), 'skillnad', [printed.calculation, ...inputs]),
  ]
  if (!sum || !gap) return undefined
  const rounding = finding.code.includes('rounding')
  const cause = rounding
    ? language === 'sv'
      ? 'Skillnaden förklaras av avrundning.'
      : 'The gap is explained by rounding.'
    : language === 'sv'
      ? 'Avrundning räcker inte som förklaring.'
      : 'Rounding does not explain it.'
  const sentence =
    language === 'sv'
      ? `Nej, ${tells} för ${name} är ${amountWords(printed.calculation, language)}, men budget och utfall som de är tryckta ger ${amountWords(sum, language)}: en skillnad på ${amountWords(gap, language)}. ${cause}`
      : `No, ${tells} of ${name} is ${amountWords(printed.calculation, language)}, but budget and outcome as printed give ${amountWords(sum, language)}: a gap of ${amountWords(gap, language)}. ${cause}`
  return answered('check', sentence, [{ calculation: printed.calculation }, { calculation: sum }, { calculation: gap }], {
    verdict: { holds: false, rule: 'variance' },
  })
}

/** `Stämmer summan?`: a printed total against the rows that it sums. */
const sumCheck = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  if (!hasCue(frame, 'tie')) return undefined
  const totals = gather(scope, cellsOf(scope, mainTargets(frame)), 'money').picks.flatMap(pick => {
    const key = pick.calculation.quantity?.line
    const line = key === undefined ? undefined : library.line(key)
    return line?.sumOf && line.sumOf.length > 0 ? [{ pick, line }] : []
  })
  const [found] = totals
  const period = found?.pick.calculation.period
  if (!found || !period) return undefined
  const { pick, line } = found
  const parts: Query[] = (line.sumOf ?? []).map(({ line: key, weight }) => {
    const of = lookup(pick.association, { line: key }, pick.calculation.scenario, period)
    return weight === 1 ? of : { op: 'scale', of, factor: weight }
  })
  const query: Query = { op: 'sum', of: parts }
  const sum = run(scope, query)
  const gap = sum && run(scope, { op: 'change', from: pick.query, to: query, as: 'amount' })
  if (!sum || !gap) return undefined
  const holds = withinRounding(gap)
  const sentence =
    language === 'sv'
      ? `${yesNo(holds, language)}, raderna ger ${amountWords(sum, language)} och ${pickLabel(scope, pick)} är tryckt som ${amountWords(pick.calculation, language)}${gap.result.value === 0 ? '' : ` (skillnad ${sizeWords(gap, language)}${holds ? ', inom avrundningen' : ''})`}.`
      : `${yesNo(holds, language)}, the rows give ${amountWords(sum, language)} and ${pickLabel(scope, pick)} is printed as ${amountWords(pick.calculation, language)}${gap.result.value === 0 ? '' : ` (difference ${sizeWords(gap, language)}${holds ? ', within rounding' : ''})`}.`
  return answered('check', sentence, [{ calculation: sum }, { calculation: pick.calculation }, { calculation: gap }], {
    verdict: { holds, rule: 'sums' },
  })
}

/** Arithmetic of the document itself: variances and totals as printed. */
export const arithmeticCheck = (scope: Scope): Draft | undefined => varianceCheck(scope) ?? sumCheck(scope)

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
  const any = without.length > 0
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
      ? `${any ? `Ja: ${names}` : 'Nej, inget av förbunden'} ${any ? 'räknar inte med underskott' : 'går ihop på årets egna intäkter'}: ${list}.`
      : `${any ? `Yes: ${names}` : 'No, none of them'} ${any ? 'does not expect a deficit' : "covers the year's costs with the year's own income"}: ${list}.`
  return answered(
    'every-result',
    sentence,
    rows.map(({ association, calculation }) => ({
      calculation,
      label: `${associationWords(library, association)}: ${calculation.label[language]}`,
    })),
    {
      verdict: { holds: any, rule: 'balance' },
      confidence: 0.85,
    },
  )
}
