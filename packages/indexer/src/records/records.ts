import { type Correction, correctionSchema } from '@finsam/domain'
import { quoted } from '../store/columns.ts'
import type { StorePlace } from '../store/store-place.ts'
import { type AppendTable, appendTable } from './append-table.ts'

/** People's corrections of amounts, in the order in which they were given; none is ever changed or removed. */
export interface CorrectionLog {
  append(correction: Correction): Promise<void>
  /** Oldest first. Entries of a shape that this version does not know are passed over. */
  entries(): Promise<readonly Correction[]>
  /** Grows with every correction, of other processes too. */
  version(): Promise<number>
}

/** Answers kept as they were given, under an id that their content decides. */
export interface SharedAnswers {
  append(answer: { readonly id: string; readonly json: string }): Promise<void>
  find(id: string): Promise<string | undefined>
}

/** What was asked, when, and on which state of the documents. */
export interface AskedLog {
  append(entry: { readonly at: string; readonly json: string }): Promise<void>
  /** The newest entries, oldest of them first. */
  last(count: number): Promise<readonly string[]>
}

/**
 * What people leave behind. A promise of `append` resolves when the record survives a kill and a power loss, and rejects with a
 * `StoreError` where the store cannot be written. Records that come at the same time are committed together.
 */
export interface Records {
  readonly corrections: CorrectionLog
  readonly sharedAnswers: SharedAnswers
  readonly asked: AskedLog
}

/** The records, and the way to tidy their tables. */
export interface OpenRecords extends Records {
  compact(): Promise<void>
}

function correctionOf(json: string): readonly Correction[] {
  const parsed = correctionSchema.safeParse(JSON.parse(json))
  return parsed.success ? [parsed.data] : []
}

const correctionLog = (table: AppendTable): CorrectionLog => ({
  append: correction =>
    table.append({ key: correction.quantity, at: correction.at, json: JSON.stringify(correctionSchema.parse(correction)) }),
  entries: async () => (await table.rows()).flatMap(({ json }) => correctionOf(json)),
  version: () => table.count(),
})

const sharedAnswers = (table: AppendTable): SharedAnswers => {
  const find = async (id: string) => (await table.find(`key = ${quoted(id)}`))?.json
  return {
    find,
    async append({ id, json }) {
      if ((await find(id)) === undefined) await table.append({ key: id, at: new Date().toISOString(), json })
    },
  }
}

const askedLog = (table: AppendTable): AskedLog => ({
  append: ({ at, json }) => table.append({ key: '', at, json }),
  last: async count => (await table.rows(count)).map(({ json }) => json),
})

/** The records of a store; their tables are made when something is first written to them. */
export function openRecords(place: StorePlace): OpenRecords {
  const corrections = appendTable(place, 'corrections')
  const answers = appendTable(place, 'answers')
  const asked = appendTable(place, 'asked')
  return {
    corrections: correctionLog(corrections),
    sharedAnswers: sharedAnswers(answers),
    asked: askedLog(asked),
    async compact() {
      for (const table of [corrections, answers, asked]) await table.compact()
    },
  }
}
