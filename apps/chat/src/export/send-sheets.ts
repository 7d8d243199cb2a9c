import type { FastifyReply } from 'fastify'
import type { ExportSheet } from './answer-sheets.ts'
import { csvOf } from './csv.ts'
import { xlsxOf } from './xlsx.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
export type SheetFormat = keyof typeof types

/** Sends sheets as a file to be saved. */
export async function sendSheets(
  reply: FastifyReply,
  sheets: readonly ExportSheet[],
  format: SheetFormat,
  name: string,
): Promise<FastifyReply> {
  return reply
    .header('content-type', types[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .send(format === 'csv' ? Buffer.from(csvOf(sheets)) : await xlsxOf(sheets))
}
