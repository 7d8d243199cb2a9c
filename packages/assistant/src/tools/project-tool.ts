import { type Assumption, calendarYear, evaluate, type Library, type Query, type Target } from '@finsam/domain'
import * as z from 'zod'
import { associationField, lineField, scenarioField } from './input/selector-fields.ts'
import { parseAssociation } from './names/association-name.ts'
import { parseTarget } from './names/line-name.ts'
import { valueOr } from './refusal.ts'
import { defineTool, ToolError } from './tool.ts'
import { figuresOutput } from './wire/figure-record.ts'
import { figuresOutcome } from './wire/figures-outcome.ts'

const year = z.number().int().min(1990).max(2100)

const assumptionInput = z.strictObject({
  line: lineField,
  from: year.describe('First year it applies'),
  percent: z.number().min(-100).max(1000).optional(),
  yearly: z.boolean().optional().describe('percent again every year'),
  floor: z.number().optional().describe('kr where a yearly change stops'),
  amount: z.number().optional().describe('kr added'),
  set: z.number().optional().describe('kr'),
  repeat: year.optional().describe('as in that year'),
})
type AssumptionInput = z.output<typeof assumptionInput>

/** The concept of a line that alone stands for it, so that what follows from other lines (equity, the result) is followed; else the line. */
function projectable(library: Library, association: string, text: string): Target {
  const target = parseTarget(library, association, text)
  const concept = 'line' in target ? library.line(target.line)?.concept?.id : undefined
  const best = concept === undefined ? undefined : library.linesFor(association, concept)[0]
  return concept !== undefined && 'line' in target && best?.key === target.line ? { concept } : target
}

function changeOf({ percent, yearly, floor, amount, set, repeat }: AssumptionInput): Assumption['change'] {
  const given = [percent, amount, set, repeat].filter(value => value !== undefined)
  if (given.length !== 1) throw new ToolError('invalid-arguments', 'Each assumption takes exactly one of percent, amount, set and repeat.')
  if (percent !== undefined) return { percent, ...(yearly === undefined ? {} : { yearly }), ...(floor === undefined ? {} : { floor }) }
  if (amount !== undefined) return { amount }
  return set === undefined ? { repeat: repeat ?? 0 } : { set }
}

/** Beyond this no assumption about an association means anything. */
const mostYears = 30

function assertHorizon(base: number, through: number): void {
  if (through < base || through > base + mostYears)
    throw new ToolError(
      'invalid-arguments',
      `A projection runs from its base year (${base}) to at most ${mostYears} years later; ${through} is outside.`,
    )
}

/** The year to start from: the caller's, else that of the association's latest document. */
function baseYear(library: Library, association: string, asked: number | undefined): number {
  const known = asked ?? library.mainDocument(association)?.fiscalYear
  if (known === undefined) throw new ToolError('invalid-arguments', 'Say the base year: the documents do not tell it.')
  return known
}

export const project = defineTool({
  name: 'project',
  title: 'What if',
  description:
    'Project a line (result, closing-equity, contributions …) year by year under assumptions: percent (once or yearly, down to a floor), amount, set or repeat. Printed plans are used where they exist. Mark the results as projected.',
  input: z.strictObject({
    association: associationField,
    line: lineField,
    through: year.describe('Last year'),
    base: year.optional().describe('First year; default the latest document’s'),
    scenario: scenarioField.optional(),
    assumptions: z.array(assumptionInput).max(10).default([]),
  }),
  output: figuresOutput,
  run: (context, args) => {
    const { library } = context
    const association = parseAssociation(library, args.association).id
    const base = baseYear(library, association, args.base)
    assertHorizon(base, args.through)
    const query: Query = {
      op: 'project',
      association,
      base: calendarYear(base),
      ...(args.scenario ? { scenario: args.scenario } : {}),
      assumptions: args.assumptions.map(given => ({
        target: projectable(library, association, given.line),
        change: changeOf(given),
        from: given.from,
      })),
      through: args.through,
      of: projectable(library, association, args.line),
    }
    return figuresOutcome(context, [valueOr(evaluate(library, query))])
  },
})
