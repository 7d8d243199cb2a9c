import type { Finding, SourceRef, Statement } from '@finsam/domain'
import { formatAmount } from '../number/format-amount.ts'
import type { Equation, EquationKind } from '../reconcile/equation.ts'
import type { TextDocument } from '../text/text-document.ts'
import { lineIndex, type Settled } from './assemble.ts'
import { chosenCell } from './chosen-cell.ts'
import { columnIdAt, placeOfSpot, type Spot, spotsOf } from './finding-places.ts'
import { differenceText } from './proof-text.ts'
import { isGuess } from './unit-evidence.ts'
import { unprovedFindings } from './unproved-findings.ts'

type Code =
  | 'sum-differs'
  | 'result-differs'
  | 'repeated-row-differs'
  | 'column-difference-differs'
  | 'column-sum-differs'
  | 'opening-balance-differs'
  | 'same-quantity-differs'
  | 'balance-differs'

const codes: Readonly<Record<EquationKind, { readonly code: Code; readonly severity: Finding['severity'] }>> = {
  sum: { code: 'sum-differs', severity: 'error' },
  result: { code: 'result-differs', severity: 'error' },
  copy: { code: 'repeated-row-differs', severity: 'warning' },
  balance: { code: 'balance-differs', severity: 'error' },
  'column-difference': { code: 'column-difference-differs', severity: 'warning' },
  'column-sum': { code: 'column-sum-differs', severity: 'warning' },
  chain: { code: 'opening-balance-differs', severity: 'warning' },
  'same-quantity': { code: 'same-quantity-differs', severity: 'warning' },
}

/** What the arithmetic of the statements shows: sums that do not hold, cells repaired, derived or open, columns and units inferred. */
export function statementFindings(document: TextDocument, settled: Settled, statements: readonly Statement[]): Finding[] {
  const spots = spotsOf(settled)
  const at = (spot: Spot): SourceRef => placeOfSpot(document, settled, statements, spot)
  const violated = new Set(settled.solution.violated)
  const printed = settled.problem.cells.map(({ cell }, id) => (cell.base === null ? (settled.values[id] ?? 0) : cell.base))
  const differences = [...violated, ...settled.solution.undecided.filter(equation => !violated.has(equation))].flatMap(equation =>
    differenceFinding(settled, statements, equation, spots, at, printed),
  )
  return [
    ...differences,
    ...unprovedFindings({ settled, statements, spots, at, columnOf: spot => columnIdAt(settled, statements, spot) }),
    ...cellFindings(settled, statements, at),
    ...columnFindings(document, statements),
    ...unitFindings(document, statements),
  ]
}

function differenceFinding(
  settled: Settled,
  statements: readonly Statement[],
  equation: Equation,
  spots: readonly Spot[],
  at: (spot: Spot) => SourceRef,
  printed: readonly number[],
): readonly Finding[] {
  const [total] = equation.terms
  const spot = total ? spots[total.cell] : undefined
  if (!total || !spot) return []
  const difference = equation.terms.reduce((sum, term) => sum + term.weight * (printed[term.cell] ?? 0), 0)
  if (Math.abs(difference) <= equation.slack) return []
  const others = [...new Set(equation.terms.slice(1).flatMap(term => spots[term.cell]?.row ?? []))]
  const { code, severity } = codes[equation.kind]
  return [
    {
      code,
      severity,
      parameters: {
        statement: statements[spot.statement]?.id ?? '',
        label: statements[spot.statement]?.lines[lineIndex(settled.drafts[spot.statement], spot.row, spot.column)]?.label ?? '',
        column: columnIdAt(settled, statements, spot),
        printed: printed[total.cell] ?? 0,
        difference: Math.round(difference * 1e6) / 1e6,
        rounding: Math.round(equation.slack * 100) / 100,
        unit: statements[spot.statement]?.unit ?? 'kr',
      },
      arithmetic: differenceText(equation, printed),
      at: at(spot),
      ...(others.length > 0 && others.length <= 60
        ? {
            others: others.map(row =>
              at({ ...(equation.kind === 'same-quantity' ? (spots[equation.terms[1]?.cell ?? 0] ?? spot) : spot), row }),
            ),
          }
        : {}),
    },
  ]
}

function cellFindings(settled: Settled, statements: readonly Statement[], place: (spot: Spot) => SourceRef): readonly Finding[] {
  return statements.flatMap((statement, index) =>
    statement.lines.flatMap((line, at) => {
      const draft = settled.drafts[index]
      const named = draft?.names?.length ?? 1
      const row = Math.floor(at / named)
      const blanks =
        draft && !draft.names
          ? Array.from({ length: draft.sheet.grid.columns }, (_, column) => chosenCell(draft, row, column)).filter(
              cell => cell?.printed === '',
            ).length
          : 0
      const source = place({ statement: index, row, column: at % named })
      const open: readonly Finding[] =
        blanks > 0
          ? [
              {
                code: 'blank-cell',
                severity: 'info',
                parameters: { statement: statement.id, label: line.label, blanks, columns: draft?.sheet.grid.columns ?? 0 },
                at: source,
              },
            ]
          : []
      const cells = Object.entries(line.values).flatMap(([column, cell]): readonly Finding[] => {
        if (cell.status === 'printed' || (cell.status === 'derived' && cell.printed === '')) return []
        const code =
          cell.status === 'repaired'
            ? 'value-repaired'
            : cell.status === 'derived'
              ? 'value-derived'
              : cell.amount === null
                ? 'value-illegible'
                : 'value-ambiguous'
        const severity = cell.status === 'ambiguous' ? ('warning' as const) : ('info' as const)
        const values = cell.alternatives ? { alternatives: cell.alternatives.map(formatAmount).join(' / ') } : {}
        return [
          {
            code,
            severity,
            parameters: {
              statement: statement.id,
              label: line.label,
              column,
              printed: cell.printed,
              ...(cell.amount === null ? {} : { value: cell.amount }),
              ...values,
            },
            ...(cell.proof ? { arithmetic: cell.proof } : {}),
            at: source,
          },
        ]
      })
      return [...open, ...cells]
    }),
  )
}

function columnFindings(document: TextDocument, statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap(statement =>
    statement.columns.flatMap((column): readonly Finding[] => {
      const garbled =
        column.inferredFrom !== undefined && /garbled|same figures|closing balance|beside|arithmetic|difference/.test(column.inferredFrom)
      if (!garbled && column.period !== null) return []
      const line = statement.headerLines[0] ?? statement.lines[0]?.sourceLine ?? 1
      const code = column.period === null ? 'column-time-unknown' : 'column-inferred'
      const parameters = { statement: statement.id, column: column.id, label: column.label, because: column.inferredFrom ?? '' }
      return [
        {
          code,
          severity: column.period === null ? 'warning' : 'info',
          parameters,
          at: { document: document.id, hash: document.hash, line, text: (document.lines[line - 1]?.text ?? '').slice(0, 400) },
        },
      ]
    }),
  )
}

function unitFindings(document: TextDocument, statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap((statement): readonly Finding[] => {
    const line = statement.headerLines[0] ?? statement.lines[0]?.sourceLine ?? 1
    if (!statement.unitFrom) return []
    return [
      {
        code: isGuess(statement.unitFrom) ? 'unit-guessed' : 'unit-inferred',
        severity: isGuess(statement.unitFrom) ? 'warning' : 'info',
        parameters: { statement: statement.id, unit: statement.unit, because: statement.unitFrom },
        at: { document: document.id, hash: document.hash, line, text: (document.lines[line - 1]?.text ?? '').slice(0, 400) },
      },
    ]
  })
}
