/** An expected failure: coded, with one sentence that says what was wrong and what to do. */
export interface Failure<Code extends string = string> {
  readonly code: Code
  readonly message: string
  /** The nearest things that are known, best first. */
  readonly nearest?: readonly string[]
}
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure<Code> }
export const success = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const failure = <Code extends string>(code: Code, message: string, nearest?: readonly string[]): Result<never, Code> => ({
  ok: false,
  failure: { code, message, ...(nearest ? { nearest } : {}) },
})
