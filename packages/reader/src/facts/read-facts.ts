import type { Fact, Registry, Statement } from '@finsam/domain'
import type { TextDocument } from '../text/text-document.ts'
import { readAges } from './ages.ts'
import { readBoardTables } from './board-table.ts'
import { readDated } from './dated.ts'
import { deriveFacts } from './derive.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { readEmployers } from './employers.ts'
import { readEnumerations, readOpenLists } from './enumerations.ts'
import { readEqualDeputies } from './equal-deputies.ts'
import { readFormerNames } from './former-names.ts'
import { readFractions } from './fractions.ts'
import { readFundingShares } from './funding-shares.ts'
import { readGoalTables } from './goal-table.ts'
import { readGoals } from './goals.ts'
import { readLaws } from './laws.ts'
import { readMasthead } from './masthead.ts'
import { readMemberList } from './members.ts'
import { memberNamesOf } from './names.ts'
import { readOfficeLists } from './office-lists.ts'
import { readOutcomes } from './outcomes.ts'
import { readPeople } from './people.ts'
import { readQuantities } from './quantities.ts'
import { readPatterns } from './read-patterns.ts'
import { readRecords } from './records.ts'
import { sectionInitiatives } from './section-initiatives.ts'
import type { Sentence } from './sentence.ts'
import { readStaffing } from './staffing.ts'
import { readNarrative, readVision } from './statements-of-intent.ts'
import { subjectOf, topicOf } from './subject.ts'

/** What is known of the document whose prose is read. */
export interface FactsAbout {
  readonly document: TextDocument
  readonly associationName: string
  readonly fiscalYear: number | undefined
  readonly registry: Registry
  /** Their labels name the initiatives. */
  readonly statements: readonly Statement[]
  /** What the document calls itself, for decisions on it. */
  readonly title: string
}

/** Read in this order; an extractor further down does not read a number that one above it has read. */
const particular: readonly Extractor[] = [
  readMasthead,
  readLaws,
  readMemberList,
  readRecords,
  readPatterns,
  readEqualDeputies,
  readFundingShares,
  readStaffing,
  readEmployers,
  readOfficeLists,
  readAges,
  readOutcomes,
  readGoals,
  readVision,
  readPeople,
  readFormerNames,
  readOpenLists,
]
const general: readonly Extractor[] = [readFractions, readQuantities, readDated, readEnumerations, readNarrative]

const isNumeric = (draft: Draft): boolean =>
  typeof draft.value === 'number' || (typeof draft.value === 'object' && !Array.isArray(draft.value)) || draft.unit !== undefined
const inside = (inner: Draft, outer: Draft): boolean => inner.start >= outer.start && inner.end <= outer.end
const sameValue = (a: Draft, b: Draft): boolean => JSON.stringify(a.value) === JSON.stringify(b.value)

/** True where a particular fact already tells what a general one would. */
const isTold = (draft: Draft, told: readonly Draft[]): boolean =>
  told.some(
    each =>
      (sameValue(draft, each) && draft.start < each.end && draft.end > each.start) ||
      (isNumeric(draft) && isNumeric(each) && inside(draft, each)) ||
      (Array.isArray(draft.value) && Array.isArray(each.value) && inside(draft, each)),
  )

/** The same number in the same unit from the same words, or the same attribute again. */
const saysTheSame = (a: Draft, b: Draft): boolean =>
  sameValue(a, b) &&
  ((a.start === b.start && a.attribute === b.attribute) ||
    (typeof a.value === 'number' && a.unit === b.unit && a.unit === 'percent' && a.start < b.end && b.start < a.end))

/** Cells with bars between them are a table's, not prose. */
const isTableRow = /\|[^|]*\|[^|]*\||\|\s*$/

function readSentence(sentence: Sentence, context: FactContext): readonly Draft[] {
  const told: Draft[] = []
  if (isTableRow.test(sentence.text)) return told
  for (const extract of particular)
    for (const draft of extract(sentence, context)) if (!told.some(each => saysTheSame(each, draft))) told.push(draft)
  const rest = general.flatMap(extract => extract(sentence, context)).filter(draft => !isTold(draft, told))
  return [...told, ...rest]
}

const longestPrinted = 240
const shortened = (text: string): string => (text.length > longestPrinted ? `${text.slice(0, longestPrinted - 1)}…` : text)

function toFact(draft: Draft, sentence: Sentence, document: TextDocument, id: string): Fact {
  const line = sentence.lineAt(draft.start)
  const lineTo = sentence.lineAt(Math.max(draft.start, draft.end - 1))
  const { kind, subject, attribute, value, unit, qualifier, period } = draft
  return {
    id,
    kind,
    subject,
    attribute,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(period === undefined ? {} : { period }),
    printed: shortened(sentence.printed(draft.start, draft.end)),
    context: sentence.text.slice(0, 600),
    source: {
      document: document.id,
      hash: document.hash,
      ...(sentence.page === undefined ? {} : { page: sentence.page }),
      line,
      ...(lineTo > line ? { lineTo } : {}),
      text: (document.lines[line - 1]?.text ?? '').slice(0, 2_000),
    },
  }
}

/** Facts kept of one document; more than any real one holds. */
const mostFacts = 5_000

/**
 * Reads what the prose says into facts: subject, attribute, value, unit, how it is meant, when it applies, and where it stands.
 * Well-known attributes go by their usual names; every other number, date and enumeration goes by the words around it.
 */
export function readFacts(sentences: readonly Sentence[], about: FactsAbout): readonly Fact[] {
  const { document, associationName, fiscalYear, registry } = about
  const memberNames = memberNamesOf(registry)
  const initiatives = sectionInitiatives(sentences, about.statements)
  const facts: Fact[] = []
  for (const [index, sentence] of sentences.entries()) {
    if (facts.length >= mostFacts) break
    if (sentence.text.length > 4_000) continue
    const topic = initiatives[index] ?? topicOf(sentence, associationName)
    const context: FactContext = {
      sentences,
      index,
      associationName,
      fiscalYear,
      title: about.title,
      memberNames,
      subject: subjectOf(sentence, associationName, topic, sentences[index - 1]),
      topic,
    }
    for (const draft of readSentence(sentence, context)) facts.push(toFact(draft, sentence, document, `fact-${facts.length + 1}`))
  }
  const board = readBoardTables(document).map((fact, at) => ({ ...fact, id: `fact-board-${at + 1}` }))
  const goals = readGoalTables(document).map((fact, at) => ({ ...fact, id: `fact-goal-${at + 1}` }))
  return [...facts, ...board, ...goals, ...deriveFacts(facts, sentences)]
}
