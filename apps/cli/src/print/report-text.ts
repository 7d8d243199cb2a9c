import { type Change, type DocumentReport, findingText, type RuleOutcome } from '@finsam/assistant'
import type { Finding, Language, SumCheck } from '@finsam/domain'
import { percentSection } from './percent-section.ts'
import { place } from './place.ts'
import { type ReportWords, reportWords } from './report-words.ts'

const ruleMarks = { broken: '✗', undecided: '?', information: 'i', corrected: '✓', holds: '✓' } as const
const ruleOrder = Object.keys(ruleMarks)
const stateOf = ({ holds, state }: RuleOutcome): keyof typeof ruleMarks => state ?? (holds ? 'holds' : 'broken')
const sumMarks: Readonly<Record<SumCheck['verdict'], string>> = { beyond: '✗', ambiguous: '?', possible: '✓', likely: '✓' }
const sumOrder = Object.keys(sumMarks)
function ruleLines(rule: RuleOutcome, language: Language, say: ReportWords): string[] {
  const { label, holds, state, arithmetic, at, states } = rule
  const told = state ? ` (${say.states[state]})` : ''
  const where = at ? ` ${place(at, say)}` : ''
  const asks = holds || !states ? '' : ` ${states[language]}`
  return [`  ${ruleMarks[stateOf(rule)]} ${label[language]}${told}.${asks}${where}`, ...arithmetic[language].map(sum => `      ${sum}`)]
}

const correctedSum = (status: SumCheck['status']): boolean => status === 'repaired' || status === 'derived'

const sumLine = ({ line, column, arithmetic, verdict, status, at }: SumCheck, language: Language, say: ReportWords): string =>
  `  ${sumMarks[verdict]} ${line}, ${column}: ${arithmetic[language]}${say.rounding[verdict]}${correctedSum(status) ? ` (${say.states.corrected})` : ''} ${place(at, say)}`

function findingLine(finding: Finding, language: Language, say: ReportWords): string {
  const sentence = findingText(finding, language)
  const sum = finding.arithmetic && !sentence.includes(finding.arithmetic) ? ` (${finding.arithmetic})` : ''
  return `  ${say.severity[finding.severity]}: ${sentence}${sum} ${place(finding.at, say)}`
}

function changeLine({ line, column, before, after, unit }: Change, language: Language): string {
  const amount = (value: number | null): string => (value === null ? '–' : value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB'))
  return `  ${line}, ${column}: ${amount(before)} → ${amount(after)} ${unit}`
}

const rank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }
const section = (title: string, lines: readonly string[], none: string): readonly string[] => [
  '',
  title,
  ...(lines.length > 0 ? lines : [`  ${none}`]),
]

function sumSection(sums: readonly SumCheck[], language: Language, say: ReportWords): readonly string[] {
  if (sums.length === 0) return []
  const ties = sums.filter(({ verdict }) => sumMarks[verdict] === '✓').length
  const sorted = sums.toSorted((one, other) => sumOrder.indexOf(one.verdict) - sumOrder.indexOf(other.verdict))
  return ['', say.sums(ties, sums.length), ...sorted.map(sum => sumLine(sum, language, say))]
}

/** What was checked of a document, for people: every rule, sum and percent with its numbers, what does not hold first. */
export function reportText(report: DocumentReport, language: Language): string {
  const say = reportWords[language]
  const { document } = report.reading
  const about = [document.title, document.associationName, document.fiscalYear].filter(Boolean).join(' · ')
  const rules = report.rules.toSorted((one, other) => ruleOrder.indexOf(stateOf(one)) - ruleOrder.indexOf(stateOf(other)))
  const { percents, remarks } = percentSection(report.findings, say)
  const findings = remarks.toSorted((one, other) => rank[one.severity] - rank[other.severity])
  return [
    `${document.id}: ${about}`,
    ...(report.personalNumbers.length > 0 ? ['', say.personalNumbers(report.personalNumbers.join(', '))] : []),
    ...section(
      say.rules,
      rules.flatMap(rule => ruleLines(rule, language, say)),
      say.noRules,
    ),
    ...sumSection(report.sums, language, say),
    ...percents,
    ...section(
      say.findings,
      findings.map(finding => findingLine(finding, language, say)),
      say.noFindings,
    ),
    ...(report.earlier
      ? section(
          say.changes(report.earlier.title),
          report.earlier.changes.map(change => changeLine(change, language)),
          say.noChanges,
        )
      : []),
  ].join('\n')
}
