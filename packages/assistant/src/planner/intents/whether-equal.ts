import { amountWords, listWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Scope } from '../scope.ts'
import { gather, pickLabel, sentenceFor, wantedOf } from './look-up.ts'
import { asksWhether, yesNo } from './whether.ts'

const alike =
  /\b(lika (mycket|stor\w*|hog\w*|dyr\w*|manga)|samma (belopp|summa|bidrag|kostnad)|oforandra\w*|the same|equal\w*|unchanged|as much as)\b/

/** `Kostar FIA lika mycket varje år?`, `Betalar regionen och kommunerna lika mycket?`: yes or no, with every amount. */
export const whetherEqual = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  if (!asksWhether(scope) || hasCue(frame, 'not') || !alike.test(fold(scope.text)) || scope.associations.length === 0) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, mainTargets(frame)), wantedOf(scope))
  const [first] = picks
  if (!first || picks.length < 2 || open.length + missing.length > 0) return undefined
  const holds = picks.every(({ calculation }) => calculation.result.value === first.calculation.result.value)
  const names = listWords(
    picks.map(pick => pickLabel(scope, pick)),
    language,
  )
  const each = amountWords(first.calculation, language)
  const same = language === 'sv' ? `${names} är lika stora: ${each}.` : `${names} are equal: ${each}.`
  const sentence = `${yesNo(holds, language)}. ${holds ? same : picks.map(pick => sentenceFor(scope, pick)).join(' ')}`
  return answered(
    'whether-equal',
    sentence,
    picks.map(pick => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    {
      verdict: { holds, rule: 'comparison' },
      notes: defaultNotes(scope, picks),
      confidence: Math.min(...picks.map(({ certainty }) => certainty)),
    },
  )
}
