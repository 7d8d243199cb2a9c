import type { Context } from '../calculate/context.ts'
import type { Library } from '../library/library.ts'
import { fold } from '../text/fold.ts'
import type { Scope } from './rule.ts'

/** A fact of the library. */
export type LibraryFact = Library['facts'][number]

/** All that a fact says, folded. */
export const wordsOf = (fact: LibraryFact): string => fold(`${fact.subject} ${fact.attribute} ${fact.printed} ${fact.context}`)
/** The numbers that the documents of a scope state. */
export const factsOf = ({ library }: Context, scope: Scope): readonly LibraryFact[] =>
  library.facts.filter(
    fact =>
      fact.association === scope.association && typeof fact.value === 'number' && (!scope.document || fact.document === scope.document),
  )
