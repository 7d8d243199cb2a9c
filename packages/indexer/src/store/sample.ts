import type { Table } from '@lancedb/lancedb'
import type * as z from 'zod'
import { rowsOf } from './rows.ts'

const STRETCHES = 40

/** Rows that stand for a table: all of them where there are no more than wanted, otherwise stretches spread evenly over it. */
export async function sampleRows<Row extends z.ZodObject>(table: Table, schema: Row, wanted: number): Promise<readonly z.infer<Row>[]> {
  const count = await table.countRows()
  const stretches = count <= wanted ? 1 : STRETCHES
  const length = Math.ceil(Math.min(count, wanted) / stretches)
  const rows: z.infer<Row>[] = []
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const query = table.query().select(Object.keys(schema.shape)).limit(length)
    rows.push(...(await rowsOf(query.offset(Math.floor((stretch * count) / stretches)), schema)))
  }
  return rows
}
