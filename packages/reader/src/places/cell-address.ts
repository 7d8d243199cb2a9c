/** `A14:F14` as the number of its first column and its row. */
function startOf(cells: string): { readonly column: number; readonly row: string } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d+)/.exec(cells) ?? []
  if (letters === undefined || row === undefined) return undefined
  return { column: [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0), row }
}

/** The letters of a column: 1 is A, 27 is AA. */
function lettersOf(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? lettersOf(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** Where texts stand among cells when each is taken as early as can be, in order; undefined where they do not all stand there. */
function earliest(texts: readonly string[], cells: readonly string[]): number[] | undefined {
  const found: number[] = []
  let from = 0
  for (const text of texts) {
    const at = cells.indexOf(text, from)
    if (at < 0) return undefined
    found.push(at)
    from = at + 1
  }
  return found
}

/**
 * The addresses of printed figures in a row of a workbook, in the order of the columns. A figure that could stand in several cells has none.
 *
 * @example  addressesOf(['10', '12'], ['Kansli', '10', '12'], 'A14:C14') // → ['B14', 'C14']
 */
export function addressesOf(printed: readonly string[], cells: readonly string[], range: string): (string | undefined)[] {
  const start = startOf(range)
  const first = earliest(printed, cells)
  const last = earliest([...printed].reverse(), [...cells].reverse())
    ?.map(at => cells.length - 1 - at)
    .reverse()
  return printed.map((_, index) => {
    const at = first?.[index]
    return start === undefined || at === undefined || at !== last?.[index] ? undefined : `${lettersOf(start.column + at)}${start.row}`
  })
}
