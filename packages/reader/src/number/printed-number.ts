/** A printed amount in its parts: `- 1 945 000,50` → sign −1, digits `1945000` and `50`. Letters for digits are kept in `digits`. */
export interface PrintedNumber {
  readonly negative: boolean
  /** Digits (and characters that may be damaged digits) before the decimal comma. */
  readonly digits: string
  readonly decimals: string
}

const minusSigns = /^[-−–—‒]/

/**
 * Takes a printed amount apart. Spaces (of any width), apostrophes and stray points between thousands are dropped;
 * a comma before one to three last digits is the decimal comma; brackets around the whole are a minus.
 *
 * @example takeApart('−1 945 000') // → { negative: true, digits: '1945000', decimals: '' }
 */
export function takeApart(printed: string): PrintedNumber {
  let text = printed.replace(/[\s\u00A0\u202F\u2009]+/g, '').replace(/(?:kr|tkr|mnkr|%)\.?$/i, '')
  let negative = false
  text = text.replace(/^[+±]/, '')
  if (/^\(.*\)$/.test(text)) {
    negative = true
    text = text.slice(1, -1)
  }
  while (minusSigns.test(text)) {
    negative = true
    text = text.slice(1)
  }
  const decimal = /^(.*\d),(\d{1,3})$/.exec(text)
  const whole = decimal?.[1] ?? text
  return { negative, digits: whole.replace(/['.’´`,]/g, ''), decimals: decimal?.[2] ?? '' }
}

/** Whether only digits are left: the amount is legible as it stands. */
export const isLegible = (number: PrintedNumber): boolean => /^\d{1,15}$/.test(number.digits)

/** The amount of digits and decimals, exact as far as a double is: 15 digits. */
export const amountOf = (negative: boolean, digits: string, decimals: string): number => {
  const amount = Number(decimals ? `${digits}.${decimals}` : digits)
  return negative && amount !== 0 ? -amount : amount
}

/** The step of a print: 1 without decimals, 0.1 with one. */
export const stepOf = (decimals: string): number => 10 ** -decimals.length
