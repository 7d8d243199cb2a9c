import { opensYesNo } from '../../lexicon/yes-no-verbs.ts'
import type { Scope } from '../scope.ts'
import { asksWhere } from '../wants-verdict.ts'

/** Whether the clause asks for a yes or no: it begins with a verb, or asks whether something holds. */
export const asksWhether = (scope: Scope): boolean => {
  const { words, clause } = scope.frame
  const first = words[clause.from]?.token.text ?? ''
  const second = words[clause.from + 1]?.token.text ?? ''
  const third = words[clause.from + 2]?.token.text ?? ''
  if (asksWhere(`${first} ${second} ${third}`)) return false
  return opensYesNo(first) || (/^(och|men|and|but|så|so)$/iu.test(first) && opensYesNo(second)) || /^(om|whether|ifall)$/iu.test(first)
}

const yes = { sv: 'Ja', en: 'Yes' } as const
const no = { sv: 'Nej', en: 'No' } as const
export const yesNo = (holds: boolean, language: 'sv' | 'en'): string => (holds ? yes[language] : no[language])
