import type { Association, DocumentInfo, Library, LibraryLine } from '@finsam/domain'
import * as z from 'zod'
import { parseAssociation, parseDocument } from './names/association-name.ts'
import { lineTitle } from './names/line-name.ts'
import { formatPeriodKey } from './names/period-text.ts'
import { defineTool, ToolError } from './tool.ts'
import { documentRecords } from './wire/calculation-record.ts'
import { factRecord, factRecordSchema, factText } from './wire/fact-record.ts'
import { documentRecordSchema, pageOutput } from './wire/figure-record.ts'
import { moreText, pageInput, pageOf } from './wire/page-cursor.ts'
import { linksTo } from './wire/source-link.ts'

const lineSchema = z.object({
  line: z.string(),
  label: z.string(),
  concept: z.string().optional(),
  /** Left out: kr. */
  unit: z.string().optional(),
  /** The name of its columns in `columnSets`. */
  columns: z.string(),
})
type LineRow = z.infer<typeof lineSchema>

const associationSchema = z.object({
  id: z.string(),
  name: z.string(),
  orgNumber: z.string().optional(),
  county: z.string().optional(),
  formed: z.string().optional(),
  closed: z.string().optional(),
  predecessors: z.array(z.string()),
  successor: z.string().optional(),
  /** Names by kind: state, region, municipality. */
  members: z.record(z.string(), z.array(z.string())),
})

function associationRecord({
  aliases: _,
  sources: _sources,
  shortName: _shortName,
  members,
  ...association
}: Association): z.infer<typeof associationSchema> {
  const kinds = Map.groupBy(members, ({ kind }) => kind)
  return { ...association, members: Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.map(({ name }) => name)])) }
}

/** The columns in which a line is printed: `budget 2024, plan 2025`. */
function columnsOf({ quantities }: LibraryLine): string {
  const columns = quantities.map(({ scenario, period, measure }) =>
    [scenario, period ? formatPeriodKey(period) : '?', measure].filter(part => part).join(' '),
  )
  return [...new Set(columns)].join(', ')
}

/** Many lines are printed in the same columns: each set is told once, under a letter. */
function columnSetsOf(lines: readonly LibraryLine[]): ReadonlyMap<string, string> {
  const sets = [...new Set(lines.map(columnsOf))]
  return new Map(sets.map((set, index) => [set, index < letters.length ? letters.charAt(index) : `Z${index}`]))
}
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXY'

function lineRow(line: LibraryLine, sets: ReadonlyMap<string, string>): LineRow {
  return {
    line: line.key.slice(line.association.length + 1),
    label: lineTitle(line),
    ...(line.concept ? { concept: line.concept.id } : {}),
    ...(line.unit === 'kr' ? {} : { unit: line.unit }),
    columns: sets.get(columnsOf(line)) ?? '',
  }
}

/** The association or document that a name means, and the documents it covers. */
function subjectOf(library: Library, name: string): { readonly association: Association; readonly documents: readonly DocumentInfo[] } {
  try {
    const association = parseAssociation(library, name)
    return { association, documents: library.documents.filter(document => document.association === association.id) }
  } catch (error) {
    if (!(error instanceof ToolError) || !library.document(name)) throw error
    const document = parseDocument(library, name)
    return { association: parseAssociation(library, document.association), documents: [document] }
  }
}

function headText({ name, id, county, members, predecessors, successor }: z.infer<typeof associationSchema>): string {
  const named = Object.values(members).flat()
  const parts = [
    `${name} [${id}]`,
    county && `county ${county}`,
    named.length > 0 && `members ${named.join(', ')}`,
    predecessors.length > 0 && `formed from ${predecessors.join(', ')}`,
    successor && `now part of ${successor}`,
  ]
  return parts.filter(part => part).join('; ')
}

const lineText = ({ label, concept, columns }: LineRow): string => `  ${columns} ${label}${concept ? ` {${concept}}` : ''}`

/** The facts of a kind; a kind that there is nothing of is refused with those that there are. */
function factsOf<One extends { readonly kind: string }>(stated: readonly One[], kind: string, name: string): readonly One[] {
  const wanted = stated.filter(fact => kind === 'all' || fact.kind === kind)
  if (wanted.length > 0 || kind === 'all') return wanted
  const known = [...new Set(stated.map(fact => fact.kind))]
  throw new ToolError('invalid-arguments', `The prose of ${name} states nothing of the kind "${kind}".`, known)
}

const factCounts = (kinds: readonly string[]): string =>
  [...Map.groupBy(kinds, kind => kind)].map(([kind, same]) => `${kind} ${same.length}`).join(', ')

export const describeTool = defineTool({
  name: 'describe',
  title: 'Describe an association or document',
  description:
    'Members, documents and lines (with concepts, scenarios and years) of an association, or of one document by its id; with `facts` also what its prose says: organisation, staff, dates, goals.',
  input: z.strictObject({
    name: z.string().min(1).max(200).describe('Association or document id'),
    facts: z.string().max(40).optional().describe('Kind of facts to list, or "all"'),
    ...pageInput({ default: 8, max: 100 }),
  }),
  output: z.object({
    association: associationSchema,
    documents: z.array(documentRecordSchema),
    /** The columns that lines are printed in, by the letter that the lines bear. */
    columnSets: z.record(z.string(), z.string()),
    lines: z.array(lineSchema),
    facts: z.array(factRecordSchema),
    /** How many facts there are of each kind. */
    factKinds: z.record(z.string(), z.number().int()),
    ...pageOutput.shape,
  }),
  run: (context, { name, facts: kind, limit, cursor }) => {
    const { library } = context
    const { association, documents } = subjectOf(library, name)
    const ids = new Set(documents.map(({ id }) => id))
    const own = library
      .linesOf(association.id)
      .filter(line => line.quantities.some(({ printings }) => printings.some(({ document }) => ids.has(document))))
    const stated = library.facts.filter(fact => ids.has(fact.document))
    const wanted = kind === undefined ? [] : factsOf(stated, kind, name)
    const rows = [...own.map(line => ({ line })), ...wanted.map(fact => ({ fact: factRecord(fact) }))]
    const { rows: shown, ...page } = pageOf(kind === undefined ? rows : rows.slice(own.length), limit, cursor)
    const shownLines = shown.flatMap(row => ('line' in row ? [row.line] : []))
    const sets = columnSetsOf(shownLines)
    const lines = shownLines.map(line => lineRow(line, sets))
    const facts = shown.flatMap(row => ('fact' in row ? [row.fact] : []))
    const record = associationRecord(association)
    const cited = documents.map(document => ({ document: document.id, line: 1, text: '' }))
    const text = [
      headText(record),
      ...documents.map(({ id, title, status, fiscalYear }) => `document ${id}: ${title}${fiscalYear ? ` (${fiscalYear})` : ''}, ${status}`),
      ...[...sets].map(([set, letter]) => `columns ${letter}: ${set}`),
      ...(lines.length > 0 ? ['lines {concept} by columns:', ...lines.map(lineText)] : []),
      ...facts.map(factText),
      ...(stated.length > 0 && kind === undefined ? [`facts in the prose: ${factCounts(stated.map(fact => fact.kind))}`] : []),
      ...moreText(page, 'rows'),
    ].join('\n')
    const factKinds = Object.fromEntries([...Map.groupBy(stated, fact => fact.kind)].map(([key, same]) => [key, same.length]))
    return {
      data: {
        association: record,
        documents: documentRecords(context, cited),
        columnSets: Object.fromEntries([...sets].map(([set, letter]) => [letter, set])),
        lines,
        facts,
        factKinds,
        ...page,
      },
      text,
      links: linksTo(context, facts),
    }
  },
})
