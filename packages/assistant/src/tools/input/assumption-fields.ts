import type { Assumption, Library, Supposition, Target } from '@finsam/domain'
import * as z from 'zod'
import { parseTarget } from '../names/line-name.ts'
import { ToolError } from '../tool.ts'

/** Calendar years that a document can speak of. */
export const yearField = z.number().int().min(1990).max(2100)

const year = z.number().int()

/** One assumption as callers write it: a line, a year, and one way in which it changes. */
export const assumptionInput = z.strictObject({
  line: z.string().min(1).max(200),
  from: year,
  to: year.optional().describe('Last year'),
  percent: z.number().min(-100).max(1000).optional(),
  yearly: z.boolean().optional().describe('each year'),
  floor: z.number().optional().describe('kr where a yearly change stops'),
  amount: z.number().optional().describe('kr added'),
  set: z.number().optional().describe('kr'),
  repeat: year.optional().describe('as in that year'),
  hold: z.enum(['freeze', 'drop']).optional().describe('freeze: as the year before; drop: gone'),
  new_line: z.string().max(200).optional().describe('Name of an added line that counts as `line`, with amount'),
  what_if: z.string().max(60).optional().describe('What-if it belongs to; default all'),
})
export type AssumptionInput = z.output<typeof assumptionInput>

/** The concept of a line that alone stands for it, so that what follows from other lines (equity, the result) is followed; else the line. */
export function projectable(library: Library, association: string, text: string): Target {
  const target = parseTarget(library, association, text)
  const concept = 'line' in target ? library.line(target.line)?.concept?.id : undefined
  const best = concept === undefined ? undefined : library.linesFor(association, concept)[0]
  return concept !== undefined && 'line' in target && best?.key === target.line ? { concept } : target
}

const oneChange = 'Each assumption takes exactly one of percent, amount, set, repeat and hold.'

function changeOf({ percent, yearly, floor, amount, set, repeat, hold }: AssumptionInput): Assumption['change'] {
  const given = [percent, amount, set, repeat, hold].filter(value => value !== undefined)
  if (given.length !== 1) throw new ToolError('invalid-arguments', oneChange)
  if (percent !== undefined) return { percent, ...(yearly === undefined ? {} : { yearly }), ...(floor === undefined ? {} : { floor }) }
  if (amount !== undefined) return { amount }
  if (hold !== undefined) return hold === 'freeze' ? { freeze: true } : { drop: true }
  return set === undefined ? { repeat: repeat ?? 0 } : { set }
}

/** The concept that a new line counts as; a line of a document stands for its own. */
function conceptMeant(library: Library, association: string, text: string): string {
  const target = parseTarget(library, association, text)
  const concept = 'concept' in target ? target.concept : 'line' in target ? library.line(target.line)?.concept?.id : undefined
  if (concept !== undefined) return concept
  throw new ToolError(
    'invalid-arguments',
    `"${text}" is no kind of cost or income that a new line can count as. Take a concept, such as "initiatives".`,
  )
}

/** What a caller assumes, as the engine takes it; its name apart. */
export function parseAssumption(library: Library, association: string, given: AssumptionInput): Supposition {
  const { line, from, to, new_line: label, amount } = given
  const years = { from, ...(to === undefined ? {} : { to }) }
  if (label === undefined) return { target: projectable(library, association, line), change: changeOf(given), ...years }
  const change = changeOf(given)
  if (!('amount' in change) || amount === undefined)
    throw new ToolError('invalid-arguments', 'A new line takes amount: what it costs or brings a year, in kr.')
  return { add: { label, concept: conceptMeant(library, association, line) }, amount, ...years }
}
