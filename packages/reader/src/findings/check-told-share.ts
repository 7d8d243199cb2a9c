import type { Fact, Finding, Line, Statement } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { fullYear, lettersOf, placeOf, shown } from './amounts.ts'
import { type Check, type FindingContext, found } from './finding-context.ts'

const stems = (text: string): readonly string[] =>
  plain(text)
    .split(/[^a-z]+/)
    .filter(word => word.length > 5)
const isTotalCost = (line: Line): boolean =>
  line.role === 'total' && line.nature === 'cost' && /^(?:summa|totala?) kostnader$|^totalt$/.test(lettersOf(line))

/** The total of what the sentence speaks of: a printed total whose label shares its word (`Delsumma administration`). */
function numeratorIn(statement: Statement, fact: Fact): Line | undefined {
  const words = stems(fact.context)
  const costs = statement.lines.filter(line => line.nature === 'cost' && !isTotalCost(line) && line.unit === undefined)
  return (
    theOne(
      costs.filter(line => line.role === 'total'),
      words,
    ) ??
    theOne(
      costs.filter(line => line.role === 'item'),
      stems(fact.attribute),
    )
  )
}

/** The only line of several whose label shares one of the words. */
function theOne(lines: readonly Line[], words: readonly string[]): Line | undefined {
  const named = lines.filter(line =>
    stems(line.label).some(
      stem => !/^(?:delsumma|kostnader|verksamhet\w*)$/.test(stem) && words.some(word => word.startsWith(stem.slice(0, -2))),
    ),
  )
  return named.length === 1 ? named[0] : undefined
}

function checkIn(statement: Statement, fact: Fact & { value: number }, context: FindingContext): Finding[] {
  const year = fact.period && 'to' in fact.period ? Number(fact.period.to.slice(0, 4)) : context.fiscalYear
  const scenario = /\b(?:gick|anvandes|anvants|lades|utgjorde|var)\b/.test(plain(fact.context)) ? 'actual' : 'budget'
  const column = statement.columns.find(each => each.scenario === scenario && fullYear(each.period) === year)
  const [part, whole] = [numeratorIn(statement, fact), statement.lines.find(isTotalCost)]
  const [above, below] = [part, whole].map(line => (column && line ? line.values[column.id]?.amount : undefined))
  if (!part || !whole || !above || !below) return []
  const share = (100 * above) / below
  const slack = 0.5 / 10 ** (/\d,(\d+)/.exec(fact.printed)?.[1]?.length ?? 0)
  if (Math.abs(share - fact.value) <= slack + (fact.qualifier === 'about' ? 1 : 0.01)) return []
  return [
    {
      code: 'told-share-differs-from-amounts',
      severity: 'warning',
      parameters: { told: fact.value, computed: Math.round(share * 100) / 100, part: part.label, whole: whole.label },
      arithmetic: `${shown(above)} / ${shown(below)} = ${shown(share, 2)} % ≠ ${shown(fact.value)} %`,
      at: fact.source,
      others: [placeOf(part, context.document), placeOf(whole, context.document)],
    },
  ]
}

const isShareOfCosts = (fact: Fact): fact is Fact & { value: number } =>
  fact.unit === 'percent' &&
  typeof fact.value === 'number' &&
  /(?:andel|utgor|del)\w* .*(?:budget|kostnad)|(?:budget|kostnad)\w* (?:gar|gick|anvands|anvandes|lades|avsatts)\b|(?:%|procent) av (?:\w+ )?(?:budgeten|kostnaderna)/.test(
    plain(fact.context),
  ) &&
  !/\b(?:hogst|minst|mal|malet|max\w*)\b/.test(plain(fact.context))

/** Computes again the shares of the costs that the prose tells, where part and whole both have their total in a statement. */
export const checkToldShare: Check = context =>
  found(context.facts.filter(isShareOfCosts).flatMap(fact => context.statements.flatMap(statement => checkIn(statement, fact, context))))
