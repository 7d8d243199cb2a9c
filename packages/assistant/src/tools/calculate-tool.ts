import { evaluate, type Library, type Query } from '@finsam/domain'
import * as z from 'zod'
import { type PopulationInput, parsePopulations, populationInput } from './input/population-fields.ts'
import { type SelectorInput, selectorInput } from './input/selector-fields.ts'
import { parseSelector } from './input/selector-query.ts'
import { parseAssociation } from './names/association-name.ts'
import { valueOr } from './refusal.ts'
import { defineTool, ToolError } from './tool.ts'
import { figuresOutput } from './wire/figure-record.ts'
import { detailInput, figuresOutcome } from './wire/figures-outcome.ts'

const operations = ['sum', 'average', 'difference', 'percent_change', 'share', 'variance', 'ratio', 'highest', 'lowest', 'split'] as const
type Operation = Exclude<(typeof operations)[number], 'split'>

type Pair = (first: Query, second: Query) => Query
const pairs: Partial<Record<Operation, Pair>> = {
  difference: (from, to) => ({ op: 'change', from, to, as: 'amount' }),
  percent_change: (from, to) => ({ op: 'change', from, to, as: 'percent' }),
  variance: (outcome, budget) => ({ op: 'variance', outcome, budget }),
  ratio: (numerator, denominator) => ({ op: 'ratio', numerator, denominator }),
}

const together = (of: Query[]): Query => {
  const [only] = of
  return only && of.length === 1 ? only : { op: 'sum', of }
}

/** The query of an operation over its figures, in the order given. */
function queryOf(operation: Operation, of: Query[]): Query {
  if (operation === 'sum' || operation === 'average') return { op: operation, of }
  if (operation === 'highest' || operation === 'lowest') return { op: 'rank', of, order: operation }
  const last = of.at(-1)
  if (operation === 'share' && last && of.length > 1) return { op: 'share', part: together(of.slice(0, -1)), whole: last }
  const [first, second] = of
  const pair = pairs[operation]
  if (pair && first && second && of.length === 2) return pair(first, second)
  throw new ToolError(
    'invalid-arguments',
    `${operation} takes ${operation === 'share' ? 'the part or parts, then the whole' : 'two figures'} in of; ${of.length} came.`,
  )
}

/** One amount among an association's municipalities. */
function splitQuery(library: Library, of: readonly SelectorInput[], populations: readonly PopulationInput[]): Query {
  const [amount] = of
  if (!amount || of.length > 1) throw new ToolError('invalid-arguments', `split takes one amount in of; ${of.length} came.`)
  const association = parseAssociation(library, amount.association)
  return {
    op: 'allocate',
    association: association.id,
    amount: parseSelector(library, amount),
    populations: parsePopulations(association, populations),
  }
}

export const calculate = defineTool({
  name: 'calculate',
  title: 'Calculate',
  description:
    'Compute from printed figures, exactly, with formula and sources. Order of `of`: difference and percent_change: from, to; share: part(s), then whole; variance: outcome, budget; ratio: numerator, denominator. split: one amount among the association’s municipalities by population.',
  input: z.strictObject({
    operation: z.enum(operations),
    of: z.array(selectorInput).min(1).max(20),
    populations: z.array(populationInput).max(60).default([]).describe('For split: in place of the printed ones'),
    ...detailInput,
  }),
  output: figuresOutput,
  run: (context, { operation, of, populations, detail }) => {
    const { library } = context
    if (operation !== 'split' && populations.length > 0)
      throw new ToolError('invalid-arguments', `populations belong to split; leave them out of ${operation}.`)
    const selectors = () => of.map(selector => parseSelector(library, selector))
    const query = operation === 'split' ? splitQuery(library, of, populations) : queryOf(operation, selectors())
    return figuresOutcome(context, [valueOr(evaluate(library, query))], detail)
  },
})
