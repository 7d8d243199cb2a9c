import { headerAtoms } from './header-atoms.ts'
import { cellOfAtoms, type HeaderCell, isAim } from './header-columns.ts'

/** A head as it would be written in full: `24` → 2024, `-24` → 2024, `230630` → 2023-06-30, `2306` → 2023-06. */
export const expanded = (text: string): string =>
  text
    .replace(/(?<![\d/-])([1-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g, '20$1-$2-$3')
    .replace(/(?<=^|\s)(1[5-9]|2[1-9]|3\d)(0[1-9]|1[0-2])(?=\s|$)/g, '20$1-$2')
    .replace(/(?<=^|\s)['’´-]?([1-3]\d)(?=\s|$)(?!\s+m[åa]n)/g, '20$1')

const garbledYear = /(?<=^|\s)20\d\D(?=\s|$)/u

/** A year with one lost figure follows from those of the columns beside it, where all of them count on by one. */
export function withoutGaps(texts: readonly string[]): readonly string[] {
  const years = texts.map(text => /(?<!\d)20\d\d(?!\d)/.exec(text)?.[0])
  return texts.map((text, at) => {
    const before = Number(years[at - 1])
    return garbledYear.test(text) && before > 0 && Number(years[at - 2] ?? before - 1) === before - 1
      ? text.replace(garbledYear, String(before + 1))
      : text
  })
}

const wholeYear = /hel[åa]r|(?:^|\s)[åa]rs(?:budget|prognos)/i
const secondHalf = /andra\s+halv[åa]r/i
const quarter = /(?:^|\s)(?:kv|kvartal|q)\.?\s*([1-4])(?:\s|$)/i

/** What the words over each column say of it. */
export function cellsOf(texts: readonly string[]): readonly HeaderCell[] {
  const quarterly = texts.filter(text => quarter.test(text)).length >= 2
  return texts.map(text => {
    const cell = cellOfAtoms(headerAtoms(text).filter(({ kind }) => kind !== 'note' && kind !== 'unit' && kind !== 'amount'))
    const till = Number(/(?:^|\s)(\d{1,2})\s+m[åa]n/i.exec(text)?.[1] ?? 0)
    const part = quarterly ? Number(quarter.exec(text)?.[1] ?? 0) : 0
    return {
      ...cell,
      text,
      ...(part > 0
        ? { months: [part * 3 - 2, part * 3] as const }
        : till >= 1 && till <= 12
          ? { months: [1, till] as const }
          : secondHalf.test(text)
            ? { months: [7, 12] as const }
            : wholeYear.test(text)
              ? { months: [1, 12] as const }
              : {}),
      ...(cell.scenario === undefined && isAim(text) ? { scenario: 'plan' as const } : {}),
    }
  })
}
