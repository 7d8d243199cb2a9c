import type { ExplainedQuestion } from '@finsam/assistant'

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [`  ${title}:`, ...lines.map(line => `    ${line}`)] : []

/** How the question was read, for `finsam ask --explain`. */
export function explainedQuestionText({ clauses, rejected }: ExplainedQuestion): string {
  const parts = clauses.flatMap(({ words, meanings, unplaced, intent, confidence, defaults }) => [
    `“${words}”`,
    ...listed('taken for', meanings),
    ...listed('without a place', unplaced),
    ...listed('taken for granted', defaults),
    `  way of asking: ${intent}, confidence ${confidence.toFixed(2)}`,
  ])
  return ['How the question was read:', ...parts, ...listed('readings turned down', rejected)].join('\n')
}
