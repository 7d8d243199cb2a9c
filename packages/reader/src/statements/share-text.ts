import { formatAmount } from '../number/format-amount.ts'
import type { CellId, Term } from '../reconcile/equation.ts'
import { clean } from '../reconcile/residual.ts'
import { fitOf, type ShareEquation } from '../shares/share-equation.ts'
import type { WholeProblem } from './whole-problem.ts'

interface Figures {
  readonly problem: WholeProblem
  /** The values of all cells, by their number. */
  readonly values: readonly (number | null)[]
}

/** The percent that some amounts give: two decimals, which is one more than documents print. */
export const computedPercent = (equation: ShareEquation, figures: Figures): number | undefined => {
  const fit = fitOf(equation, id => measured(figures, id))
  return fit ? Math.round(fit.computed * 100) / 100 : undefined
}

/** A printed percent beside what its amounts give: `2 850 / 10 700 = 26,64 % ≈ 26,6 %`, `(2 200 − 2 150) / 2 150 = 2,33 % ≠ 3,3 %`. */
export function shareText(equation: ShareEquation, figures: Figures): string {
  const { values } = figures
  const fit = fitOf(equation, id => measured(figures, id))
  const [above, below] = [sumOf(equation.part, values), sumOf(equation.whole, values)]
  const changed = equation.sign > 0 ? `(${above} − ${below})` : `(${below} − ${above})`
  const sign = fit?.fit === 'off' ? '≠' : Math.abs((fit?.computed ?? 0) - (values[equation.share] ?? 0)) < exact ? '=' : '≈'
  const computed = formatAmount(computedPercent(equation, figures) ?? 0)
  const printed = sign === '=' ? '' : ` ${sign} ${formatAmount(values[equation.share] ?? 0)} %`
  return `${equation.less ? changed : above} / ${below} = ${computed} %${printed}`
}

/** Percents that differ by less print alike. */
const exact = 0.005

const measured = ({ problem, values }: Figures, id: CellId) => {
  const [value, step] = [values[id], problem.cells[id]?.cell.step]
  return value === null || value === undefined || step === undefined ? undefined : { value, step }
}

function sumOf(terms: readonly Term[], values: readonly (number | null)[]): string {
  const sum = clean(terms.reduce((all, { cell, weight }) => all + weight * (values[cell] ?? 0), 0))
  return sum < 0 ? `(${formatAmount(sum)})` : formatAmount(sum)
}
