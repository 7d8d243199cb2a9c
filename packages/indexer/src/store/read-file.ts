import { extname } from 'node:path'
import { failure, success } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import type { ReadFileBytes } from './reading-port.ts'

/** Reads with `@finsam/reader`. The reader takes a document's id from its file name, so another id is another name. */
export const readFileBytes: ReadFileBytes = ({ bytes, fileName, id, registry }) => {
  const read = readDocument({ bytes, fileName: id === undefined ? fileName : `${id}${extname(fileName)}`, registry })
  if (!read.ok) return read
  const { reading, document, passages } = read.value
  if (id !== undefined && reading.document.id !== id)
    return failure('id-invalid', `“${id}” cannot be a document's id. Use letters, digits, dots, hyphens and underscores.`)
  return success({ reading, lines: document.lines.map(line => line.text), passages })
}
