import { DatabaseSync } from 'node:sqlite'
import type { Library } from '@finsam/domain'

/** The same questions in another engine: öre, percent, and how many rows a ranking or series has. */
export interface Peer {
  readonly name: string
  lookup(association: string, label: string, scenario: string, year: number): Promise<number> | number
  share(association: string, part: string, whole: string, year: number): Promise<number> | number
  rank(label: string, year: number): Promise<number> | number
  series(label: string, from: number, to: number): Promise<number> | number
  close(): void
}

type Row = readonly [association: string, label: string, scenario: string, year: number, ore: number]

/** One row for each printing, as the library knows them. */
export function* rowsOf(library: Library): Generator<Row> {
  for (const line of library.lines)
    for (const quantity of line.quantities)
      for (const printing of quantity.printings)
        if (quantity.period && 'to' in quantity.period && printing.value !== null)
          yield [line.association, line.label, quantity.scenario, Number(quantity.period.to.slice(0, 4)), printing.value]
}

const create = 'CREATE TABLE printing (association VARCHAR, label VARCHAR, scenario VARCHAR, year INTEGER, ore BIGINT)'
const index = 'CREATE INDEX by_line ON printing (association, label, scenario, year)'
const indexByLabel = 'CREATE INDEX by_label ON printing (label, scenario, year)'
const lookup = 'SELECT max(ore) AS value FROM printing WHERE association = ? AND label = ? AND scenario = ? AND year = ?'
const share =
  'SELECT 100.0 * (SELECT max(ore) FROM printing WHERE association = ? AND label = ? AND scenario = ? AND year = ?) / (SELECT max(ore) FROM printing WHERE association = ? AND label = ? AND scenario = ? AND year = ?) AS value'
const rank =
  "SELECT association, max(ore) AS value FROM printing WHERE label = ? AND scenario = 'budget' AND year = ? GROUP BY association ORDER BY value DESC"
const series =
  "SELECT year, sum(value) AS value FROM (SELECT association, year, max(ore) AS value FROM printing WHERE label = ? AND scenario = 'budget' AND year BETWEEN ? AND ? GROUP BY association, year) AS each_year GROUP BY year ORDER BY year"

/** SQLite in memory, with the indexes that the questions want and statements prepared once. */
export function openSqlite(library: Library): Peer {
  const database = new DatabaseSync(':memory:')
  database.exec(create)
  const insert = database.prepare('INSERT INTO printing VALUES (?, ?, ?, ?, ?)')
  database.exec('BEGIN')
  for (const row of rowsOf(library)) insert.run(...row)
  database.exec('COMMIT')
  database.exec(index)
  database.exec(indexByLabel)
  const prepared = {
    lookup: database.prepare(lookup),
    share: database.prepare(share),
    rank: database.prepare(rank),
    series: database.prepare(series),
  }
  const numberOf = (row: Record<string, unknown> | undefined): number => Number(row?.value)
  return {
    name: 'node:sqlite',
    lookup: (association, label, scenario, year) => numberOf(prepared.lookup.get(association, label, scenario, year)),
    share: (association, part, whole, year) =>
      numberOf(prepared.share.get(association, part, 'budget', year, association, whole, 'budget', year)),
    rank: (label, year) => prepared.rank.all(label, year).length,
    series: (label, from, to) => prepared.series.all(label, from, to).length,
    close: () => database.close(),
  }
}

/** What is used of `@duckdb/node-api`; bench/ has its own lockfile, so its types are not there in a checkout that only builds. */
interface DuckDbStatement {
  bind(values: readonly (string | number)[]): void
  runAndReadAll(): Promise<{ getRowObjects(): readonly Record<string, unknown>[] }>
}
interface DuckDbAppender {
  appendVarchar(value: string): void
  appendInteger(value: number): void
  appendBigInt(value: bigint): void
  endRow(): void
  closeSync(): void
}
interface DuckDbConnection {
  run(sql: string): Promise<unknown>
  prepare(sql: string): Promise<DuckDbStatement>
  createAppender(table: string): Promise<DuckDbAppender>
  closeSync(): void
}
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckDbConnection> }> }
}

async function importDuckDb(): Promise<DuckDb | undefined> {
  const name = '@duckdb/node-api'
  try {
    const loaded: DuckDb = await import(name)
    return loaded
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

async function fill(connection: DuckDbConnection, library: Library): Promise<void> {
  await connection.run(create)
  const appender = await connection.createAppender('printing')
  for (const [association, label, scenario, year, ore] of rowsOf(library)) {
    appender.appendVarchar(association)
    appender.appendVarchar(label)
    appender.appendVarchar(scenario)
    appender.appendInteger(year)
    appender.appendBigInt(BigInt(ore))
    appender.endRow()
  }
  appender.closeSync()
  await connection.run(index)
  await connection.run(indexByLabel)
}

/** DuckDB in memory, likewise; undefined where it is not installed. */
export async function openDuckDb(library: Library): Promise<Peer | undefined> {
  const duckDb = await importDuckDb()
  if (!duckDb) return undefined
  const connection = await (await duckDb.DuckDBInstance.create(':memory:')).connect()
  await fill(connection, library)
  const [lookups, shares, ranks, manyYears] = [
    await connection.prepare(lookup),
    await connection.prepare(share),
    await connection.prepare(rank),
    await connection.prepare(series),
  ]
  const rows = async (statement: DuckDbStatement, values: readonly (string | number)[]) => {
    statement.bind(values)
    return (await statement.runAndReadAll()).getRowObjects()
  }
  return {
    name: 'DuckDB',
    lookup: async (...values) => Number((await rows(lookups, values))[0]?.value),
    share: async (association, part, whole, year) =>
      Number((await rows(shares, [association, part, 'budget', year, association, whole, 'budget', year]))[0]?.value),
    rank: async (label, year) => (await rows(ranks, [label, year])).length,
    series: async (label, from, to) => (await rows(manyYears, [label, from, to])).length,
    close: () => connection.closeSync(),
  }
}
