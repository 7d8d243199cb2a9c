const candidate = /(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?!\d)/g

/** The last digit of a *personnummer* follows from the nine before it (Luhn). */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const weighted = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}

const isBirthday = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91))

/**
 * The 1-based lines that hold what looks like a Swedish personal identity number or coordination number: a birthday and a right check digit.
 * An organisation number has a month of 20 or more and is none.
 *
 * @example personalNumberLines(['Org nr 222000-1974', '19811218-9876']) // → [2]
 */
export function personalNumberLines(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line, at) => {
    const found = [...line.matchAll(candidate)].some(
      ([, year = '', month = '', day = '', last = '']) =>
        isBirthday(Number(month), Number(day)) && hasCheckDigit(year + month + day + last),
    )
    return found ? [at + 1] : []
  })
}
