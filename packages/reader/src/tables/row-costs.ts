import { COSTS } from '../number/costs.ts'
import { type NumberAt, numbersAt } from './digit-groups.ts'
import { isYear, leadingCost } from './label-numbers.ts'
import type { RowDraft } from './row-draft.ts'
import { jumpCost, skipCost } from './row-readings.ts'
import type { Token } from './tokens.ts'

interface Cheap {
  readonly cost: number
  readonly last: number
  readonly blanks: number
}

const longestTail = 72

/**
 * What the cheapest reading of a row costs with 1, 2, … `most` columns, all in one pass: index 0 is one column. It weighs as
 * `readRow` does, without keeping the cells.
 */
export function rowCosts(row: RowDraft, most: number, hasNotes: boolean): readonly number[] {
  const costs = new Array<number>(most).fill(COSTS.unreadable.nats)
  const tokens = row.tail
  if (tokens.length > longestTail) {
    const count = tokens.filter(token => token.kind === 'number' || token.kind === 'garbled').length
    if (count <= most && count > 0) costs[count - 1] = 0
    return costs
  }
  const numbers = tokens.map((_, at) => numbersAt(tokens, at))
  const rest = restCosts(tokens)
  let leading = 0
  let dropped = 0
  for (let toLabel = 0; toLabel <= Math.min(tokens.length, 6); toLabel += 1) {
    if (toLabel > 0) {
      const token = tokens[toLabel - 1]
      if (!token || row.cells || row.labelApart) break
      leading += leadingCost(token, tokens[toLabel], hasNotes)
      if (token.kind === 'number' && !isYear(token.text)) dropped += 1
    }
    if (leading > COSTS.unreadable.nats) break
    pass(tokens, numbers, rest, toLabel, costs, leading, dropped)
  }
  return costs
}

function restCosts(tokens: readonly Token[]): readonly number[] {
  const rest = new Array<number>(tokens.length + 1).fill(0)
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at]
    rest[at] = (rest[at + 1] ?? 0) + (token ? skipCost(token) : 0)
  }
  return rest
}

function pass(
  tokens: readonly Token[],
  numbers: readonly (readonly NumberAt[])[],
  rest: readonly number[],
  start: number,
  costs: number[],
  leading: number,
  dropped: number,
): void {
  let states = new Map<number, Cheap>([[start, { cost: leading, last: 0, blanks: 0 }]])
  for (let column = 0; column < costs.length; column += 1) {
    const next = new Map<number, Cheap>()
    const offer = (at: number, state: Cheap): void => {
      const known = next.get(at)
      if (state.cost < COSTS.unreadable.nats + 6 && (!known || state.cost < known.cost)) next.set(at, state)
    }
    for (const [from, state] of states) {
      const penalty = state.blanks < dropped ? COSTS.droppedAmount.nats : 0
      offer(from, { cost: state.cost + COSTS.blankForZero.nats + penalty, last: state.last, blanks: state.blanks + 1 })
      let skipped = 0
      for (let at = from; at < tokens.length && skipped <= 6; at += 1) {
        for (const number of numbers[at] ?? []) {
          const size = number.value
          const cost = state.cost + number.cost + skipped + jumpCost(size, state.last)
          offer(number.next, { cost, last: size > 0 ? size : state.last, blanks: state.blanks })
        }
        const token = tokens[at]
        skipped += token ? skipCost(token) : 0
      }
    }
    states = next
    let best = costs[column] ?? COSTS.unreadable.nats
    for (const [at, state] of states) best = Math.min(best, state.cost + (rest[at] ?? 0))
    costs[column] = best
  }
}
