import { calendarYear, type Fact } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import type { TextDocument } from '../text/text-document.ts'
import { cellsOf } from './board-table.ts'

/** What a column of a table of goals holds, and of which year. */
type Column =
  | { readonly holds: 'goal' | 'measure' | 'judgement' }
  | { readonly holds: 'target' | 'outcome'; readonly year: number | undefined }

const yearIn = (text: string): number | undefined => {
  const found = /\b20\d\d\b/.exec(text)?.[0]
  return found === undefined ? undefined : Number(found)
}

const columnOf = (cell: string): Column | undefined => {
  const letters = plain(cell)
  if (/^(?:mal|delmal|malomrade|goal)$/.test(letters)) return { holds: 'goal' }
  if (/^(?:indikator|matt|matetal|hur det mats)/.test(letters)) return { holds: 'measure' }
  if (/^(?:bedomning|maluppfyllelse|uppfyllt|status|natt|uppnatt)/.test(letters)) return { holds: 'judgement' }
  if (/^(?:mal|malvarde|malniva|target)\b/.test(letters)) return { holds: 'target', year: yearIn(letters) }
  return /^(?:utfall|resultat|outcome|nulage)\b/.test(letters) ? { holds: 'outcome', year: yearIn(letters) } : undefined
}

interface Level {
  readonly value: number
  readonly unit: string
  readonly qualifier?: string
}

const level =
  /^(?<bound>minst|högst|max)?\s?(?<value>\d{1,3}(?:[\s\u00a0]\d{3})*(?:,\d+)?)\s?(?<unit>%|procent|st|personer|dagar|veckor)?$/i
const units: Readonly<Record<string, string>> = { '%': 'percent', procent: 'percent', personer: 'persons', dagar: 'days', veckor: 'weeks' }

/** `minst 45 %`, `412`: a level that a goal sets or that came out. */
function levelIn(cell: string): Level | undefined {
  const { bound, value, unit = '' } = level.exec(cell.trim())?.groups ?? {}
  if (value === undefined) return undefined
  const number = Number(value.replace(/[\s\u00a0]/g, '').replace(',', '.'))
  const qualifier = bound === undefined ? {} : { qualifier: /^minst/i.test(bound) ? 'min' : 'max' }
  return { value: number, unit: units[unit.toLowerCase()] ?? 'count', ...qualifier }
}

type Told = Pick<Fact, 'kind' | 'subject' | 'attribute' | 'value'> & Partial<Pick<Fact, 'unit' | 'qualifier' | 'period'>>

/** What a row tells of one goal: the levels it sets, what came out, and whether it was reached. */
function toldBy(cells: readonly string[], columns: readonly (Column | undefined)[]): readonly Told[] {
  const cellOf = (holds: Column['holds']): string | undefined => cells[columns.findIndex(column => column?.holds === holds)]
  const goal = cellOf('goal')?.replace(numbering, '')
  if (goal === undefined || !/\p{L}{3}/u.test(goal)) return []
  const indicator = cellOf('measure')
  const measure = indicator === undefined || indicator === '' ? goal : `${indicator}`
  const of = (year: number | undefined) => (year === undefined ? {} : { period: calendarYear(year) })
  const levels = cells.flatMap((cell, at): readonly Told[] => {
    const column = columns[at]
    const found = levelIn(cell)
    if (!found || (column?.holds !== 'target' && column?.holds !== 'outcome')) return []
    const outcome = found.unit === 'percent' ? 'share' : 'statistic'
    return column.holds === 'target'
      ? [{ kind: 'target', subject: goal, attribute: measure, ...found, ...of(column.year) }]
      : [{ kind: outcome, subject: goal, attribute: `utfall, ${measure}`, ...found, ...of(column.year) }]
  })
  const judged = cellOf('judgement')
  return judged && levels.length > 0
    ? [...levels, { kind: 'narrative', subject: goal, attribute: `måluppfyllelse, ${measure}`, value: judged }]
    : levels
}

const numbering = /^\d{1,2}[.)]\s*/
const isRule = /^[\s|:-]*$/
const mostLines = 20_000

/**
 * Goals that a table tells: a header that names a column of goals and a column of levels, and rows below it whose columns are set apart.
 *
 * @example  `| Mål | Målnivå 2023 | Utfall 2023 | Bedömning |` over `| Nöjda deltagare | 85 % | 91 % | Uppfyllt |` gives a target, a share and a judgement
 */
export function readGoalTables(document: TextDocument): readonly Omit<Fact, 'id'>[] {
  return document.lines.slice(0, mostLines).flatMap((line, at) => {
    const header = line.text.length > 400 || !/m[aå]l|goal/i.test(line.text) ? [] : cellsOf(line.text).map(columnOf)
    if (header[0]?.holds !== 'goal' || !header.some(column => column?.holds === 'target' || column?.holds === 'outcome')) return []
    const names = cellsOf(line.text)
    const facts: Omit<Fact, 'id'>[] = []
    for (const row of document.lines.slice(at + 1)) {
      if (isRule.test(row.text) && /[|-]/.test(row.text)) continue
      const cells = cellsOf(row.text)
      if (cells.length !== header.length) break
      const said = cells.map((cell, place) => (levelIn(cell) ? `${names[place] ?? ''}: ${cell}` : cell.replace(numbering, '')))
      const printed = row.text.trim()
      const source = { document: document.id, hash: document.hash, line: row.number, text: row.text.slice(0, 2_000) }
      for (const told of toldBy(cells, header))
        facts.push({ ...told, printed: printed.slice(0, 240), context: said.join(' · ').slice(0, 600), source })
    }
    return facts
  })
}
