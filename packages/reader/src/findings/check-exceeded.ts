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

/** Finds prose that names some lines as exceeding their budget where the table shows that more do. */
export const checkExceeded: Check = context => {
  const telling = tellingOf(context.sentences)
  const statement = context.statements.find(each => pairIn(each) !== undefined && each.lines.some(line => line.nature === 'cost'))
  const pair = statement ? pairIn(statement) : undefined
  if (telling.length === 0 || !statement || !pair) return nothing
  const over = statement.lines.flatMap(line => {
    const [planned, later] = [line.values[pair.budget.id]?.amount, line.values[pair.later.id]?.amount]
    return line.nature === 'cost' &&
      line.role === 'item' &&
      planned !== undefined &&
      planned !== null &&
      later !== undefined &&
      later !== null &&
      Math.abs(later) > Math.abs(planned)
      ? [{ line, by: Math.abs(later) - Math.abs(planned) }]
      : []
  })
  const named = over.filter(each => isNamed(each.line, telling))
  const facts = toFact(
    named.map(each => each.line),
    telling,
    fullYear(pair.budget.period),
    context,
  )
  const [first] = telling
  if (named.length === 0 || named.length === over.length || !first) return found([], facts)
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
