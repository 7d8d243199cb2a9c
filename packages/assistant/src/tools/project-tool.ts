import { calendarYear, evaluate, type Library, type Query, type Supposition } from '@finsam/domain'
import * as z from 'zod'
import { type AssumptionInput, assumptionInput, parseAssumption, projectable, yearField } from './input/assumption-fields.ts'
import { associationField, lineField, scenarioField } from './input/selector-fields.ts'
import { parseAssociation } from './names/association-name.ts'
import { valueOr } from './refusal.ts'
import { defineTool, ToolError } from './tool.ts'
import { figuresOutput } from './wire/figure-record.ts'
import { detailInput, figuresOutcome } from './wire/figures-outcome.ts'

const goals = ['result', 'equity', 'equity-percent', 'equity-ceiling'] as const

const input = z.strictObject({
  association: associationField,
  line: lineField.optional(),
  through: yearField.describe('Last year'),
  base: yearField.optional().describe('First year; default the latest document’s'),
  scenario: scenarioField.optional(),
  assumptions: z.array(assumptionInput).max(20).default([]),
  goal: z.enum(goals).optional().describe('Instead of line: contributions of the last year that reach it'),
  goal_value: z.number().optional().describe('kr or percent'),
  ...detailInput,
})
type Input = z.output<typeof input>

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

type Solve = Extract<Query, { op: 'solve' }>

function goalOf(goal: (typeof goals)[number], value: number): Solve['goal'] {
  if (goal === 'result') return { result: value }
  if (goal === 'equity') return { equity: value }
  return goal === 'equity-percent' ? { equityPercent: value } : { equity: 'ceiling' }
}

/** Assumptions by the what-if that they belong to; those without one belong to each. */
function whatIfsOf(given: readonly AssumptionInput[], parse: (one: AssumptionInput) => Supposition) {
  const names = [...new Set(given.flatMap(({ what_if }) => what_if ?? []))]
  return names.map(name => ({
    name,
    assumptions: given.filter(({ what_if }) => what_if === undefined || what_if === name).map(parse),
  }))
}

function queryOf(library: Library, association: string, base: number, args: Input): Query {
  const ground = { association, base: calendarYear(base), ...(args.scenario ? { scenario: args.scenario } : {}) }
  const parse = (given: AssumptionInput) => parseAssumption(library, association, given)
  const whatIfs = whatIfsOf(args.assumptions, parse)
  if (args.goal !== undefined) {
    if (whatIfs.length > 0) throw new ToolError('invalid-arguments', 'A goal is sought under one set of assumptions: leave what_if out.')
    return {
      op: 'solve',
      ...ground,
      assumptions: args.assumptions.map(parse),
      year: args.through,
      goal: goalOf(args.goal, args.goal_value ?? 0),
    }
  }
  if (args.line === undefined)
    throw new ToolError('invalid-arguments', 'Give the line to project, or a goal to seek the contributions for.')
  const of = projectable(library, association, args.line)
  const span = { through: args.through, of }
  return whatIfs.length > 0
    ? { op: 'what-ifs', ...ground, ...span, whatIfs }
    : { op: 'project', ...ground, ...span, assumptions: args.assumptions.map(parse) }
}

export const project = defineTool({
  name: 'project',
  title: 'What if',
  description:
    'Project a line (result, closing-equity …) by year under assumptions, or named what-ifs side by side, or find the contributions that reach a goal. Uses printed plans where they exist. Mark results as projected.',
  input,
  output: figuresOutput,
  run: (context, args) => {
    const { library } = context
    const association = parseAssociation(library, args.association).id
    const base = baseYear(library, association, args.base)
    assertHorizon(base, args.through)
    return figuresOutcome(context, [valueOr(evaluate(library, queryOf(library, association, base, args)))], args.detail)
  },
})
