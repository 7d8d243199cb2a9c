import { type Calculation, evaluate, type LibraryLine, type Query, type Scenario, unitSchema } from '@finsam/domain'
import { amountWords, sizeWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf, lineLink } from '../cells.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Amount } from '../meaning.ts'
import type { Pick } from '../pick-target.ts'
import { clauseText, lookup, run, type Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'
import { statedSum } from './stated-sum.ts'
import { yesNo } from './whether.ts'

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

/** `Add up the …` asks for a sum, and not whether one is right. */
const tellsToAdd = /\b(add up|sum up|summera|addera) (the|all|de|alla)\b/

interface Total {
  readonly pick: Pick
  readonly line: LibraryLine
}

/** The picks that are totals of rows. */
const totalsOf = ({ library }: Scope, picks: readonly Pick[]): readonly Total[] =>
  picks.flatMap(pick => {
    const key = pick.calculation.quantity?.line
    const line = key === undefined ? undefined : library.line(key)
    return line?.sumOf && line.sumOf.length > 0 ? [{ pick, line }] : []
  })

/** `The printed total of 871`: the one total that is printed so in the column asked for, in whatever unit its table has. */
const totalPrintedAs = (scope: Scope): readonly Pick[] => {
  const { frame, library, associations } = scope
  const [named, ...others] = frame.amounts
  const [association] = associations
  const totals = association === undefined ? [] : library.linesOf(association).filter(({ sumOf }) => (sumOf ?? []).length > 0)
  if (!named || others.length > 0 || associations.length !== 1) return []
  const slots = totals.map(line => ({ tokens: [], value: 1, links: [lineLink(line)] }))
  const { picks } = gather(scope, cellsOf(scope, slots), 'money')
  const same = picks.filter(({ calculation }) => isPrintedAs(calculation, named.amount))
  return same.length === 1 ? same : []
}

const isPrintedAs = ({ result }: Calculation, { value, unit }: Amount): boolean => {
  const kronor = result.value / 100
  return kronor === value || (unit === 'none' && [1000, 1_000_000].some(size => kronor === value * size))
}

/** `Stämmer summan?`: a printed total against the rows that it sums. */
const sumCheck = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  if (!hasCue(frame, 'tie') || tellsToAdd.test(fold(clauseText(scope)))) return undefined
  const named = gather(scope, cellsOf(scope, mainTargets(frame)), 'money').picks
  const [found] = [...totalsOf(scope, totalPrintedAs(scope)), ...totalsOf(scope, named)]
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
  const differs = gap.result.value === 0 ? [] : [{ calculation: gap }]
  return answered('check', sentence, [{ calculation: sum }, { calculation: pick.calculation }, ...differs], {
    verdict: { holds, rule: 'sums' },
  })
}

/** Arithmetic of the document itself: variances and totals as printed. */
export const arithmeticCheck = (scope: Scope): Draft | undefined => varianceCheck(scope) ?? statedSum(scope) ?? sumCheck(scope)
