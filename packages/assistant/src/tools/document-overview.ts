import type { DocumentInfo, Statement } from '@finsam/domain'
import type { AssistantContext } from '../context.ts'
import { parseDocument } from './names/association-name.ts'
import { formatPeriodKey } from './names/period-text.ts'

const headLines = ({ id, title, associationName, kind, status, decided, hash, pages, lines }: DocumentInfo): string[] => [
  `${title} [${id}]`,
  `${associationName}; ${kind}; ${status}${decided ? ` ${decided}` : ''}`,
  `${pages === undefined ? '' : `${pages} pages, `}${lines} lines; SHA-256 ${hash}`,
]

const columnText = ({ columns }: Statement): string =>
  columns
    .map(({ scenario, period, measure }) => [scenario, period ? formatPeriodKey(period) : '?', measure].filter(part => part).join(' '))
    .join(', ')

/** What a document is, as text: its kind and version, its statements with their columns, its headings with their lines. */
export function documentOverview(context: AssistantContext, name: string): string {
  const document = parseDocument(context.library, name)
  const reading = context.library.readings.find(known => known.document.id === document.id)
  const statements = (reading?.statements ?? []).map(
    statement =>
      `  ${statement.title} (${statement.kind}, ${statement.unit}), line ${statement.lines[0]?.sourceLine ?? '?'}: ${columnText(statement)}`,
  )
  const headings = (reading?.headings ?? []).map(({ line, title, level }) => `  ${'  '.repeat(level - 1)}${line} ${title}`)
  return [...headLines(document), 'Statements:', ...statements, 'Headings:', ...headings].join('\n')
}
