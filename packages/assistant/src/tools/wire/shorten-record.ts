import type { CalculationRecord } from './calculation-record.ts'
import type { FigureRecord } from './figure-record.ts'

/** A reply holds about this many figures; what is in between is left out before anything that was asked for or is printed. */
const mostFigures = 28

const withInputsAmong = (figures: readonly FigureRecord[]): FigureRecord[] => {
  const kept = new Set(figures.map(({ id }) => id))
  return figures.map(figure =>
    figure.calculation
      ? { ...figure, calculation: { ...figure.calculation, inputs: figure.calculation.inputs.filter(id => kept.has(id)) } }
      : figure,
  )
}

/**
 * Keeps a long reply readable: the steps between what was asked for and what is printed are left out, and a note says so.
 * A short record stays as it is.
 */
export function shortenRecord(record: CalculationRecord): CalculationRecord {
  const { figures } = record
  if (figures.length <= mostFigures) return record
  const answers = figures.filter(({ role }) => role !== 'input')
  const direct = new Set(answers.flatMap(({ calculation }) => calculation?.inputs ?? []))
  const isLeaf = ({ sources }: FigureRecord): boolean => sources.length > 0
  const near = figures.filter(figure => figure.role !== 'input' || direct.has(figure.id) || isLeaf(figure))
  const room = Math.max(0, mostFigures - answers.length)
  const leaves = new Set(figures.filter(figure => figure.role === 'input' && isLeaf(figure)).slice(0, room))
  const kept = near.length <= mostFigures ? near : figures.filter(figure => figure.role !== 'input' || leaves.has(figure))
  return {
    ...record,
    figures: withInputsAmong(kept),
    notes: [...record.notes, `${figures.length - kept.length} steps in between are left out.`],
  }
}
