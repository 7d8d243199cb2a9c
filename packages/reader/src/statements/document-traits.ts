import type { DocumentInfo } from '@finsam/domain'
import { spanIn } from '../tables/months.ts'
import type { TextDocument } from '../text/text-document.ts'

/** What the whole document tells about its tables. */
export interface DocumentTraits {
  /** A report tells what was (årsredovisning, delårsrapport); a plan what is meant (verksamhetsplan, budget). */
  readonly kind: 'plan' | 'report'
  readonly fiscalYear: number | undefined
  /** The stretch that an interim report (delårsrapport) covers, where its first lines name it. */
  readonly span: { readonly from: string; readonly to: string } | undefined
}

const report =
  /årsredovisning|arsredovisning|årsbokslut|arsbokslut|delårsrapport|delarsrapport|tertialrapport|kvartalsrapport|halvårsrapport|delårsbokslut|verksamhetsberättelse|årsrapport|bokslut\s+20\d\d/gi
const plan = /verksamhetsplan|budget\s+(?:för\s+|for\s+)?20\d\d|budgetförslag|flerårsplan/gi

/** What is known of a document before its tables are read. */
export interface KnownOfDocument {
  readonly fiscalYear?: number
  readonly kind?: DocumentInfo['kind']
}

const reportKinds: ReadonlySet<DocumentInfo['kind'] | undefined> = new Set(['interim-report', 'annual-report'])

/** Reads what is not known of kind and year off the first lines, else off the whole text. */
export function traitsOf(document: TextDocument, known: KnownOfDocument): DocumentTraits {
  const head = document.lines
    .slice(0, 40)
    .map(line => line.text.slice(0, 400))
    .join('\n')
  const whole = document.lines
    .slice(0, 3_000)
    .map(line => line.text.slice(0, 400))
    .join('\n')
  const told = known.kind === undefined || known.kind === 'other' ? undefined : reportKinds.has(known.kind) ? 'report' : 'plan'
  const kind = told ?? kindOf(head) ?? kindOf(whole) ?? 'plan'
  const year = known.fiscalYear ?? yearOf(head) ?? yearOf(whole)
  const interim = kind === 'report' && (known.kind === 'interim-report' || /delår|delar(?:s|e)|tertial|halvår/i.test(head))
  return { kind, fiscalYear: year, span: interim ? (spanIn(head) ?? spanOfDays(whole, year)) : undefined }
}

/** The stretch up to the day inside the year that the text prints most often. */
function spanOfDays(text: string, year: number | undefined): DocumentTraits['span'] {
  const days = [...text.matchAll(/\b(20\d\d)-(0[1-9]|1[01])-(2[89]|3[01])\b/g)].filter(match => Number(match[1]) === year)
  const counts = new Map<string, number>()
  for (const [day] of days) counts.set(day, (counts.get(day) ?? 0) + 1)
  const [most, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return most && (times ?? 0) >= 2 ? { from: `${year}-01-01`, to: most } : undefined
}

function kindOf(text: string): DocumentTraits['kind'] | undefined {
  const reports = [...text.matchAll(report)]
  const plans = [...text.matchAll(plan)]
  if (reports.length === 0 && plans.length === 0) return undefined
  if (reports.length !== plans.length) return reports.length > plans.length ? 'report' : 'plan'
  return (reports[0]?.index ?? 0) < (plans[0]?.index ?? 0) ? 'report' : 'plan'
}

function yearOf(text: string): number | undefined {
  const titled = [
    ...text.matchAll(/(?:verksamhetsplan|budget|årsredovisning|arsredovisning|delårsrapport|delarsrapport|bokslut)\D{0,24}(20\d\d)/gi),
  ].map(match => Number(match[1]))
  const any = [...text.matchAll(/\b(20\d\d)\b/g)].map(match => Number(match[1]))
  return mostFrequent(titled) ?? mostFrequent(any)
}

function mostFrequent(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const year of years) if (year >= 2004 && year <= 2060) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}
