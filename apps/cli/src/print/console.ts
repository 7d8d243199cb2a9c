import { randomUUID } from 'node:crypto'
import type { Failure } from '@finsam/domain'

/** One line on standard output. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** One line on standard error, for what is no answer. */
export const warn = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Tells an expected failure in one line, with the nearest known names, and gives the exit code. */
export function refuse({ message, nearest }: Failure, about?: string): number {
  const near = nearest && nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : ''
  warn(`finsam: ${about ? `${about}: ` : ''}${message}${near}`)
  return 1
}

/** Tells that finsam itself failed. The stack is shown only where FINSAM_DEBUG is set. */
export function reportBug(error: unknown): number {
  const number = randomUUID().slice(0, 8)
  warn(`finsam: something went wrong inside finsam (${number}). Run it again with FINSAM_DEBUG=1 to see the details.`)
  if (process.env.FINSAM_DEBUG) console.error(error)
  return 1
}

/** A reader that closes the pipe early (`finsam export … | head`) is no error. */
export function closeQuietlyOnBrokenPipe(): void {
  process.stdout.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
