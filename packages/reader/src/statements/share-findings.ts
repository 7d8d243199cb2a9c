import type { Finding, SourceRef, Statement } from '@finsam/domain'
import { MARGIN } from '../number/costs.ts'
import type { CellId } from '../reconcile/equation.ts'
import { fitOf, type ShareEquation } from '../shares/share-equation.ts'
import type { ShareRelation } from '../shares/share-relations.ts'
import type { TextDocument } from '../text/text-document.ts'
import { lineIndex, type Settled } from './assemble.ts'
import { columnIdAt, placeOfSpot, type Spot, spotsOf } from './finding-places.ts'
import { settledAt } from './read-shares.ts'
import { computedPercent, shareText } from './share-text.ts'

interface ShareFindingTask {
  readonly document: TextDocument
  readonly settled: Settled
  readonly statements: readonly Statement[]
  readonly relations: readonly ShareRelation[]
  /** Whether a sum that holds, and not a percent, proves a cell. */
  readonly provedBySums: (id: CellId) => boolean
}

/**
 * What each column and row of percents is shares of, with every percent laid beside its amounts; and the percents that surely belong there and do
 * not fit, where sums prove the amounts.
 */
export function shareFindings(task: ShareFindingTask): readonly Finding[] {
  const spots = spotsOf(task.settled)
  return task.relations.flatMap(relation => [
    ...relationFinding(task, relation, spots),
    ...relation.equations.filter(equation => isRefuted(task, relation, equation)).flatMap(equation => offFinding(task, equation, spots)),
  ])
}

/** Whether a percent is surely off: so many others tie, whatever it may be a share of it does not fit, and all else is proved. */
function isRefuted({ settled, provedBySums }: ShareFindingTask, relation: ShareRelation, equation: ShareEquation): boolean {
  const isOff = (fits: ShareRelation['fits']): boolean => fits.get(equation.share)?.fit === 'off'
  if (relation.nats < 2 * MARGIN || !isOff(relation.fits) || !relation.rivals.every(rival => isOff(rival.fits))) return false
  const [share, print] = [settled.solution.cells[equation.share], settled.problem.cells[equation.share]?.cell]
  const amounts = [...equation.part, ...equation.whole].map(term => term.cell)
  return (
    share?.status === 'printed' &&
    print?.baseSlip === 'none' &&
    amounts.every(id => provedBySums(id) && settled.solution.cells[id]?.status !== 'ambiguous')
  )
}

const percentsShown = 60

function relationFinding(task: ShareFindingTask, relation: ShareRelation, spots: readonly Spot[]): readonly Finding[] {
  const { settled, statements } = task
  const at = settledAt(settled.problem, settled.solution)
  const laid = relation.equations.flatMap(equation => {
    const fit = fitOf(equation, at)
    const spot = spots[equation.share]
    return fit && spot ? [{ equation, fit, spot }] : []
  })
  const [first, ...others] = laid
  if (!first) return []
  const named = namedBy(
    task,
    laid.map(({ spot }) => spot),
    first.spot,
  )
  return [
    {
      code: 'percents-laid-beside-amounts',
      severity: 'info',
      parameters: {
        statement: statements[first.spot.statement]?.id ?? '',
        ...named,
        ties: laid.filter(({ fit }) => fit.fit === 'ties').length,
        percents: laid.length,
      },
      arithmetic: laid
        .slice(0, percentsShown)
        .map(({ equation }) => shareText(equation, settled))
        .join('; '),
      at: place(task, first.spot),
      others: others.slice(0, percentsShown - 1).map(({ spot }) => place(task, spot)),
    },
  ]
}

/** What bears the percents' name: the line that they stand on, or are read as where rows are years, else their column. */
function namedBy({ settled, statements }: ShareFindingTask, spots: readonly Spot[], first: Spot): Finding['parameters'] {
  const draft = settled.drafts[first.statement]
  const { lines = [], columns = [] } = statements[first.statement] ?? {}
  const ofLine = draft?.names !== undefined || (spots.length > 1 && spots.every(({ row }) => row === first.row))
  if (ofLine) return { label: lines[lineIndex(draft, first.row, first.column)]?.label ?? '' }
  const column = columnIdAt(settled, statements, first)
  return { label: columns.find(({ id }) => id === column)?.label ?? '', column }
}

function offFinding(task: ShareFindingTask, equation: ShareEquation, spots: readonly Spot[]): readonly Finding[] {
  const { settled, statements } = task
  const spot = spots[equation.share]
  if (!spot) return []
  const amounts = [...equation.part, ...equation.whole].flatMap(term => spots[term.cell] ?? [])
  return [
    {
      code: 'percent-differs-from-amounts',
      severity: 'warning',
      parameters: {
        statement: statements[spot.statement]?.id ?? '',
        label: statements[spot.statement]?.lines[lineIndex(settled.drafts[spot.statement], spot.row, spot.column)]?.label ?? '',
        column: columnIdAt(settled, statements, spot),
        printed: settled.values[equation.share] ?? 0,
        computed: computedPercent(equation, settled) ?? 0,
      },
      arithmetic: shareText(equation, settled),
      at: place(task, spot),
      others: amounts.slice(0, percentsShown).map(each => place(task, each)),
    },
  ]
}

const place = ({ document, settled, statements }: ShareFindingTask, spot: Spot): SourceRef =>
  placeOfSpot(document, settled, statements, spot)
