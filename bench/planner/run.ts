import { type AssistantContext, ask } from '@finsam/assistant'
import { createLibrary } from '@finsam/domain'
import { country, generateReadings } from '../domain/generate.ts'

/** How long the planner takes over a made-up country (85 associations over 20 years): the first question, which builds the catalogue, and the ones after it. */
const { readings, registry } = generateReadings(country)
const library = createLibrary(readings, registry)
const context: AssistantContext = { library, sourceLines: () => undefined, search: async () => [] }
const names = library.associations.slice(0, 40).map(({ shortName }) => shortName)
const labels = library
  .linesOf(library.associations[0]?.id ?? '')
  .slice(0, 20)
  .map(({ label }) => label)
const years = [2008, 2012, 2016, 2020]

const questions = names.flatMap((name, index) => {
  const year = years[index % years.length] ?? 2020
  const label = labels[index % labels.length] ?? 'Kansli'
  return [
    `Vad kostar ${label} i ${name} ${year}?`,
    `Hur stor andel av kostnaderna i ${name} ${year} är administration?`,
    `Hur mycket ökar ${label} i ${name} från ${year} till ${year + 1}?`,
    `Vilket förbund har högst kostnader ${year}?`,
    `What is the year's result of ${name} in ${year}?`,
  ]
})
const times: number[] = []
let answered = 0
const firstStarted = performance.now()
await ask(context, { question: questions[0] ?? '' })
const first = performance.now() - firstStarted
for (const question of questions) {
  const started = performance.now()
  const { status } = await ask(context, { question })
  times.push(performance.now() - started)
  if (status === 'answered') answered += 1
}
times.sort((a, b) => a - b)
const at = (share: number): string => `${times[Math.floor(times.length * share)]?.toFixed(1)} ms`
console.log(
  `${library.lines.length} lines of ${library.associations.length} associations: first question ${first.toFixed(0)} ms, then p50 ${at(0.5)}, p95 ${at(0.95)} over ${times.length} questions (${answered} answered)`,
)
