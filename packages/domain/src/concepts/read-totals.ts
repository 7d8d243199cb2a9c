import type { Line } from '../model/reading.ts'
import { isWithin } from './concept-table.ts'
import { generic, isSubtotal, isTotalLabel, itemsBelow, type LineMeaning, ownFunds, type Sheet, titleConcept } from './sheet.ts'

function mapIncomeTotal(sheet: Sheet, line: Line): LineMeaning | undefined {
  const concepts = itemsBelow(sheet.statement, line).map(item => sheet.meanings.get(item.id)?.concept)
  if (concepts.length === 0) return undefined
  if (concepts.some(concept => ownFunds.has(concept)))
    return { concept: 'available-funds', mapping: 'inferred', note: 'includes-brought-forward' }
  if (concepts.every(concept => concept === 'contribution-municipality'))
    return { concept: 'contributions-municipalities', mapping: 'inferred' }
  if (concepts.every(concept => concept && isWithin(concept, 'contributions'))) return { concept: 'contributions', mapping: 'inferred' }
  return { concept: 'total-income', mapping: 'inferred' }
}

/** `Summa verksamhetens kostnader` is everything in one document and administration alone in the next: what it adds up tells. */
function mapCostTotal(sheet: Sheet, line: Line, initiativesKnown: boolean): LineMeaning | undefined {
  const costs = sheet.statement.lines.filter(other => other.nature === 'cost' && other.role === 'item')
  const below = itemsBelow(sheet.statement, line)
  if (below.length === 0) return undefined
  const about = titleConcept(sheet)
  if (about && costs.every(cost => below.includes(cost))) return { concept: about, mapping: 'inferred' }
  const concepts = below.map(item => sheet.meanings.get(item.id)?.concept)
  const initiatives = concepts.filter(concept => concept && isWithin(concept, 'initiatives')).length
  const everything = costs.every(cost => below.includes(cost))
  if (initiatives === 0 && everything && !initiativesKnown) return { concept: 'total-costs', mapping: 'inferred' }
  if (initiatives === 0) return { concept: 'administration', mapping: 'inferred', note: 'operating-costs-as-administration' }
  if (initiatives === concepts.length && !(everything && below.some(item => sheet.meanings.get(item.id)?.assumed)))
    return { concept: 'initiatives', mapping: 'inferred' }
  // A part of the costs that holds several kinds is none of them.
  return isSubtotal(sheet.statement, line) && !everything ? { mapping: 'inferred' } : { concept: 'total-costs', mapping: 'inferred' }
}

/** A result from which funds of earlier years were not taken out is the balance that is left, not the year's result. */
function mapResult(sheet: Sheet, line: Line): void {
  const concepts = itemsBelow(sheet.statement, line).map(item => sheet.meanings.get(item.id)?.concept)
  if (
    line.sumOf &&
    concepts.some(concept => ownFunds.has(concept)) &&
    concepts.some(concept => concept && isWithin(concept, 'total-costs'))
  )
    sheet.meanings.set(line.id, { concept: 'closing-equity', mapping: 'inferred', note: 'balance-not-result' })
}

const isGenericTotal = (sheet: Sheet, line: Line): boolean =>
  isTotalLabel(line) && line.role !== 'of-which' && generic.has(sheet.meanings.get(line.id)?.concept)

/** `Summa finansiering` names no cost, and all that it states to add is known for contributions and funds: that tells, not what it was read as. */
function addsFunding({ statement, meanings }: Sheet, line: Line): boolean {
  if (!line.sumOf || meanings.has(line.id)) return false
  const concepts = itemsBelow(statement, line).map(({ id }) => meanings.get(id)?.concept)
  return concepts.every(concept => ownFunds.has(concept) || (concept !== undefined && isWithin(concept, 'contributions')))
}

/** Whether a table is known to hold initiatives. */
export const knowsInitiatives = ({ meanings }: Sheet): boolean =>
  [...meanings.values()].some(({ concept }) => concept !== undefined && isWithin(concept, 'initiatives'))

/** What totals stand for whose name says nothing, from what they add. */
export const readTotals = (sheet: Sheet, initiativesKnown: boolean): void => {
  for (const line of sheet.statement.lines)
    if (isGenericTotal(sheet, line)) {
      const meaning =
        line.nature === 'income' || addsFunding(sheet, line)
          ? mapIncomeTotal(sheet, line)
          : line.nature === 'cost'
            ? mapCostTotal(sheet, line, initiativesKnown)
            : undefined
      if (meaning) sheet.meanings.set(line.id, meaning)
    }
  for (const line of sheet.statement.lines) if (line.nature === 'result') mapResult(sheet, line)
}
