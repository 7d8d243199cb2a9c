import type { Finding } from '@finsam/domain'
import { place } from './place.ts'
import type { ReportWords } from './report-words.ts'

interface PercentSection {
  /** Every percent of the tables beside what its amounts give, those that do not fit first; nothing where there are none. */
  readonly percents: readonly string[]
  /** The findings that are not told here. */
  readonly remarks: readonly Finding[]
}

interface Percent {
  readonly ties: boolean
  readonly line: string
}

/** The percents of tables that were laid beside their amounts: each finding of that holds one formula a place. */
export function percentSection(findings: readonly Finding[], say: ReportWords): PercentSection {
  const [laid, remarks] = [true, false].map(own => findings.filter(({ code }) => (code === 'percents-laid-beside-amounts') === own))
  const all = (laid ?? []).flatMap(finding => percentsOf(finding, say))
  const lines = all.toSorted((one, other) => Number(one.ties) - Number(other.ties)).map(({ line }) => line)
  const title = say.percents(all.filter(({ ties }) => ties).length, all.length)
  return { percents: all.length === 0 ? [] : ['', title, ...lines], remarks: remarks ?? [] }
}

function percentsOf({ parameters, arithmetic = '', at, others = [] }: Finding, say: ReportWords): readonly Percent[] {
  const places = [at, ...others]
  return arithmetic.split('; ').flatMap((formula, index): readonly Percent[] => {
    const source = places[index]
    const ties = !formula.includes('≠')
    return source ? [{ ties, line: `  ${ties ? '✓' : '✗'} ${parameters.label}: ${formula} ${place(source, say)}` }] : []
  })
}
