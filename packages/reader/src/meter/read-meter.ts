import type { Fact, Meter } from '@finsam/domain'
import type { NumericToken } from '../statements/read-statements.ts'
import type { TextDocument, TextLine } from '../text/text-document.ts'
import { whyNoFigure } from './why-no-figure.ts'

/** What a document's numbers may stand in. */
export interface AccountedFor {
  readonly tables: readonly NumericToken[]
  /** Those that findings follow from are among them. */
  readonly facts: readonly Fact[]
}

const mostListed = 2_000
const numeric = /\d+(?:[.,:/-]\d+)*/g

const digitsOf = (text: string): readonly string[] => text.match(/\d+/g) ?? []

/** Digit groups that facts print, by the lines they stand on. */
function saidByLine(facts: readonly Fact[]): ReadonlyMap<number, ReadonlySet<string>> {
  const said = new Map<number, Set<string>>()
  for (const { printed, source } of facts) {
    const digits = digitsOf(printed)
    if (digits.length === 0) continue
    for (let line = source.line; line <= Math.min(source.lineTo ?? source.line, source.line + 60); line += 1) {
      const known = said.get(line) ?? new Set()
      for (const each of digits) known.add(each)
      said.set(line, known)
    }
  }
  return said
}

function tokensByLine(tokens: readonly NumericToken[]): ReadonlyMap<number, readonly NumericToken[]> {
  const byLine = new Map<number, NumericToken[]>()
  for (const token of tokens) {
    const known = byLine.get(token.line)
    if (known) known.push(token)
    else byLine.set(token.line, [token])
  }
  return byLine
}

interface Told {
  readonly cells: readonly NumericToken[]
  readonly said: ReadonlySet<string>
}

const isTold = (match: RegExpMatchArray, { cells, said }: Told): boolean => {
  const start = match.index ?? 0
  const end = start + match[0].length
  return cells.some(cell => cell.start < end && cell.end > start) || digitsOf(match[0]).every(digits => said.has(digits))
}

function measureLine(line: TextLine, told: Told, rest: Meter['rest']): { numbers: number; accounted: number } {
  let numbers = 0
  let accounted = 0
  for (const match of line.text.matchAll(numeric)) {
    numbers += 1
    if (isTold(match, told)) accounted += 1
    else if (rest.length < mostListed)
      rest.push({ line: line.number, text: match[0].slice(0, 40), why: whyNoFigure(line.text, match.index, match[0]) })
  }
  return { numbers, accounted }
}

/**
 * How much of a document's numbers was understood: the share that stands in a figure, a fact or a finding. The others are listed with
 * their line and what they are thought to be, for people to judge; at most two thousand of them.
 */
export function readMeter(document: TextDocument, { tables, facts }: AccountedFor): Meter {
  const cells = tokensByLine(tables)
  const said = saidByLine(facts)
  const rest: Meter['rest'] = []
  const total = { numbers: 0, accounted: 0 }
  for (const line of document.lines) {
    const told = { cells: cells.get(line.number) ?? [], said: said.get(line.number) ?? new Set<string>() }
    const { numbers, accounted } = measureLine(line, told, rest)
    total.numbers += numbers
    total.accounted += accounted
  }
  return { ...total, rest }
}
