import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes lines to the end of a file. What it acknowledges is on disk. */
export interface LineWriter {
  readonly write: (line: string) => Promise<void>
}

async function writeThrough(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(text)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/**
 * Lines that arrive while the disk is busy go together in the next write, so that many writers wait for few.
 *
 * @param torn  whether the file ends in the middle of a line, which then gets its end first
 */
export function lineWriter(path: string, torn = false): LineWriter {
  let text = torn ? '\n' : ''
  let next: Promise<void> | undefined
  let busy: Promise<void> = Promise.resolve()
  const flush = async (): Promise<void> => {
    const lines = text
    text = ''
    next = undefined
    await writeThrough(path, lines)
  }
  return {
    write: line => {
      text += `${line}\n`
      next ??= busy.then(flush)
      busy = next.catch(() => {})
      return next
    },
  }
}
