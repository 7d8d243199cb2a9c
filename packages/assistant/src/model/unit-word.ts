import { kronorPer, type Unit } from '@finsam/domain'
import words from './role-words.json' with { type: 'json' }

export interface UnitWord {
  /** In base form: money in kr. */
  readonly unit: Unit
  readonly factor: number
  readonly end: number
}

const written: readonly { readonly word: string; readonly unit: Unit }[] = Object.entries(words.units)
  .flatMap(([unit, spellings]) => spellings.map(word => ({ word, unit: unit as Unit })))
  .sort((a, b) => b.word.length - a.word.length)

const inBase = (unit: Unit, end: number): UnitWord => {
  const kronor = kronorPer(unit)
  return kronor === undefined ? { unit, factor: 1, end } : { unit: 'kr', factor: kronor, end }
}

/** The unit that follows a number: `4,2 miljoner kronor`, `66 %`. */
export function unitAfter(text: string, from: number): UnitWord | undefined {
  const gap = /^ ?(?:st )?/.exec(text.slice(from))?.[0].length ?? 0
  const rest = text.slice(from + gap, from + gap + 30).toLowerCase()
  const found = written.find(({ word }) => rest.startsWith(word) && !/^[\p{L}\d]/u.test(rest.slice(word.length)))
  return found && inBase(found.unit, from + gap + found.word.length)
}

/** The unit that stands before a number, as in `SEK 4,200,000`; only currency is written so. One that belongs to the number before it (`4,2 mnkr 2024`) is none. */
export function unitBefore(text: string, start: number): UnitWord | undefined {
  const found = /(?<!\d ?)\b(sek|kr|msek|mnkr|tkr|ksek) ?$/i.exec(text.slice(Math.max(0, start - 8), start))
  const word = found?.[1]?.toLowerCase()
  const unit = word && written.find(entry => entry.word === word)?.unit
  return unit ? inBase(unit, 0) : undefined
}
