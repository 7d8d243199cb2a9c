import { isSmallWord } from '../lexicon/lexicon.ts'
import { fold } from './fold.ts'
import { upperFirst } from './upper-first.ts'

const isShouted = (text: string): boolean => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text)

/** `Kan du svara på en sak: …`: an address that says nothing of its own ends at the colon. */
function withoutAddress(text: string): string {
  const [, address = '', rest = ''] = /^([^:?\d]{3,90}):\s+(.{8,})$/su.exec(text) ?? []
  const words = address.match(/\p{L}+/gu) ?? []
  if (words.some(word => /^(if|om)$/i.test(word))) return text
  if (words.length === 0 || !words.every(word => isSmallWord(fold(word)))) return text
  return upperFirst(rest)
}

const dotted = /(?<![\p{L}\p{N}])((?:\p{Ll}\.\s?){1,3}\p{Ll})\.(?=[\s,)]|$)/gu
const shortened =
  /(?<![\p{L}\p{N}])(ca|inkl|exkl|resp|jfr|jan|feb|apr|aug|sept?|okt|oct|nov|dec|nr|incl|excl|approx|tkr|mkr|mnkr|kr)\.(?=\s+[\p{Ll}\p{N}])/giu
/** `t.o.m. augusti`, `ca. 2 mkr`: the points of an abbreviation end no sentence. */
const withoutPoints = (text: string): string =>
  text.replace(dotted, letters => letters.replace(/\.\s?/gu, ' ').trimEnd()).replace(shortened, '$1')

/** `Hur mkt`: what is shortened in haste. */
const written = (text: string): string => text.replace(/(?<![\p{L}\p{N}])mkt(?![\p{L}\p{N}])/giu, 'mycket')

/**
 * A question as it would stand on its own: one space between words, no shouting (capitals would all be names), no address before it.
 *
 * @example tidyQuestion('Hej, kan du svara på en sak:  vad kostar NOVA?') // 'Vad kostar NOVA?'
 */
export function tidyQuestion(question: string): string {
  const spaced = question.replace(/\s+/gu, ' ').trim()
  return withoutAddress(withoutPoints(written(isShouted(spaced) ? spaced.toLowerCase() : spaced)))
}
