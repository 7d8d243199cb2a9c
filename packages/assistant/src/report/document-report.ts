import type { DocumentReading, Finding, Library, SumCheck } from '@finsam/domain'
import { sumChecks } from '@finsam/domain'
import { besideLibrary } from './beside-library.ts'
import { type Change, changesBetween } from './changes.ts'
import { personalNumberLines } from './personal-numbers.ts'
import { type RuleOutcome, ruleOutcomes } from './rule-outcomes.ts'

/** All that was checked of one document: every rule, every printed sum, every finding, and what differs from its earlier version. */
export interface DocumentReport {
  readonly reading: DocumentReading
  readonly rules: readonly RuleOutcome[]
  readonly sums: readonly SumCheck[]
  readonly findings: readonly Finding[]
  readonly earlier?: { readonly document: string; readonly title: string; readonly changes: readonly Change[] }
  /** Lines that seem to hold a personal identity number; the numbers themselves are not repeated. */
  readonly personalNumbers: readonly number[]
}

/** The report of a document of the library. */
export function documentReport(library: Library, reading: DocumentReading, lines: readonly string[] = []): DocumentReport {
  const { id, association } = reading.document
  return {
    reading,
    rules: ruleOutcomes(library, association, id),
    sums: sumChecks(reading),
    findings: library.findings.filter(({ document }) => document === id),
    personalNumbers: personalNumberLines(lines),
  }
}

/** What is printed in a draft is what its authors will publish: where the sums say otherwise, that is theirs to put right. */
const slipsOfAuthors: ReadonlySet<string> = new Set(['value-repaired', 'value-derived'])

/** The findings of a draft, in which nothing was damaged on its way here. */
export const draftFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.map(finding => (slipsOfAuthors.has(finding.code) ? { ...finding, severity: 'warning' } : finding))

/** The report of a draft in the light of the loaded documents: last year's, and the earlier version of itself. Nothing of it is kept. */
export function draftReport(library: Library, draft: DocumentReading, lines: readonly string[]): DocumentReport {
  const { library: together, reading, earlier } = besideLibrary(library, draft, `${draft.document.id} (utkast)`)
  const own = documentReport(together, reading, lines)
  const report = { ...own, findings: draftFindings(own.findings) }
  if (!earlier) return report
  const { id, title } = earlier.document
  return { ...report, earlier: { document: id, title, changes: changesBetween(earlier, reading) } }
}
