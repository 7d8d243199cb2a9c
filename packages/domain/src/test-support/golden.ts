import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createLibrary } from '../library/create-library.ts'
import type { Library } from '../library/library.ts'
import { registrySchema } from '../model/association.ts'
import type { DocumentReading, Fact, Line } from '../model/reading.ts'
import facts from './golden-facts.json' with { type: 'json' }

const data = join(import.meta.dirname, '../../../../data')

type Kind = DocumentReading['document']['kind']
interface Golden {
  readonly document: { readonly id: string; readonly title: string; readonly fiscalYear: number; readonly decided?: string }
  readonly statements: readonly (Omit<DocumentReading['statements'][number], 'lines'> & { readonly lines: readonly Partial<Line>[] })[]
}

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/delårs/i, 'interim-report'],
  [/årsredovisning/i, 'annual-report'],
  [/budget/i, 'plan-and-budget'],
]

/** The golden files know a few natures of their own. */
const natures: Readonly<Record<string, Line['nature']>> = {
  'brought-forward': 'income',
  'carried-forward': 'result',
  total: 'liability',
  subtotal: 'cost',
}

const lineOf = (line: Partial<Line>): Line => ({
  id: line.id ?? '',
  label: line.label ?? '',
  printedLabel: line.printedLabel ?? line.label ?? '',
  sourceLine: line.sourceLine ?? 1,
  text: line.label ?? '',
  nature: natures[line.nature ?? ''] ?? line.nature ?? 'text',
  role: line.role ?? (line.sumOf ? 'total' : 'item'),
  ...(line.section ? { section: line.section } : {}),
  ...(line.unit ? { unit: line.unit } : {}),
  ...(line.sumOf ? { sumOf: line.sumOf } : {}),
  values: line.values ?? {},
})

interface GoldenFact {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly attribute: string
  readonly value: number
  readonly unit: string
  readonly qualifier?: string
  readonly line: number
}
const goldenFacts: Readonly<Record<string, readonly GoldenFact[]>> = facts

/** What the prose of the shipped documents states about limits, in words of our own. */
const factsOf = (document: string): Fact[] =>
  (goldenFacts[document] ?? []).map(({ line, ...fact }) => ({
    ...fact,
    printed: String(fact.value),
    context: `${fact.subject}: ${fact.attribute}`,
    source: { document, line, text: `${fact.subject}: ${fact.attribute}` },
  }))

/** What the golden files expect a document to be read as. */
export function goldenReading(id: string): DocumentReading {
  const golden = JSON.parse(readFileSync(join(data, 'golden', `${basename(id)}.json`), 'utf8')) as Golden
  const { title, fiscalYear, decided } = golden.document
  return {
    document: {
      id,
      hash: '0'.repeat(64),
      title,
      kind: kinds.find(([pattern]) => pattern.test(title))?.[1] ?? 'plan',
      association: id.replace(/-\d{4}.*$/, ''),
      associationName: id.replace(/-\d{4}.*$/, ''),
      fiscalYear,
      ...(decided ? { decided } : {}),
      status: 'decided',
      language: 'sv',
      lines: 1_000,
    },
    statements: golden.statements.map(statement => ({ ...statement, lines: statement.lines.map(lineOf) })),
    facts: factsOf(id),
    findings: [],
    headings: [],
    meter: { numbers: 0, accounted: 0, rest: [] },
  }
}

/** The shipped associations with the golden readings of their documents. */
export function goldenLibrary(): Library {
  const ids = readdirSync(join(data, 'golden')).flatMap(name => (name.endsWith('.json') ? [basename(name, '.json')] : []))
  const registry = registrySchema.parse(JSON.parse(readFileSync(join(data, 'registry.json'), 'utf8')))
  return createLibrary(ids.sort().map(goldenReading), registry)
}
