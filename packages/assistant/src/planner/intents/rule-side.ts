import { fold } from '../../words/fold.ts'
import { upperFirst } from '../../words/upper-first.ts'
import type { Scope } from '../scope.ts'
import { yesNo } from './whether.ts'

/** The side of a rule that a question asks for: that it is kept, that it is broken, or which of the two. */
export type RuleSide = 'kept' | 'broken' | 'either'

const kept = /\b(under|inom|ryms|rymms|below|within|hall\w*|hold\w*|folj\w*|follow\w*|uppfyll\w*|klarar|meets?|keeps?|kept)\b/
const broken =
  /\b(over|ovanfor|overst\w*|oversk\w*|bryt\w*|brot|brut\w*|sprack\w*|avvik\w*|above|exceed\w*|breach\w*|break(s|ing)?|broken?|violat\w*|deviat\w*|for (stort|hogt|mycket)|too (much|high|large|big))\b/
const openEnded = /\b(hur|vad|vilk\w*|how|what|which)\b/
const denied = /\b(inte|ej|not|doesn t|isn t)\b/

/** Which side of a rule a question asks for; `ligger kapitalet över taket?` is yes where the rule is broken. */
export function sideAsked(scope: Scope): RuleSide {
  const { words, clause } = scope.frame
  const said = words
    .slice(clause.from, clause.to)
    .map(({ token }) => fold(token.text))
    .join(' ')
  if (!broken.test(said) || openEnded.test(said)) return 'kept'
  return denied.test(said) || kept.test(said.replace(/\bunder\s+\d{4}\b/, '')) ? 'either' : 'broken'
}

/** Whether a yes is due to the side asked for. */
export const isYes = (holds: boolean, side: RuleSide): boolean => (side === 'broken' ? !holds : holds)

/** A sentence with its yes or no before it; `under eller över taket?` and `är det inte över?` get none. */
export const withYesNo = (sentence: string, holds: boolean, side: RuleSide, language: 'sv' | 'en'): string =>
  side === 'either' ? upperFirst(sentence) : `${yesNo(isYes(holds, side), language)}, ${sentence}`
