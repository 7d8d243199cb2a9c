import { type Calculation, evaluate, type Fact, isWithin, type Library, type LibraryLine } from '@finsam/domain'
import * as z from 'zod'
import type { AssistantContext } from '../context.ts'
import { associationField, documentField } from './input/selector-fields.ts'
import { parseAssociation, parseDocument } from './names/association-name.ts'
import { defineTool } from './tool.ts'
import { documentRecords } from './wire/calculation-record.ts'
import { type FactRecord, factRecord, factRecordSchema, factText } from './wire/fact-record.ts'
import { figuresOutput, pageOutput } from './wire/figure-record.ts'
import { figuresOutcome, withMore } from './wire/figures-outcome.ts'
import { moreText, pageInput, pageOf } from './wire/page-cursor.ts'
import { linksTo } from './wire/source-link.ts'

const kinds = ['initiatives', 'goals', 'volumes', 'all'] as const
type Kind = (typeof kinds)[number]

/** Facts of the prose by what the caller asks for. */
const factKinds: Readonly<Record<Exclude<Kind, 'all'>, ReadonlySet<string>>> = {
  initiatives: new Set(['grant', 'initiative']),
  goals: new Set(['target', 'goal']),
  volumes: new Set(['volume', 'statistic', 'target-group']),
}

const isInitiative = ({ concept, role }: LibraryLine): boolean =>
  role !== 'total' && concept !== undefined && isWithin(concept.id, 'initiatives')

/** The statements that set volumes, as `document statement`. */
const volumeStatements = ({ readings }: Library): ReadonlySet<string> =>
  new Set(
    readings.flatMap(({ document, statements }) =>
      statements.filter(({ kind }) => kind === 'volume-targets').map(({ id }) => `${document.id} ${id}`),
    ),
  )

const isVolume = (line: LibraryLine, volumes: ReadonlySet<string>): boolean =>
  line.unit === 'participants' ||
  line.quantities.some(({ printings }) => printings.some(({ document, statement }) => volumes.has(`${document} ${statement}`)))

const wantsLine =
  (kind: Kind, volumes: ReadonlySet<string>) =>
  (line: LibraryLine): boolean =>
    (kind !== 'volumes' && kind !== 'goals' && isInitiative(line)) ||
    (kind !== 'initiatives' && kind !== 'goals' && isVolume(line, volumes))

const people: ReadonlySet<string | undefined> = new Set(['participants', 'persons'])

/** A count in the prose is a volume where it counts people. */
const wantsFact = (kind: Kind, { kind: of, unit }: Fact): boolean =>
  (of !== 'statistic' || people.has(unit)) &&
  (kind === 'all' ? Object.values(factKinds).some(known => known.has(of)) : factKinds[kind].has(of))

/** The same thing said twice on one line is told once. */
const onceEach = (facts: readonly FactRecord[]): FactRecord[] => [...new Map(facts.map(fact => [factText(fact), fact])).values()]

/** A line's amount in the association's own budget year; nothing where it has none. */
function ownAmount(library: Library, { association, key, quantities }: LibraryLine): Calculation[] {
  const result = evaluate(library, { op: 'lookup', of: { association, target: { line: key } } })
  if (result.ok) return [result.value]
  const last = quantities.at(-1)
  if (!last?.period) return []
  const latest = evaluate(library, {
    op: 'lookup',
    of: {
      association,
      target: { line: key },
      scenario: last.scenario,
      period: last.period,
      ...(last.measure ? { columnMeasure: last.measure } : {}),
    },
  })
  return latest.ok ? [latest.value] : []
}

type Row = { readonly amount: Calculation } | { readonly fact: FactRecord }

function rowsOf({ library }: AssistantContext, association: string, kind: Kind, document: string | undefined): readonly Row[] {
  const lines = library
    .linesOf(association)
    .filter(wantsLine(kind, volumeStatements(library)))
    .filter(
      line => document === undefined || line.quantities.some(({ printings }) => printings.some(printing => printing.document === document)),
    )
  const facts = library.facts.filter(
    fact => fact.association === association && wantsFact(kind, fact) && (document === undefined || fact.document === document),
  )
  return [
    ...lines.flatMap(line => ownAmount(library, line)).map(amount => ({ amount })),
    ...onceEach(facts.map(factRecord)).map(fact => ({ fact })),
  ]
}

export const listInitiatives = defineTool({
  name: 'list_initiatives',
  title: 'Initiatives, goals and volumes',
  description:
    'List an association’s initiatives (insatser) with their amounts, the goals (mål) and the volumes (deltagare, platser) that its plan sets.',
  input: z.strictObject({
    association: associationField,
    kind: z.enum(kinds).default('all'),
    document: documentField.optional(),
    ...pageInput({ default: 5, max: 60 }),
  }),
  output: figuresOutput.extend({ facts: z.array(factRecordSchema), ...pageOutput.shape }),
  run: (context, args) => {
    const { library } = context
    const { id, shortName } = parseAssociation(library, args.association)
    const document = args.document === undefined ? undefined : parseDocument(library, args.document).id
    const { rows, ...page } = pageOf(rowsOf(context, id, args.kind, document), args.limit, args.cursor)
    const outcome = figuresOutcome(
      context,
      rows.flatMap(row => ('amount' in row ? [row.amount] : [])),
    )
    const facts = rows.flatMap(row => ('fact' in row ? [row.fact] : []))
    const citations = [...outcome.data.figures.flatMap(({ sources }) => sources), ...facts]
    const none = rows.length === 0 ? [`Nothing of the kind is known of ${shortName}. Try search_text.`] : []
    const lines = [...facts.map(factText), ...none, ...moreText(page, 'rows')]
    return {
      ...withMore(outcome, { documents: documentRecords(context, citations), facts, ...page }, lines),
      links: linksTo(context, citations),
    }
  },
})
