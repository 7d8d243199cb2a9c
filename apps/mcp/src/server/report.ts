import { randomUUID } from 'node:crypto'

/** Notes an error of our own where the operator reads it, and returns the sentence for the caller: an id to look it up, nothing else. */
export type Report = (error: unknown, where: string) => string

/** Writes to standard error, which is the log of a stdio server. */
export const reportToStderr: Report = (error, where) => {
  const id = randomUUID().slice(0, 8)
  console.error(`finsam mcp: error ${id} in ${where}:`, error)
  return `Something went wrong inside finsam (error ${id}). Try again; if it stays, tell whoever runs this server the error's number.`
}
