import type { Library, Scenario } from '@finsam/domain'
import { tokenize } from '../words/tokenize.ts'
import type { Clause } from './clauses.ts'
import type { Word } from './read-words.ts'

/** What the header of a column says it holds: a measure beside the totals, or amounts of a scenario in the document's own word (`Beviljat`). */
export type ColumnMeaning =
  | { readonly measure: string }
  | {
      readonly scenario: Scenario
      /** Where the columns so called stand. */
      readonly places: ReadonlySet<string>
    }
/** The place of a column, as one word. */
export const columnPlace = (at: { readonly document: string; readonly statement: string; readonly column: string }): string =>
  `${at.document}|${at.statement}|${at.column}`

/** A column by the words of its header: `kvinnor`, `till arbete/studier`, `beviljat`. */
export interface ColumnName {
  readonly meaning: ColumnMeaning
  /** What every form of its words has in common. */
  readonly roots: readonly string[]
  readonly rootOf: (form: { readonly folded: string; readonly stem: string }) => string
  /** The associations whose tables have it. */
  readonly associations: ReadonlySet<string>
}

/** A column that a question names, with the words that name it. */
export interface AskedColumn {
  readonly meaning: ColumnMeaning
  readonly associations: ReadonlySet<string>
  readonly tokens: readonly number[]
}

/** Measures that say what kind of amount a column holds, and are asked for by other words. */
const kinds: ReadonlySet<string> = new Set(['share', 'count', 'population', 'income', 'cost', 'net', 'total'])
/** Whether a measure is a column's own name, rather than the kind of amount that it holds. */
export const isColumnName = (measure: string): boolean => !kinds.has(measure)
const joining = /^(till|av|och|eller|i|pa|darav|varav|antal|ar|\d+)$/

const stemOf = ({ stem }: { readonly stem: string }): string => stem

const measureNames = (library: Library): readonly ColumnName[] => {
  const measures = new Map<string, Set<string>>()
  for (const { document, statements } of library.readings)
    for (const { columns } of statements)
      for (const { measure } of columns)
        if (measure && !kinds.has(measure)) measures.set(measure, (measures.get(measure) ?? new Set()).add(document.association))
  return [...measures].flatMap(([measure, associations]) => {
    const roots = tokenize(measure).flatMap(({ folded, stem, kind }) => (kind === 'word' && !joining.test(folded) ? [stem] : []))
    return roots.length > 0 ? [{ meaning: { measure }, roots, rootOf: stemOf, associations }] : []
  })
}

const participle = /(ats|ades|ade|at|ad|as)$/
/** What `beviljat`, `beviljade` and `beviljades` have in common. */
const withoutParticiple = ({ folded }: { readonly folded: string }): string => folded.replace(participle, '')

const ofScenario = /^(budgeter|prognos|planer)/
/** The participle that a header calls its amounts by, where that is no common word for a scenario: `Beviljat 2024`. */
const participleIn = (label: string): string | undefined => {
  const words = tokenize(label).filter(({ kind, folded }) => kind === 'word' && folded.length > 2)
  const [only] = words
  return only && words.length === 1 && /.{4}at$/.test(only.folded) && !ofScenario.test(only.folded) ? only.folded : undefined
}

const participleNames = (library: Library): readonly ColumnName[] => {
  const columns = library.readings.flatMap(({ document, statements }) =>
    statements.flatMap(statement =>
      statement.columns.flatMap(({ id, label, scenario, measure }) => {
        const word = measure === undefined && scenario !== 'variance' ? participleIn(label) : undefined
        const place = columnPlace({ document: document.id, statement: statement.id, column: id })
        return word === undefined ? [] : [{ word, scenario, place, association: document.association }]
      }),
    ),
  )
  return [...Map.groupBy(columns, ({ word, scenario }) => `${word} ${scenario}`).values()].flatMap(group =>
    group.slice(0, 1).map(({ word, scenario }) => ({
      meaning: { scenario, places: new Set(group.map(({ place }) => place)) },
      roots: [withoutParticiple({ folded: word })],
      rootOf: withoutParticiple,
      associations: new Set(group.map(({ association }) => association)),
    })),
  )
}

/** Every column name of a library's tables. */
export const columnNamesOf = (library: Library): readonly ColumnName[] => [...measureNames(library), ...participleNames(library)]

/** `Man` of a scanned header is men; in a question it is nobody in particular. */
const isPronoun = ({ token }: Word): boolean => token.text.toLowerCase() === 'man'

/** The columns that a clause names with every word of their header, in order. */
export const columnsIn = (names: readonly ColumnName[], words: readonly Word[], clause: Clause): readonly AskedColumn[] => {
  const found = names.flatMap(({ meaning, roots, rootOf, associations }): readonly AskedColumn[] => {
    const tokens = roots.map(root =>
      words.findIndex(
        (word, at) =>
          at >= clause.from && at < clause.to && !isPronoun(word) && word.forms.some(form => form.score > 0.8 && rootOf(form) === root),
      ),
    )
    return tokens.every(at => at >= 0) ? [{ meaning, associations, tokens }] : []
  })
  return found.toSorted((one, other) => (one.tokens[0] ?? 0) - (other.tokens[0] ?? 0))
}
