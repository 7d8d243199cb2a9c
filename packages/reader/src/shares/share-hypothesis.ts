import type { CellId } from '../reconcile/equation.ts'
import { type Fit, fitOf, type Measured, type MeasuredAt, type ShareEquation } from './share-equation.ts'

/** What some percents may be shares of: one equation for each of them. */
export interface ShareHypothesis {
  readonly equations: readonly ShareEquation[]
  /** Of amounts that the percents do not stand beside. */
  readonly elsewhere: boolean
  /** What it costs to think of it before the figures are looked at, in nats, beside what its number of rivals costs. */
  readonly cost?: number
}

/** A total that stood open, with the value under which the percents of its parts fit best. */
export interface OpenWhole {
  readonly value: number
  /** How much better they fit than under any other value, in nats. */
  readonly lead: number
}

/** A hypothesis weighed: how many percents tie, miss, and what all of it says for it in nats. */
export interface WeighedShares {
  readonly equations: readonly ShareEquation[]
  readonly fits: ReadonlyMap<CellId, Fit>
  readonly ties: number
  readonly misses: number
  readonly nats: number
  readonly wholes: ReadonlyMap<CellId, OpenWhole>
}

/** How the percents of a document are weighed. */
export interface ShareTask {
  /** The numbers of settled cells. */
  readonly at: MeasuredAt
  /** All that an open cell may be; none for other cells. */
  readonly openAt: (cell: CellId) => readonly Measured[]
  /** What a percent that does not fit costs: its source errs, or its text is damaged. */
  readonly missCost: number
}

/** What it costs that percents stand beside other amounts than those they are shares of. */
const elsewhereCost = 5

type Score = Omit<WeighedShares, 'equations' | 'wholes'>

/** Weighs what some percents may be shares of; a total that stands open counts with the value that suits its parts' percents best. */
export function weighShares(hypothesis: ShareHypothesis, task: ShareTask): WeighedShares {
  const groups = Map.groupBy(hypothesis.equations, ({ whole }) => (whole.length === 1 ? whole[0]?.cell : undefined))
  const wholes = new Map<CellId, OpenWhole>()
  const scores = [...groups].map(([cell, equations]) => {
    const values = cell === undefined || equations.length < 2 ? [] : task.openAt(cell)
    const [best, second] = values
      .map(own => ({ value: own.value, score: scoreOf(equations, task, id => (id === cell ? own : task.at(id))) }))
      .sort((one, other) => other.score.nats - one.score.nats)
    if (cell === undefined || !best) return scoreOf(equations, task, task.at)
    wholes.set(cell, { value: best.value, lead: best.score.nats - (second?.score.nats ?? 0) })
    return { ...best.score, nats: best.score.nats - Math.log(values.length) }
  })
  const sum = (of: (score: Score) => number): number => scores.reduce((all, score) => all + of(score), 0)
  return {
    equations: hypothesis.equations,
    fits: new Map(scores.flatMap(({ fits }) => [...fits])),
    ties: sum(({ ties }) => ties),
    misses: sum(({ misses }) => misses),
    nats: sum(({ nats }) => nats) - (hypothesis.elsewhere ? elsewhereCost : 0) - (hypothesis.cost ?? 0),
    wholes,
  }
}

function scoreOf(equations: readonly ShareEquation[], { missCost }: ShareTask, at: MeasuredAt): Score {
  const fits = new Map<CellId, Fit>()
  let [ties, misses, nats] = [0, 0, 0]
  for (const equation of equations) {
    const fit = fitOf(equation, at)
    if (!fit) continue
    fits.set(equation.share, fit)
    if (fit.fit === 'ties') {
      ties += 1
      nats += fit.nats
    } else if (fit.fit === 'off') {
      misses += 1
      nats -= missCost
    }
  }
  return { fits, ties, misses, nats }
}
