import type { Column, Finding, Line, Statement } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { columnName, lettersOf, placeOf, shown } from './amounts.ts'
import { type Check, type FindingContext, found } from './finding-context.ts'

const broughtForward =
  /balanserat resultat|balanserade medel|overfort fran|fran (?:foregaende|tidigare) ar|ingaende (?:balans|eget kapital)|kvarvarande medel|medel fran eget kapital|ianspraktaget eget kapital/
const amountIn = (line: Line | undefined, column: Column): number | undefined => line?.values[column.id]?.amount ?? undefined

interface Parts {
  readonly brought: Line
  readonly income: Line
  readonly costs: Line
}

/** A total of income that counts money brought forward, and the total of costs. */
function partsOf(statement: Statement): Parts | undefined {
  const income = statement.lines.find(line => line.role === 'total' && line.nature === 'income' && /summa|total/.test(lettersOf(line)))
  const brought = statement.lines.find(
    line => broughtForward.test(lettersOf(line)) && income !== undefined && line.sourceLine < income.sourceLine,
  )
  const totals = statement.lines.filter(line => line.role === 'total' && line.nature === 'cost' && /summa|total/.test(lettersOf(line)))
  const costs = totals.find(line => /^(?:summa|totala?) kostnader/.test(lettersOf(line))) ?? totals.at(-1)
  return income && brought && costs ? { brought, income, costs } : undefined
}

interface Deficit {
  readonly column: Column
  readonly result: number
  readonly text: string
}

function deficitsOf(statement: Statement, parts: Parts): readonly Deficit[] {
  return statement.columns.flatMap((column): Deficit[] => {
    const [income, brought, costs] = [parts.income, parts.brought, parts.costs].map(line => amountIn(line, column))
    if (income === undefined || brought === undefined || costs === undefined || brought <= 0) return []
    const result = income - brought - Math.abs(costs)
    if (result >= 0 || income - Math.abs(costs) < 0) return []
    return [
      {
        column,
        result,
        text: `${columnName(column)}: ${shown(income)} − ${shown(brought)} − ${shown(Math.abs(costs))} = ${shown(result)}`,
      },
    ]
  })
}

function toFinding(statement: Statement, context: FindingContext): Finding[] {
  const parts = partsOf(statement)
  const deficits = parts ? deficitsOf(statement, parts) : []
  if (!parts || deficits.length === 0) return []
  const own =
    deficits.find(
      each =>
        each.column.scenario === 'budget' &&
        (each.column.period === null || JSON.stringify(each.column.period).includes(String(context.fiscalYear))),
    ) ?? deficits[0]
  const balance = context.sentences.find(sentence => /budget i balans/.test(plain(sentence.text)))
  const rule = balance ? [{ document: context.document.id, hash: context.document.hash, line: balance.lineAt(0), text: balance.text }] : []
  return [
    {
      code: 'balanced-only-by-brought-forward',
      severity: 'warning',
      parameters: {
        statement: statement.id,
        column: own?.column.id ?? '',
        result: own?.result ?? 0,
        columns: deficits.length,
        unit: statement.unit,
      },
      arithmetic: deficits.map(each => each.text).join('; '),
      at: placeOf(parts.brought, context.document),
      others: [placeOf(parts.income, context.document), placeOf(parts.costs, context.document), ...rule],
    },
  ]
}

/** Finds budgets whose year ends with a deficit that only money brought forward from earlier years covers. */
export const checkBroughtForward: Check = context => found(context.statements.flatMap(statement => toFinding(statement, context)))
