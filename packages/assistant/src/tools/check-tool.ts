import { type Calculation, evaluate, type Finding, formulaOf, type Library, type Query, querySchema } from '@finsam/domain'
import * as z from 'zod'
import { associationField, documentField, periodField, scenarioField } from './input/selector-fields.ts'
import { parseAssociation, parseDocument } from './names/association-name.ts'
import { parseWantedPeriod } from './names/period-text.ts'
import { valueOr } from './refusal.ts'
import { assertWanted, defineTool, ToolError } from './tool.ts'
import { documentRecords } from './wire/calculation-record.ts'
import { type CheckRecord, checkRecordSchema, documentRecordSchema, findingRecordSchema, pageOutput } from './wire/figure-record.ts'
import { checkLine, findingLine, findingRecord } from './wire/finding-record.ts'
import { moreText, pageInput, pageOf } from './wire/page-cursor.ts'
import { linksTo } from './wire/source-link.ts'

type CheckQuery = Extract<Query, { op: 'check' }>

/** The rule that a text names; another is refused with those that there are. */
function parseRule(rule: string, association: string): CheckQuery {
  const parsed = querySchema.safeParse({ op: 'check', rule, association })
  if (parsed.success && parsed.data.op === 'check') return parsed.data
  const known = (parsed.error?.issues ?? []).flatMap(issue => (issue.code === 'invalid_value' ? issue.values.map(String) : []))
  throw new ToolError('invalid-arguments', `"${rule}" is not a rule. Leave it out to check all.`, known)
}

/** The outcome of each rule that was tried: of all of them, or of the one. */
const outcomesOf = (calculation: Calculation): readonly Calculation[] =>
  calculation.verdict?.rule === 'all' ? calculation.inputs : [calculation]

const arithmeticOf = (outcome: Calculation): string => {
  const told = (outcome.findings ?? []).flatMap(({ arithmetic }) => (arithmetic === undefined ? [] : [arithmetic]))
  if (told.length > 0) return told.join('; ')
  return outcome.inputs.some(({ inputs }) => inputs.length > 0)
    ? outcome.inputs
        .filter(({ inputs }) => inputs.length > 0)
        .map(input => formulaOf(input, 'en'))
        .join('; ')
    : ''
}

/** What a rule that holds is about goes without saying unless it was asked for, and so does one that binds nobody; of one that is undecided its state is enough. */
function checkRecord(outcome: Calculation, full: boolean): CheckRecord[] {
  const { verdict, label } = outcome
  if (!verdict) return []
  const { rule, holds, state } = verdict
  const came = { rule, holds, ...(state ? { state } : {}) }
  if (!full && state === 'information') return []
  if (!full && (holds || state)) return [came]
  const arithmetic = arithmeticOf(outcome)
  return [{ ...came, label: label.en, ...(arithmetic === '' ? {} : { arithmetic }) }]
}

/** Findings of the engine and of the reading, each once. */
function findingsOf(
  library: Library,
  calculation: Calculation,
  documents: ReadonlySet<string>,
  rule: string | undefined,
): readonly Finding[] {
  const read = rule === undefined ? library.findings.filter(({ document }) => documents.has(document)) : []
  const all = [...outcomesOf(calculation).flatMap(({ findings }) => findings ?? []), ...read]
  return [
    ...new Map(
      all.map(finding => [`${finding.code} ${finding.at.document}:${finding.at.line} ${finding.arithmetic ?? ''}`, finding]),
    ).values(),
  ]
}

const rank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }

export const checkTool = defineTool({
  name: 'check',
  title: 'Check',
  description:
    'Check an association or one document: sums, balance, contribution split 50/25/25, equity ceiling, ten-percent limit and more. Gives each rule’s verdict and the findings with their arithmetic and place.',
  input: z.strictObject({
    association: associationField.optional(),
    document: documentField.optional(),
    rule: z.string().max(40).optional().describe('One rule, e.g. "contribution-split"; default all'),
    scenario: scenarioField.optional(),
    period: periodField.optional(),
    detail: z.enum(['short', 'full']).default('short').describe('full: also arithmetic of what holds, and remarks'),
    ...pageInput({ default: 6, max: 60 }),
  }),
  output: z.object({
    checks: z.array(checkRecordSchema),
    findings: z.array(findingRecordSchema),
    documents: z.array(documentRecordSchema),
    /** Findings of no weight that are left out. */
    remarks: z.number().int(),
    ...pageOutput.shape,
  }),
  slow: true,
  run: async (context, args, call) => {
    const { library } = context
    const document = args.document === undefined ? undefined : parseDocument(library, args.document)
    const named = args.association ?? document?.association
    if (named === undefined) throw new ToolError('invalid-arguments', 'Say which association or document to check.')
    const association = parseAssociation(library, named).id
    const [period] = args.period === undefined ? [] : parseWantedPeriod(args.period)
    await call.progress(0, 1, 'checking')
    assertWanted(call)
    const query: Query = {
      ...parseRule(args.rule ?? 'all', association),
      ...(document ? { document: document.id } : {}),
      ...(args.scenario ? { scenario: args.scenario } : {}),
      ...(period ? { period } : {}),
    }
    const calculation = valueOr(evaluate(library, query))
    await call.progress(1, 1, 'checked')
    const documents = new Set(
      document ? [document.id] : library.documents.filter(known => known.association === association).map(({ id }) => id),
    )
    const sorted = findingsOf(library, calculation, documents, args.rule).toSorted(
      (one, other) => rank[one.severity] - rank[other.severity],
    )
    const full = args.detail === 'full' || args.rule !== undefined
    const told = full ? sorted : sorted.filter(({ severity }) => severity !== 'info')
    const remarks = sorted.length - told.length
    const { rows, ...page } = pageOf(told, args.limit, args.cursor)
    const findings = rows.map(findingRecord)
    const checks = outcomesOf(calculation).flatMap(outcome => checkRecord(outcome, full))
    const text = [
      ...checks.map(checkLine),
      ...findings.map(findingLine),
      ...(page.total === 0 ? ['No findings.'] : []),
      ...moreText(page, 'findings'),
      ...(remarks > 0 ? [`Remarks on how the document was read: ${remarks} (detail "full").`] : []),
    ].join('\n')
    const places = rows.map(({ at }) => at)
    return {
      data: { checks, findings, documents: documentRecords(context, places), remarks, ...page },
      text,
      links: linksTo(context, places),
    }
  },
})
