import type { Language, Words } from './language.ts'

/** An expected failure: coded, with one sentence that says what was wrong and what to do. */
export interface Failure<Code extends string = string> {
  readonly code: Code
  /** In English. */
  readonly message: string
  /** The sentence in every language, where its author words it so; see `failureText`. */
  readonly words?: Words
  /** The nearest things that are known, best first. */
  readonly nearest?: readonly string[]
}
/** A value, or an expected failure that the caller must look at. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure<Code> }
/**
 * A result that went well.
 * @example success(7) // { ok: true, value: 7 }
 */
export const success = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
/**
 * A result that did not: a code, one sentence that says what to do, and the nearest known names.
 * @example failure('unknown-line', 'No such line.') // { ok: false, failure: { code: 'unknown-line', message: 'No such line.' } }
 */
export const failure = <Code extends string>(code: Code, message: string, nearest?: readonly string[]): Result<never, Code> => ({
  ok: false,
  failure: { code, message, ...(nearest ? { nearest } : {}) },
})
/**
 * A result that did not go well, worded in every language.
 * @example refusal('closed', { sv: 'Stängt.', en: 'Closed.' }).failure.message // 'Closed.'
 */
export const refusal = <Code extends string>(code: Code, words: Words, nearest?: readonly string[]): Result<never, Code> => ({
  ok: false,
  failure: { code, message: words.en, words, ...(nearest ? { nearest } : {}) },
})
/**
 * What a failure says, in the language where it is worded in it, else in English.
 * @example failureText(outcome.failure, 'sv') // 'Inget begrepp eller nyckeltal heter ”kansliet”.'
 */
export const failureText = ({ message, words }: Failure, language: Language): string => words?.[language] ?? message
