import type { Answer } from '@finsam/assistant'
import type { CalledTool } from '@finsam/mcp'
import * as z from 'zod'
import type { AskedRecord } from '../contract/records.ts'

/** A line of the log of what was asked. */
export interface AskedEntry {
  readonly at: string
  readonly json: string
}

const mostWritten = 2_000

function entry(asked: Omit<AskedRecord, 'at'>): AskedEntry {
  const at = new Date().toISOString()
  return { at, json: JSON.stringify({ at, ...asked }) }
}

const figureSchema = z.object({ role: z.string(), label: z.string(), value: z.number(), unit: z.string() })
type LoggedFigure = z.infer<typeof figureSchema>
const replySchema = z.object({ status: z.string().default('answered'), figures: z.array(figureSchema).default([]) })

/** The figures that were asked for, without their sources. */
const given = (figures: readonly LoggedFigure[]): AskedRecord['figures'] =>
  figures.filter(({ role }) => role !== 'input').map(({ label, value, unit }) => ({ label, value, unit }))

/** What the log keeps of an answer. */
export const askedEntry = ({ question, status, figures }: Answer, who: string, data: string): AskedEntry =>
  entry({ who, question, status, figures: given(figures), data })

/** What the log keeps of a tool's call: its name and arguments stand where a question does. */
export function calledEntry({ tool, args, outcome }: CalledTool, who: string, data: string): AskedEntry {
  const question = `${tool} ${JSON.stringify(args)}`.slice(0, mostWritten)
  if ('refused' in outcome) return entry({ who, question, status: 'refused', figures: [], data })
  const reply = replySchema.safeParse(outcome.data)
  const { status, figures } = reply.success ? reply.data : { status: 'answered', figures: [] }
  return entry({ who, question, status, figures: given(figures), data })
}
