import { Field, Int32, Utf8 } from 'apache-arrow'

const primaryKey = new Map([['lance-schema:unenforced-primary-key', 'true']])
/** The column by which rows are one: two writers of the same key leave one row. */
export const key = (name: string) => new Field(name, new Utf8(), false, primaryKey)
export const text = (name: string, nullable = false) => new Field(name, new Utf8(), nullable)
export const integer = (name: string, nullable = false) => new Field(name, new Int32(), nullable)

/** A text as an SQL literal. */
export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`
