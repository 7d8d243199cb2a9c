import { type Calculation, formulaOf, type Quantity } from '@finsam/domain'
import type { Citation } from '../../answer/answer.ts'
import type { AssistantContext } from '../../context.ts'
import { inBase } from './amount-text.ts'
import type { DocumentRecord, FigureRecord } from './figure-record.ts'
import { placeOnWire } from './place-text.ts'
import { tellNotes } from './tell-notes.ts'

type Role = FigureRecord['role']

const citationOf = ({ document, page, line, text, place }: Citation): Citation => ({
  document,
  ...(page === undefined ? {} : { page }),
  line,
  text,
  ...placeOnWire({ line, ...(place ? { place } : {}) }),
})

/** Where a printed amount stands, each place once. */
const citationsOf = (quantity: Quantity): Citation[] => {
  const places = new Map(quantity.printings.map(({ source }) => [`${source.document}:${source.line}`, citationOf(source)]))
  return [...places.values()]
}

const sourcesOf = ({ quantity, fact }: Calculation): Citation[] => {
  if (quantity) return citationsOf(quantity)
  return fact ? [citationOf(fact.source)] : []
}

function kindOf({ operation, quantity, fact, trust, inputs }: Calculation): FigureRecord['kind'] {
  if (operation === 'project' || operation === 'solve') return 'projected'
  if (inputs.length > 0 || !(quantity || fact)) return trust.status === 'ambiguous' ? 'ambiguous' : 'computed'
  return trust.status === 'confirmed' ? 'printed' : trust.status
}

/** Every value that open readings allow; nothing where there is one. */
function alternativesOf({ alternatives, quantity, result }: Calculation): { alternatives?: number[] } {
  const values = alternatives?.map(({ value }) => value) ?? quantity?.alternatives ?? []
  return values.length > 1 ? { alternatives: values.map(value => inBase(value, result.unit)) } : {}
}

/** A figure before it has its id and its formula. */
type Leaf = Omit<FigureRecord, 'id' | 'role' | 'calculation'>

const leaves = new WeakMap<Calculation, Leaf>()

/** The leaf of a calculation, made once for one that is kept. */
function leafOf(calculation: Calculation): Leaf {
  const known = leaves.get(calculation)
  if (known) return known
  const leaf = makeLeaf(calculation)
  leaves.set(calculation, leaf)
  return leaf
}

function makeLeaf(calculation: Calculation): Leaf {
  const { result, label, direction, association, period, scenario, quantity, trust } = calculation
  const proof = quantity?.printings.find(printing => printing.proof !== undefined)?.proof
  return {
    label: label.en,
    ...(calculation.name === undefined ? {} : { whatIf: calculation.name }),
    value: inBase(result.value, result.unit),
    unit: result.unit,
    low: inBase(result.low, result.unit),
    high: inBase(result.high, result.unit),
    ...(direction ? { direction } : {}),
    kind: kindOf(calculation),
    ...(association ? { association } : {}),
    ...(period ? { period } : {}),
    ...(scenario ? { scenario } : {}),
    sources: sourcesOf(calculation),
    ...(quantity ? { line: quantity.line } : {}),
    ...(proof === undefined ? {} : { proof }),
    ...alternativesOf(calculation),
    ...(trust.mapping === 'exact' ? {} : { mapping: trust.mapping }),
  }
}

/** The calculation's rows that were asked for: those of a ranking or series, each what-if's years under its name, else itself. */
function answersOf(calculation: Calculation): readonly Calculation[] {
  if (calculation.operation !== 'what-ifs') return calculation.ordered ?? [calculation]
  return (calculation.ordered ?? []).flatMap(({ name = 'as planned', ordered = [] }) => ordered.map(year => ({ ...year, name })))
}

const identity = ({ operation, quantity, fact, name, label, association, period, scenario, result }: Calculation): string =>
  quantity?.id ?? fact?.id ?? JSON.stringify([operation, name, label.en, association, period, scenario, result.value])

/** Collects figures under ids `f1`, `f2` …; the same input of two calculations is one figure. */
class FigureList {
  readonly #byIdentity = new Map<string, FigureRecord>()
  /** What is being added: an amount that is the sum of itself alone is still two figures. */
  readonly #open = new Set<string>()

  get figures(): FigureRecord[] {
    return [...this.#byIdentity.values()]
  }

  add(calculation: Calculation, role: Role): string {
    const same = identity(calculation)
    const key = this.#open.has(same) ? `${same} ${this.#open.size}` : same
    const known = this.#byIdentity.get(key)
    if (known) {
      if (role === 'answer') known.role = role
      return known.id
    }
    const figure: FigureRecord = { id: `f${this.#byIdentity.size + 1}`, role, ...leafOf(calculation) }
    this.#byIdentity.set(key, figure)
    if (calculation.inputs.length > 0) {
      this.#open.add(key)
      const inputs = calculation.inputs.map(input => this.add(input, 'input'))
      this.#open.delete(key)
      figure.calculation = { operation: calculation.operation, formula: formulaOf(calculation, 'en'), inputs }
    }
    return figure.id
  }
}

/** The documents that figures cite, with the version that each line belongs to. */
export function documentRecords(context: AssistantContext, citations: readonly Citation[]): DocumentRecord[] {
  return [...new Set(citations.map(({ document }) => document))].flatMap(id => {
    const known = context.library.document(id)
    return known ? [{ id, hash: known.hash, title: known.title, status: known.status }] : []
  })
}

export interface CalculationRecord {
  readonly figures: FigureRecord[]
  readonly documents: DocumentRecord[]
  readonly notes: string[]
}

/**
 * Calculations as they go on the wire: what was asked for, each followed by what went into it, with formulas and sources.
 * Money in kronor here, as everywhere outside of the engine.
 */
export function recordCalculations(context: AssistantContext, calculations: readonly Calculation[]): CalculationRecord {
  const list = new FigureList()
  for (const answer of calculations.flatMap(answersOf)) list.add(answer, 'answer')
  const figures = list.figures
  return {
    figures,
    documents: documentRecords(
      context,
      figures.flatMap(({ sources }) => sources),
    ),
    notes: tellNotes(calculations, calculations.flatMap(answersOf), id => context.library.association(id)?.shortName ?? id),
  }
}
