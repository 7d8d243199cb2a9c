import type { GatedSentence } from './gate.ts'

/** A model's text as far as it has come, with the slots filled, and what the gate says of each of its sentences. */
export interface CheckedText {
  readonly sentences: readonly GatedSentence[]
  /** Whether every slot names a figure. */
  readonly known: boolean
  /** Whether some figure stands in it. */
  readonly quotes: boolean
}

/**
 * Tells a model's text while it is being written, one sentence at a time and only what passed the gate. A sentence counts as finished
 * where another begins after it; from the first one that is stopped, nothing more is told. Words before the first figure
 * (`I will look that up`) wait for it.
 *
 * @example const telling = new GatedTelling(check, sentence => send(sentence)); telling.hear('NOVA får {{f1}}. Det är')
 */
export class GatedTelling {
  readonly #check: (template: string) => CheckedText
  readonly #tell: (sentence: string) => void
  #told = 0
  #heard = 0

  constructor(check: (template: string) => CheckedText, tell: (sentence: string) => void) {
    this.#check = check
    this.#tell = tell
  }

  /** Takes the text of one turn as far as it has come; a new turn begins anew. */
  hear(template: string): void {
    if (template.length < this.#heard) this.#told = 0
    this.#heard = template.length
    if (!/[.!?]\s|\n/.test(template)) return
    this.#tellUpTo(this.#check(template), 1)
  }

  /** Tells what is left of a text that the gate let through as a whole. */
  finish(template: string): void {
    this.#tellUpTo(this.#check(template), 0)
  }

  #tellUpTo({ sentences, known, quotes }: CheckedText, unfinished: number): void {
    const passed = sentences.findIndex(({ refusals }) => refusals.length > 0)
    const whole = (passed < 0 ? sentences.length : passed) - (passed < 0 ? unfinished : 0)
    if (!known || !quotes) return
    for (; this.#told < whole; this.#told += 1) this.#tell(sentences[this.#told]?.text ?? '')
  }
}
