import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { failure, type Result, success } from '@finsam/domain'
import { maxFileBytes } from '@finsam/reader'

const texts = ['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.csv', '.tsv']
const READABLE = new Set([...texts, '.pdf', '.docx', '.xlsx', '.xls', '.ods', '.png', '.jpg', '.jpeg'])

/** Whether a name has the extension of a format that is read. */
export const isReadableName = (name: string): boolean => READABLE.has(extname(name).toLowerCase())

/** A file as it was named, with what is in it. */
export interface NamedFile {
  readonly path: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path.',
  EACCES: 'it may not be read. Check its permissions.',
  EPERM: 'it may not be read. Check its permissions.',
  ENOTDIR: 'a part of the path is a file, not a folder. Check the path.',
  ENAMETOOLONG: 'the path is too long.',
  ELOOP: 'it is a link to itself.',
}

/** Why a path cannot be read, in one sentence; our own bugs are thrown on. */
function unreadable(error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^E[A-Z0-9]+$/.test(code)) throw error
  return failure('file-unreadable', reasons[code] ?? 'it cannot be read.')
}

/** The files that a path stands for: itself, or the readable ones of a folder by name. */
export async function filesAt(path: string): Promise<Result<readonly string[]>> {
  try {
    if (!(await stat(path)).isDirectory()) return success([path])
    const names = (await readdir(path)).filter(isReadableName).sort()
    return names.length > 0
      ? success(names.map(name => join(path, name)))
      : failure('folder-empty', 'the folder holds no documents (text, Markdown, PDF, Word, Excel, HTML, CSV).')
  } catch (error) {
    return unreadable(error)
  }
}

/** Reads one file; what is too large is refused before it is read. */
export async function readNamedFile(path: string): Promise<Result<NamedFile>> {
  try {
    const about = await stat(path)
    if (!about.isFile()) return failure('file-unreadable', 'it is no regular file.')
    if (about.size > maxFileBytes)
      return failure(
        'file-too-large',
        `it is ${Math.ceil(about.size / 1024 / 1024)} MB; at most ${maxFileBytes / 1024 / 1024} MB are read, so split it or export its text.`,
      )
    return success({ path, fileName: basename(path), bytes: await readFile(path) })
  } catch (error) {
    return unreadable(error)
  }
}
