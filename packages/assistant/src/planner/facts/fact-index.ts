import type { Library } from '@finsam/domain'
import type { AssistantContext } from '../../context.ts'
import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import { type DocumentSentence, sentencesOf } from '../passages/sentences.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { levelsOf, tellsOfGoal } from './goal-words.ts'

export { sentenceOfFact } from './evidence.ts'

export type KnownFact = Library['facts'][number]

/** The facts of an association with the words by which each is found. */
export interface FactIndex {
  readonly evidence: readonly Evidence[]
  /** Every stem that some fact holds. */
  readonly stems: ReadonlySet<string>
  /** Subjects that the documents tell as initiatives of their own: who runs them, when they start and end. */
  readonly initiatives: ReadonlySet<string>
}

/** The sentence of a fact among those of its document. */
const placeOf = (fact: KnownFact, sentences: readonly DocumentSentence[]): number => {
  const near = sentences.flatMap((sentence, at) => (sentence.line <= fact.source.line && sentence.lineTo >= fact.source.line ? [at] : []))
  const printed = fold(fact.printed).trim()
  return near.find(at => fold(sentences[at]?.text ?? '').includes(printed)) ?? near.at(-1) ?? -1
}

const sentencesBefore = 3

/** The sentences just before, of the same paragraph: what `av dem` and `projektet` point back to. */
const paragraphBefore = (fact: KnownFact, sentences: readonly DocumentSentence[]): string => {
  const at = placeOf(fact, sentences)
  const before: string[] = []
  for (let step = at - 1; step >= Math.max(0, at - sentencesBefore); step -= 1) {
    const one = sentences[step]
    const next = sentences[step + 1]
    if (!one || !next || next.paragraph !== one.paragraph) break
    before.unshift(one.text)
  }
  return before.join(' ')
}

/** What a body does or decides is not of the initiative that the lines above speak of. */
const isBody = /^(styrelse|kansli|medlemmar|nationella radet|staten|regionen)$/
const tellsInitiative = /^(drivs av|startar|avslutas|projektägare|pågår till och med)$/
const sectionReach = 14
const shortestName = 4

const build = (context: AssistantContext, association: string): FactIndex => {
  const { library } = context
  const facts = library.facts.filter(fact => fact.association === association)
  const bySentence = Map.groupBy(facts, fact => `${fact.document} ${fact.context}`)
  const { byDocument } = sentencesOf(context)
  const headings = new Map(library.readings.map(({ document, headings: list }) => [document.id, list]))
  const evidence = facts.map(fact => {
    const { line } = fact.source
    const above = headings.get(fact.document)?.filter(heading => heading.line <= line) ?? []
    const heading = above.at(-1)
    const section = isBody.test(fold(fact.subject))
      ? []
      : facts.filter(
          other =>
            other.document === fact.document &&
            other.source.line <= line &&
            other.source.line >= Math.max(line - sectionReach, heading?.line ?? 0) &&
            other.subject !== fact.subject,
        )
    const goal = tellsOfGoal(fact) ? levelsOf(fact, facts).find(level => !tellsOfGoal(level))?.context : undefined
    return evidenceOf(fact, {
      ...(goal ? { goal } : {}),
      siblings: bySentence.get(`${fact.document} ${fact.context}`) ?? [],
      before: paragraphBefore(fact, byDocument.get(fact.document) ?? []),
      heading: above
        .filter((one, at) => !above.slice(at + 1).some(later => later.level <= one.level))
        .map(({ title }) => title)
        .join(' '),
      section: [...new Set(section.map(({ subject }) => subject))],
    })
  })
  const labels = library
    .linesOf(association)
    .flatMap(line => (line.concept?.id === 'initiative' ? [new Set(tokenize(line.label).map(({ stem }) => stem))] : []))
  const isLabel = (subject: string): boolean => {
    const words = tokenize(subject).map(({ stem }) => stem)
    return subject.length >= shortestName && labels.some(label => words.every(word => label.has(word)))
  }
  const initiatives = new Set(
    facts.filter(({ attribute, subject }) => tellsInitiative.test(attribute) || isLabel(subject)).map(({ subject }) => subject),
  )
  return { evidence, stems: new Set(evidence.flatMap(({ words }) => [...words.keys()])), initiatives }
}

const built = new WeakMap<Library, Map<string, FactIndex>>()

/** The facts of an association, indexed once for a library. */
export const factIndexOf = (context: AssistantContext, association: string): FactIndex => {
  const indices = built.get(context.library) ?? new Map<string, FactIndex>()
  built.set(context.library, indices)
  const known = indices.get(association)
  if (known) return known
  const index = build(context, association)
  indices.set(association, index)
  return index
}
