import type { Library } from '@finsam/domain'
import { tokenize } from '../words/tokenize.ts'
import type { Clause } from './clauses.ts'
import type { Word } from './read-words.ts'

/** A column that tables have beside their totals, by the words of its header: `kvinnor`, `till arbete/studier`. */
export interface ColumnName {
  readonly measure: string
  readonly stems: readonly string[]
}

/** A column that a question names, with the words that name it. */
export interface AskedMeasure {
  readonly measure: string
  readonly tokens: readonly number[]
}

/** Measures that say what kind of amount a column holds, and are asked for by other words. */
const kinds: ReadonlySet<string> = new Set(['share', 'count', 'population', 'income', 'cost', 'net', 'total'])
/** Whether a measure is a column's own name, rather than the kind of amount that it holds. */
export const isColumnName = (measure: string): boolean => !kinds.has(measure)
const joining = /^(till|av|och|eller|i|pa|darav|varav|antal|ar|\d+)$/

/** Every column name of a library's tables. */
export const columnNamesOf = (library: Library): readonly ColumnName[] => {
  const measures = new Set(
    library.readings.flatMap(({ statements }) =>
      statements.flatMap(({ columns }) => columns.flatMap(({ measure }) => (measure && !kinds.has(measure) ? [measure] : []))),
    ),
  )
  return [...measures].flatMap(measure => {
    const stems = tokenize(measure).flatMap(({ folded, stem, kind }) => (kind === 'word' && !joining.test(folded) ? [stem] : []))
    return stems.length > 0 ? [{ measure, stems }] : []
  })
}

/** `Man` of a scanned header is men; in a question it is nobody in particular. */
const isPronoun = ({ token }: Word): boolean => token.text.toLowerCase() === 'man'

/** The columns that a clause names with every word of their header, in order. */
export const measuresIn = (names: readonly ColumnName[], words: readonly Word[], clause: Clause): readonly AskedMeasure[] => {
  const found = names.flatMap(({ measure, stems }): readonly AskedMeasure[] => {
    const tokens = stems.map(stem =>
      words.findIndex(
        (word, at) =>
          at >= clause.from && at < clause.to && !isPronoun(word) && word.forms.some(form => form.stem === stem && form.score > 0.8),
      ),
    )
    return tokens.every(at => at >= 0) ? [{ measure, tokens }] : []
  })
  return found.toSorted((one, other) => (one.tokens[0] ?? 0) - (other.tokens[0] ?? 0))
}
