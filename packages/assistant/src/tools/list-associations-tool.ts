import type { Association, Column, DocumentReading, Library } from '@finsam/domain'
import * as z from 'zod'
import { formatPeriodKey } from './names/period-text.ts'
import { defineTool } from './tool.ts'
import { pageOutput } from './wire/figure-record.ts'
import { pageInput, pageOf } from './wire/page-cursor.ts'

const documentSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  status: z.string(),
  /** The periods of each scenario in its columns; days of balances where that year has no column of its own. */
  columns: z.record(z.string(), z.array(z.string())),
  /** Cells by how they came to be known. */
  cells: z.record(z.string(), z.number().int()),
  /** Findings of weight; left out where there are none. */
  errors: z.number().int().optional(),
  warnings: z.number().int().optional(),
})
type DocumentRow = z.infer<typeof documentSchema>

const associationSchema = z.object({ id: z.string(), name: z.string(), documents: z.array(documentSchema) })

const count = <Key extends string>(keys: readonly Key[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(keys, key => key)].map(([key, same]) => [key, same.length]))

/** What columns hold, by scenario; a balance at the end of a year that has a column goes without saying. */
function periodsByScenario(columns: readonly Column[]): Record<string, string[]> {
  const known = new Map<string, Set<string>>()
  for (const { scenario, period } of columns) {
    if (!period) continue
    const own = known.get(scenario) ?? new Set<string>()
    known.set(scenario, own.add(formatPeriodKey(period)))
  }
  const told = [...known].map(
    ([scenario, periods]) =>
      [scenario, [...periods].filter(period => !periods.has(period.replace(/-12-31$/, '')) || !period.endsWith('-12-31')).sort()] as const,
  )
  return Object.fromEntries(told)
}

function documentRow({ document, statements, findings }: DocumentReading): DocumentRow {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  const cells = statements.flatMap(({ lines }) => lines.flatMap(line => Object.values(line.values)))
  return {
    id: document.id,
    title: document.title,
    kind: document.kind,
    status: document.status,
    columns: periodsByScenario(statements.flatMap(statement => statement.columns)),
    cells: count(cells.map(({ status }) => status)),
    ...(errors === 0 ? {} : { errors }),
    ...(warnings === 0 ? {} : { warnings }),
  }
}

const associationRow = (library: Library, { id, name }: Association) => ({
  id,
  name,
  documents: library.readings.filter(({ document }) => document.association === id).map(documentRow),
})

const cellText = (cells: Readonly<Record<string, number>>): string =>
  Object.entries(cells)
    .map(([status, cells]) => `${cells} ${status}`)
    .join(', ')

const columnsText = (columns: DocumentRow['columns']): string =>
  Object.entries(columns)
    .map(([scenario, periods]) => `${scenario} ${periods.join(', ')}`)
    .join('; ')

const documentText = ({ id, kind, status, columns, cells, errors = 0, warnings = 0 }: DocumentRow): string =>
  `  ${id} (${kind}, ${status}): ${columnsText(columns)}; figures ${cellText(cells) || 'none'}; ${errors} errors, ${warnings} warnings`

export const listAssociations = defineTool({
  name: 'list_associations',
  title: 'Associations and documents',
  description: 'What is loaded: associations with their documents, scenarios, years and how well they were read. Begin here.',
  input: z.strictObject({
    with_documents: z.boolean().default(true).describe('false: also those without documents'),
    ...pageInput({ default: 10, max: 100 }),
  }),
  output: z.object({ associations: z.array(associationSchema), ...pageOutput.shape }),
  run: ({ library }, { with_documents, limit, cursor }) => {
    const known = new Set(library.documents.map(({ association }) => association))
    const wanted = library.associations.filter(({ id }) => !with_documents || known.has(id))
    const { rows, ...page } = pageOf(wanted, limit, cursor)
    const associations = rows.map(association => associationRow(library, association))
    const lines = associations.flatMap(({ id, name, documents }) => [`${name} [${id}]`, ...documents.map(documentText)])
    if (page.next !== undefined) lines.push(`${page.total} associations in all; cursor "${page.next}" gives the next.`)
    return { data: { associations, ...page }, text: lines.join('\n') || 'No document is loaded yet.', links: [] }
  },
})
