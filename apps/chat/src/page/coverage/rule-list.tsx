import type { RuleOutcome } from '../../contract/draft.ts'
import { sourceHref } from '../route.ts'
import { useWords } from '../words/words.ts'

/** The rules that could be tried, those that do not hold first, each with its sums. */
export function RuleList({ rules, linked = true }: { readonly rules: readonly RuleOutcome[]; readonly linked?: boolean }) {
  const { language, w } = useWords()
  if (rules.length === 0) return <p>{w.noRules}</p>
  return (
    <ul class="findings">
      {[...rules]
        .sort((a, b) => Number(a.holds) - Number(b.holds))
        .map(({ rule, label, states, source, holds, state, arithmetic, at }) => (
          <li key={rule} class={holds && state !== 'corrected' ? 'holds' : state === 'information' ? 'info' : 'warning'}>
            <strong>{state ? w[state] : holds ? w.ruleHolds : w.ruleBroken}</strong> {label[language]}. {states?.[language]}{' '}
            {source && <small>({source[language]})</small>}
            {arithmetic[language].map(sum => (
              <span key={sum} class="formula">
                {sum}
              </span>
            ))}{' '}
            {at && linked && (
              <a href={sourceHref(at.document, at.line)}>
                {w.line} {at.line}
              </a>
            )}
          </li>
        ))}
    </ul>
  )
}
