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
  const lines = statement.lines.filter(line => line.role === 'total' && line.nature === 'cost' && !isTotalCost(line))
  const named = lines.filter(line =>
    stems(line.label).some(
      stem => !/^(?:delsumma|kostnader|verksamhet\w*)$/.test(stem) && words.some(word => word.startsWith(stem.slice(0, -2))),
    ),
  )
  return named.length === 1 ? named[0] : undefined
}

function checkIn(statement: Statement, fact: Fact & { value: number }, context: FindingContext): Finding[] {
  const year = fact.period && 'to' in fact.period ? Number(fact.period.to.slice(0, 4)) : context.fiscalYear
  const column = statement.columns.find(each => each.scenario === 'budget' && fullYear(each.period) === year)
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
  /(?:andel|utgor|del)\w* .*(?:budget|kostnad)/.test(plain(fact.context)) &&
  !/\b(?:hogst|minst|mal|malet|max\w*)\b/.test(plain(fact.context))

/** Computes again the shares of the costs that the prose tells, where part and whole both have their total in a statement. */
export const checkToldShare: Check = context =>
  found(context.facts.filter(isShareOfCosts).flatMap(fact => context.statements.flatMap(statement => checkIn(statement, fact, context))))
