import { associationWords, listWords } from '../answer/wording.ts'
import { fold } from '../words/fold.ts'
import { asksBack, type Draft } from './draft.ts'
import { topicsOf } from './frame.ts'
import type { Scope } from './scope.ts'

/** A kind of thing that an association has many of, said in the definite form without a name. */
const genericNoun =
  /^(team|projekt|insats|verksamhet|aktivitet|initiativ|satsning|project|initiative|activity|programme)(et|en|n|ets|ens|s)?$/
const mostNamed = 8

/** `Vad kostar teamet?`: which of all that are called so is not said. */
export const askWhichInitiative = (scope: Scope): Draft | undefined => {
  const { frame, library, language } = scope
  const [word, ...others] = frame.unplaced
  const kind = word && genericNoun.exec(fold(word.text))?.[1]
  if (!word || !kind || others.length > 0 || frame.targets.length > 0 || topicsOf(frame).length > 0) return undefined
  const ids = scope.associations.length > 0 ? scope.associations : library.associations.map(({ id }) => id)
  const initiatives = ids.flatMap(id => library.linesOf(id).filter(line => line.concept?.id === 'initiative' && line.role === 'item'))
  const named = kind === 'team' ? initiatives.filter(line => fold(line.label).includes(kind)) : []
  const lines = (named.length > 1 ? named : initiatives).slice(0, mostNamed)
  if (lines.length < 2) return undefined
  const names = lines.map(line => `${line.label} (${associationWords(library, line.association)})`)
  const sentence =
    language === 'sv'
      ? `Vad menas med ”${word.text}”? Det finns till exempel ${listWords(names, 'sv')}.`
      : `What is meant by ”${word.text}”? There are for example ${listWords(names, 'en')}.`
  return asksBack('which-initiative', sentence, [], {
    choices: names.map(name => ({ label: name, question: `${scope.text.replace(/[?\s]+$/, '')}, ${name}?` })),
  })
}
