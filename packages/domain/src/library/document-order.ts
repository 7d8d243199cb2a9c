import { yearOf } from '../model/period.ts'
import type { DocumentInfo, Scenario } from '../model/reading.ts'
import type { Library, Printing, Quantity } from './library.ts'

const statusRank: Readonly<Record<DocumentInfo['status'], number>> = { revised: 0, decided: 1, unknown: 2, proposal: 3 }
const kindRank: Readonly<Record<DocumentInfo['kind'], number>> = {
  'annual-report': 0,
  'plan-and-budget': 1,
  budget: 2,
  plan: 3,
  'interim-report': 4,
  other: 5,
}

/** Orders documents by how much they speak for their year: not a mere proposal, a report before a plan before an interim report, the later decided first. */
export const compareAuthority = (one: DocumentInfo, other: DocumentInfo): number =>
  Number(one.status === 'proposal') - Number(other.status === 'proposal') ||
  kindRank[one.kind] - kindRank[other.kind] ||
  statusRank[one.status] - statusRank[other.status] ||
  (other.decided ?? '').localeCompare(one.decided ?? '') ||
  (one.id < other.id ? -1 : 1)

/** The scenario of a document's own year: what it decides or reports. */
export const ownScenario = (document: DocumentInfo): Scenario =>
  document.kind === 'annual-report' || document.kind === 'interim-report' ? 'actual' : 'budget'

/**
 * Which of two documents speaks for a quantity: the one of the quantity's own year (for an outcome, a report),
 * decided rather than proposed; a later printing is a comparison.
 */
export function comparePrecedence(one: DocumentInfo, other: DocumentInfo, year: number, scenario: Scenario): number {
  const foreign = (document: DocumentInfo): number => Number(document.fiscalYear !== year)
  const offScenario = (document: DocumentInfo): number =>
    Number((ownScenario(document) === 'actual') !== (scenario === 'actual' || scenario === 'forecast'))
  return foreign(one) - foreign(other) || offScenario(one) - offScenario(other) || compareAuthority(one, other)
}

const width = (printing: Printing): number => printing.high - printing.low
/** What a person has confirmed comes before what is printed elsewhere. */
const rankOfStatus = { confirmed: -1, printed: 0, repaired: 1, derived: 2, ambiguous: 3 } as const

type Identity = Pick<Quantity, 'id' | 'association' | 'line' | 'scenario' | 'period' | 'unit' | 'measure'>

/** All printings of one quantity as one amount: the intervals' meeting, the surest and finest value in it; a conflict keeps the preferred document's. */
export function gatherPrintings(
  identity: Identity,
  printings: readonly Printing[],
  documents: ReadonlyMap<string, DocumentInfo>,
): Quantity {
  const [single] = printings
  if (printings.length === 1 && single) return summarise(identity, printings, single, single.low, single.high, false)
  const year = identity.period ? yearOf(identity.period) : 0
  const ordered = printings.toSorted((one, other) => {
    const [a, b] = [documents.get(one.document), documents.get(other.document)]
    const byDocument = a && b && a !== b ? comparePrecedence(a, b, year, identity.scenario) : 0
    return rankOfStatus[one.status] - rankOfStatus[other.status] || byDocument || width(one) - width(other)
  })
  const low = Math.max(...printings.map(printing => printing.low))
  const high = Math.min(...printings.map(printing => printing.high))
  const conflict = low > high
  const surest = Math.max(0, ...ordered.slice(0, 1).map(({ status }) => rankOfStatus[status]))
  const sure = ordered.filter(({ status }) => rankOfStatus[status] <= surest)
  const finest = sure.toSorted((one, other) => width(one) - width(other))[0]
  const best = conflict ? ordered[0] : finest
  if (!best) throw new Error('a quantity without a printing')
  return conflict ? summarise(identity, ordered, best, best.low, best.high, true) : summarise(identity, ordered, best, low, high, false)
}

type Writable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] }

function summarise(
  { id, association, line, scenario, period, unit, measure }: Identity,
  printings: readonly Printing[],
  best: Printing,
  low: number,
  high: number,
  conflict: boolean,
): Quantity {
  const { value, status } = best
  const quantity: Writable<Quantity> = { id, association, line, scenario, period, unit, value, low, high, status, printings, conflict }
  if (measure !== undefined) quantity.measure = measure
  if (best.alternatives) quantity.alternatives = best.alternatives
  return quantity
}

function mainDocumentOf(documents: readonly DocumentInfo[], year: number | undefined): DocumentInfo | undefined {
  const latest = year ?? Math.max(...documents.map(({ fiscalYear }) => fiscalYear ?? Number.NEGATIVE_INFINITY))
  const own = documents.filter(({ fiscalYear }) => fiscalYear === latest)
  const candidates = own.length > 0 || year !== undefined ? own : documents
  return candidates.toSorted(compareAuthority)[0]
}

/** The document that speaks for each association and year, sorted out once each. */
export function rememberingMainDocument(documentsOf: ReadonlyMap<string, readonly DocumentInfo[]>): Library['mainDocument'] {
  const known = new Map<string, DocumentInfo | undefined>()
  return (association, year) => {
    const key = `${association} ${year ?? ''}`
    if (!known.has(key)) known.set(key, mainDocumentOf(documentsOf.get(association) ?? [], year))
    return known.get(key)
  }
}
