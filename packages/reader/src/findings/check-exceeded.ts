import type { Column, Fact, Finding, Line, Statement } from '@finsam/domain'
import type { Sentence } from '../facts/sentence.ts'
import { fullYear, lettersOf, placeOf, shown } from './amounts.ts'
import { type Check, type FindingContext, found, nothing } from './finding-context.ts'

const exceeds =
  /(?:overskrid\w*|hogre kostnader an (?:i )?(?:budget\w*|budgeterat)|kostar mer an budget\w*|gar over (?:sin |sina )?budget|overstiger budget|kostnader\w* (?:ar|blir|blev) hogre an budget)/

/** Sentences that name what costs more than budgeted. */
const tellingOf = (sentences: readonly Sentence[]): readonly Sentence[] =>
  sentences.filter(sentence => exceeds.test(sentence.letters) && !/\b(?:ska|far|kan) inte\b/.test(sentence.letters))

/** The budget of a year, and the same year's forecast or outcome beside it. */
function pairIn(statement: Statement): { readonly budget: Column; readonly later: Column } | undefined {
  for (const budget of statement.columns) {
    if (budget.scenario !== 'budget') continue
    const later = statement.columns.find(
      column =>
        (column.scenario === 'forecast' || column.scenario === 'actual') &&
        fullYear(column.period) === fullYear(budget.period) &&
        fullYear(budget.period) !== undefined,
    )
    if (later) return { budget, later }
  }
  return undefined
}

const stem = (line: Line): string => (/[a-z]{3,}/.exec(lettersOf(line))?.[0] ?? '').slice(0, 12)
const isNamed = (line: Line, telling: readonly Sentence[]): boolean =>
  telling.some(sentence => stem(line).length > 2 && new RegExp(`\\b${stem(line)}`).test(sentence.letters))

function toFact(named: readonly Line[], telling: readonly Sentence[], year: number | undefined, context: FindingContext): Fact[] {
  const lines = telling.map(sentence => sentence.lineAt(0))
  const [first] = telling
  if (named.length === 0 || !first) return []
  const source = {
    document: context.document.id,
    hash: context.document.hash,
    line: Math.min(...lines),
    lineTo: Math.max(...lines),
    text: first.text,
  }
  return [
    {
      id: 'fact-exceeded',
      kind: 'narrative',
      subject: `Budget ${year ?? ''}`.trim(),
      attribute: 'poster som överskrids',
      value: named.map(line => line.label),
      printed: first.text,
      context: telling.map(sentence => sentence.text).join(' '),
      source,
    },
  ]
}

interface Exceeded {
  readonly line: Line
  readonly by: number
}

/** Cost lines that are larger in the later column than in the budget. */
function exceededIn(statement: Statement, budget: Column, later: Column): readonly Exceeded[] {
  return statement.lines.flatMap((line): Exceeded[] => {
    const [planned, spent] = [budget, later].map(column => line.values[column.id]?.amount ?? undefined)
    if (line.nature !== 'cost' || line.role !== 'item' || planned === undefined || spent === undefined) return []
    const by = Math.abs(spent) - Math.abs(planned)
    return by > 0 ? [{ line, by }] : []
  })
}

/** Finds prose that names some lines as exceeding their budget where the table shows that more do. */
export const checkExceeded: Check = context => {
  const telling = tellingOf(context.sentences)
  const [first] = telling
  const statement = context.statements.find(each => pairIn(each) !== undefined && each.lines.some(line => line.nature === 'cost'))
  const pair = statement ? pairIn(statement) : undefined
  if (!first || !statement || !pair) return nothing
  const over = exceededIn(statement, pair.budget, pair.later)
  const named = over.filter(each => isNamed(each.line, telling)).map(each => each.line)
  const facts = toFact(named, telling, fullYear(pair.budget.period), context)
  if (named.length === 0 || named.length === over.length) return found([], facts)
  const finding: Finding = {
    code: 'exceeded-lines-not-all-named',
    severity: 'warning',
    parameters: { statement: statement.id, named: named.length, exceeded: over.length, budget: pair.budget.id, compared: pair.later.id },
    arithmetic: over.map(each => `${each.line.label} +${shown(each.by)}`).join(', '),
    at: { document: context.document.id, hash: context.document.hash, line: first.lineAt(0), text: first.text },
    others: over.map(each => placeOf(each.line, context.document)),
  }
  return found([finding], facts)
}
