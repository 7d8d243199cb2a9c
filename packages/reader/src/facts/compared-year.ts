const opening = '\\((?:(?:utfall|resultat|bokslut|ar) )?(?<year>20\\d\\d):'
const whole = new RegExp(`${opening}[^)]*\\)`, 'g')
const openBefore = new RegExp(`${opening}\\s?$`)

/** `312 (2023: 287)`, `45 % (utfall 2023: 38 %)`: the year that a number in brackets is of, where one stands at the offset. */
export const comparedYear = (letters: string, at: number): number | undefined => {
  const year = openBefore.exec(letters.slice(0, at))?.groups?.year
  return year === undefined ? undefined : Number(year)
}

/** The text without such brackets. */
export const withoutComparisons = (letters: string): string => letters.replace(whole, '')
