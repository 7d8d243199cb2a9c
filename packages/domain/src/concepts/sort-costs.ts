import type { Line } from '../model/reading.ts'
import { fold } from '../text/fold.ts'
import { isWithin } from './concept-table.ts'
import { generic, isSubtotal, isTotalLabel, itemsBelow, type LineMeaning, natureOf, type Sheet, titleConcept } from './sheet.ts'

/** Whether a table has all initiatives in one line or total, so that what stands outside of it is something else. */
const initiativesApart = (sheet: Sheet, line: Line): boolean =>
  sheet.statement.lines.some(
    other =>
      other !== line && sheet.meanings.get(other.id)?.concept === 'initiatives' && !itemsBelow(sheet.statement, other).includes(line),
  )

/** What interest yields less what it costs is neither, and no cost of the business. */
const netOfInterest = /^(finans|rante)netto\b|^finansiella poster\b/

/** Items take their kind from the total that adds them, else from the heading above them. */
function mapCostItem(sheet: Sheet, line: Line): LineMeaning {
  if (netOfInterest.test(fold(line.label))) return { mapping: 'inferred' }
  const parent = sheet.statement.lines.find(
    total => total.sumOf?.some(part => part.line === line.id) && !generic.has(sheet.meanings.get(total.id)?.concept),
  )
  const above = parent && sheet.meanings.get(parent.id)?.concept
  const section = fold(line.section ?? sheet.statement.title)
  if (above && isWithin(above, 'initiatives')) return { concept: 'initiative', mapping: 'inferred' }
  const known = sheet.meanings.get(line.id)
  const about = titleConcept(sheet)
  const ofManagement =
    /\badm|kansli|styrelse|\b(forbunds)?gemensam/.test(section) || (about !== undefined && isWithin(about, 'administration'))
  const ofInitiatives = /insats|projekt|aktivitet/.test(section) && !ofManagement
  if (ofInitiatives && !(known?.concept && isWithin('initiatives', known.concept)))
    return known?.concept === 'initiatives' ? known : { concept: 'initiative', mapping: 'inferred' }
  if (known?.concept) return known
  if (above === 'administration' || ofManagement || /verksamhetens kostnader/.test(section) || initiativesApart(sheet, line))
    return { concept: 'other-administration', mapping: 'inferred' }
  return { concept: 'initiative', mapping: 'inferred', assumed: true }
}

/** Tells the costs of a table apart: initiatives, administration, and what is known by its name. */
export const sortCosts = (sheet: Sheet): void => {
  for (const line of sheet.statement.lines)
    if (natureOf(sheet, line) === 'cost' && line.role === 'item' && !isTotalLabel(line))
      sheet.meanings.set(line.id, mapCostItem(sheet, line))
}

const isManagement = (meaning: LineMeaning | undefined): boolean =>
  meaning?.concept !== undefined && !meaning.assumed && isWithin(meaning.concept, 'administration')

const isInitiative = (meaning: LineMeaning | undefined): boolean =>
  meaning?.concept !== undefined && !meaning.assumed && isWithin(meaning.concept, 'initiatives')

/**
 * In a subtotal beside the initiatives, what nothing tells of is of the kind of its company: a cost between the office and the audit is
 * management too. Where no initiatives stand apart, it may be one of them.
 */
export function settleBesideManagement({ statement, meanings }: Sheet): void {
  if (!statement.lines.some(({ id }) => isInitiative(meanings.get(id)))) return
  for (const subtotal of statement.lines) {
    if (subtotal.nature !== 'cost' || !subtotal.sumOf || !isSubtotal(statement, subtotal)) continue
    const ids = subtotal.sumOf.map(({ line }) => line)
    const unknown = ids.filter(id => meanings.get(id)?.assumed)
    const others = ids.filter(id => !meanings.get(id)?.assumed)
    if (others.length === 0 || !others.every(id => isManagement(meanings.get(id)))) continue
    for (const id of unknown) meanings.set(id, { concept: 'other-administration', mapping: 'inferred' })
  }
}

/** A cost that one table tells nothing of is what another table of the document tells it to be. */
export function settleAssumed(sheets: readonly Sheet[]): void {
  const told = new Map<string, LineMeaning>()
  for (const { statement, meanings } of sheets)
    for (const line of statement.lines) {
      const meaning = meanings.get(line.id)
      if (meaning?.concept && !meaning.assumed && line.nature === 'cost') told.set(fold(line.label), meaning)
    }
  for (const { statement, meanings } of sheets)
    for (const line of statement.lines) {
      const known = told.get(fold(line.label))
      if (meanings.get(line.id)?.assumed && known) meanings.set(line.id, { ...known, mapping: 'inferred' })
    }
}
