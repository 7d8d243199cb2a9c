import type { AssistantContext } from '@finsam/assistant'
import type { Library, LibraryLine } from '@finsam/domain'
import * as z from 'zod'
import type { AskFunction } from '../server/options.ts'
import type { App, Services } from './route-app.ts'

type Language = 'sv' | 'en'
type Phrase = (names: { readonly association: string; readonly line: string; readonly year: number }) => string

/** Ways of asking, tried on what is loaded; `line` is the costliest item of the association's own year. */
const phrases: { readonly [L in Language]: readonly Phrase[] } = {
  sv: [
    ({ association, line, year }) => `Vad kostar ${line} i ${association} ${year}?`,
    ({ association, year }) => `Hur stora är medlemsbidragen i ${association} ${year}?`,
    ({ association, line, year }) => `Hur stor andel av kostnaderna i ${association} ${year} går till ${line}?`,
    ({ association, year }) => `Vad blir årets resultat i ${association} ${year}?`,
    ({ association }) => `Stämmer summorna i budgeten för ${association}?`,
  ],
  en: [
    ({ association, line, year }) => `What does ${line} cost in ${association} in ${year}?`,
    ({ association, year }) => `How large are the member contributions in ${association} in ${year}?`,
    ({ association, line, year }) => `What share of costs in ${association} in ${year} goes to ${line}?`,
    ({ association, year }) => `What is the result of ${association} for ${year}?`,
    ({ association }) => `Do the sums add up in the budget of ${association}?`,
  ],
}

const amountIn = (line: LibraryLine, year: number): number =>
  Math.max(
    0,
    ...line.quantities.flatMap(({ period, value, status }) =>
      status === 'printed' && period && 'from' in period && period.from === `${year}-01-01` ? [Math.abs(value ?? 0)] : [],
    ),
  )

function costliest(library: Library, association: string, year: number): LibraryLine | undefined {
  const items = library.linesOf(association).filter(line => line.nature === 'cost' && line.role === 'item' && line.label.length < 40)
  return items
    .map(line => ({ line, amount: amountIn(line, year) }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)[0]?.line
}

interface Candidate {
  readonly way: number
  readonly question: string
}

/** Each way of asking with each association, the associations taken in turn so that no two neighbours are alike. */
function candidates(library: Library, language: Language): readonly Candidate[] {
  const known = library.documents.flatMap(({ association, fiscalYear }) => {
    const name = library.association(association)?.shortName
    const line = fiscalYear === undefined ? undefined : costliest(library, association, fiscalYear)
    return name && line && fiscalYear !== undefined ? [{ association: name, line: line.label, year: fiscalYear }] : []
  })
  return phrases[language].flatMap((phrase, way) =>
    known.map((_, at) => known[(way + at) % known.length]).flatMap(names => (names ? [{ way, question: phrase(names) }] : [])),
  )
}

const triesPerWay = 4

/** For each way of asking the first candidate that is answered with figures; nothing is suggested that the page would then refuse. */
async function answerable(context: AssistantContext, ask: AskFunction, language: Language): Promise<readonly string[]> {
  const ways = Map.groupBy(candidates(context.library, language), candidate => candidate.way)
  const found: string[] = []
  for (const group of ways.values())
    for (const { question } of group.slice(0, triesPerWay)) {
      const { status, figures } = await ask(context, { question, language })
      if (status !== 'answered' || figures.length === 0) continue
      found.push(question)
      break
    }
  return found
}

/** `GET /api/suggestions?language`: tried once per state of the library. */
export function registerSuggestions(app: App, { tryOut, context }: Services): void {
  const tried = new WeakMap<Library, Map<Language, Promise<readonly string[]>>>()
  app.route({
    method: 'GET',
    url: '/api/suggestions',
    schema: {
      summary: 'Questions that the loaded documents can answer',
      querystring: z.strictObject({ language: z.enum(['sv', 'en']).default('sv') }),
      response: { 200: z.object({ questions: z.array(z.string()) }) },
    },
    handler: async request => {
      const current = await context()
      const { language } = request.query
      const known = tried.get(current.library) ?? new Map<Language, Promise<readonly string[]>>()
      tried.set(current.library, known)
      const questions = known.get(language) ?? answerable(current, tryOut, language)
      known.set(language, questions)
      // What could not be tried is tried again next time.
      questions.catch(() => known.delete(language))
      return { questions: [...(await questions)] }
    },
  })
}
