import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import type { Rule } from '../check/rule.ts'
import { rules } from '../check/rules.ts'
import { formatAmount } from '../explain/format-amount.ts'
import { periodWords, scenarioWords } from '../explain/words.ts'
import type { Library } from '../library/library.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

function whenOf({ scenario, period }: Calculation): string {
  return [scenario && scenarioWords(scenario).en, period && periodWords(period).en].filter(part => part).join(' ')
}

function outcomeOf(library: Library, rule: Rule, association: string): readonly [outcome: string, detail: string] {
  const outcome = evaluate(library, { op: 'check', rule: rule.id, association })
  if (!outcome.ok) return ['–', 'cannot be checked: the documents do not print what it needs']
  const { value } = outcome
  const found = (value.findings ?? []).map(
    ({ code, arithmetic, at }) => `\`${code}\`${arithmetic ? ` ${plain(arithmetic)}` : ''} (${at.document} line ${at.line})`,
  )
  const amount = `${value.label.en}: ${plain(formatAmount(value.result.value, value.result.unit, 'en'))}`
  const when = whenOf(value)
  const { holds = false, state = holds ? 'holds' : 'does not hold' } = value.verdict ?? {}
  return [state, [when ? `${amount} (${when})` : amount, ...found].join('; ')]
}

function section(library: Library, rule: Rule): string {
  const rows = library.associations
    .filter(({ id }) => library.mainDocument(id))
    .map(({ id, shortName }) => {
      const [outcome, detail] = outcomeOf(library, rule, id)
      return `| ${shortName} | ${outcome} | ${detail} |`
    })
  return `## ${rule.name.en} (*${rule.name.sv}*) – \`${rule.id}\`\n\n${rule.states.en}\n*${rule.states.sv}*\n\nSource: ${rule.source.en}.\n\n| association | outcome | on what |\n|---|---|---|\n${rows.join('\n')}\n`
}

/** The page of rules: each with what it states, where it comes from, and what it yields on the shipped associations. */
export const rulesPage = (library: Library): string =>
  `# The rules that finsam checks\n\nGenerated from the rules in \`packages/domain/src/check\` and the golden readings in \`data/golden\`; a test holds this page to them\n(\`UPDATE_PAGES=1 npx vitest run packages/domain\` writes it anew). A rule that does not hold is a finding, not a judgement: members may agree\non another split, and a planned deficit may be meant.\n\n${rules.map(rule => section(library, rule)).join('\n')}`
