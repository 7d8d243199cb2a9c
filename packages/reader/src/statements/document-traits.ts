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
  /årsredovisning|arsredovisning|årsbokslut|arsbokslut|delårsrapport|delarsrapport|delårsbokslut|verksamhetsberättelse|årsrapport|bokslut\s+20\d\d/gi
const plan = /verksamhetsplan|budget\s+(?:för\s+|for\s+)?20\d\d|budgetförslag|flerårsplan/gi

/** Reads kind and year off the first lines, else off the whole text. */
export function traitsOf(document: TextDocument, fiscalYear: number | undefined): DocumentTraits {
  const head = document.lines
    .slice(0, 40)
    .map(line => line.text.slice(0, 400))
    .join('\n')
  const whole = document.lines
    .slice(0, 3_000)
    .map(line => line.text.slice(0, 400))
    .join('\n')
  const kind = kindOf(head) ?? kindOf(whole) ?? 'plan'
  const span = kind === 'report' && /delår|delar(?:s|e)|tertial|halvår/i.test(head) ? spanIn(head) : undefined
  return { kind, fiscalYear: fiscalYear ?? yearOf(head) ?? yearOf(whole), span }
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
