import { useState } from 'preact/hooks'
import type { CorrectionRequest } from '../../contract/records.ts'

type Reviewed = readonly CorrectionRequest[]

const keyOf = (upload: string): string => `finsam-reviewed ${upload}`

function read(upload: string): Reviewed {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(upload)) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function keep(upload: string, reviewed: Reviewed): void {
  try {
    sessionStorage.setItem(keyOf(upload), JSON.stringify(reviewed))
  } catch {}
}

/** The word on one cell is the same cell's, whatever it says. */
const sameCell = (one: Omit<CorrectionRequest, 'amount' | 'why'>, other: Omit<CorrectionRequest, 'amount' | 'why'>): boolean =>
  one.statement === other.statement && one.line === other.line && one.column === other.column && one.printed === other.printed

/** Those of a file's cells of which nothing has been said yet. */
export const unreviewed = <Item extends Omit<CorrectionRequest, 'amount' | 'why'>>(
  items: readonly Item[],
  reviewed: Reviewed,
): readonly Item[] => items.filter(item => !reviewed.some(cell => sameCell(cell, item)))

/** What was said about the cells of a waiting file. The tab keeps it until the file is published: a reload, or a look elsewhere, loses nothing. */
export function useReviewed(upload: string): readonly [Reviewed, (cell: CorrectionRequest) => void] {
  const [reviewed, setReviewed] = useState(() => read(upload))
  const add = (cell: CorrectionRequest) => {
    const next = [...reviewed.filter(known => !sameCell(known, cell)), cell]
    keep(upload, next)
    setReviewed(next)
  }
  return [reviewed, add]
}
