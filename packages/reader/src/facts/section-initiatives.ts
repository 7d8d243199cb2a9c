import type { Statement } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import type { Sentence } from './sentence.ts'

const common =
  /^(?:summa|kostnad|kostnader|utbildning|utbildningar|insats|insatser|studie|lokala|ovrig|ovriga|ovrigt|projekt|utveckling|gemensam|gemensamma|administration|styrelse|kansli|revision|ekonomi|region|kommun|resultat|intakter|samordning|verksamhet|verksamhetens)$/

/** Costs of running the office are no initiatives. */
const running = /chef|samordnar|ekonom|administ|fortroende|resekost|arvode|hyra|lokal|revis|driftkost|information|hantering/

/** The word that an initiative goes by in running text, shortened to its stem: `Samordningsteam Västerås` → `samordningsteam`. */
function nameOf(label: string): string | undefined {
  const words = plain(label).split(/[^a-z]+/)
  const acronym = /(?:^|[\s/(])(\p{Lu}{3,})(?=$|[\s/)])/u.exec(label)?.[1]
  const name = acronym ? plain(acronym) : words.find(word => word.length >= 6 && !common.test(word) && !running.test(word))
  return name && !common.test(name) ? name : undefined
}

/** Initiatives by their name in running text; a name that several lines share stands for none. */
function initiativesOf(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const names = new Map<string, string | undefined>()
  for (const statement of statements)
    for (const line of statement.lines) {
      const name = line.nature === 'cost' && line.role === 'item' ? nameOf(line.label) : undefined
      if (name === undefined) continue
      const before = names.get(name)
      const same = before === undefined || plain(before).slice(0, 12) === plain(line.label).slice(0, 12)
      names.set(
        name,
        !names.has(name)
          ? line.label
          : same
            ? before
            : plain(line.label).startsWith(name) && !plain(before).startsWith(name)
              ? line.label
              : plain(before).startsWith(name) && !plain(line.label).startsWith(name)
                ? before
                : undefined,
      )
    }
  return new Map([...names].flatMap(([name, label]) => (label === undefined ? [] : [[name, label] as const])))
}

/** How many of a section's sentences must name an initiative for it to be what the section is about. */
const leastShare = 0.08

/** Short names stand alone; longer ones may have an ending: `samordningsteamet`. */
const isNameIn = (word: string, name: string): boolean =>
  name.length <= 5 ? word === name || word === `${name}s` : word.startsWith(name) && word.length <= name.length + 5

function mostNamed(sentences: readonly Sentence[], initiatives: ReadonlyMap<string, string>): string | undefined {
  const counts = new Map<string, number>()
  for (const sentence of sentences)
    for (const word of new Set(sentence.letters.split(/[^a-z]+/)))
      for (const [name, label] of initiatives) if (isNameIn(word, name)) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 3 && first[1] >= sentences.length * leastShare && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

/** The numbered headings over a sentence, or all of them where none has a number. */
function sectionOf(sentence: Sentence | undefined): string {
  const headings = sentence?.headings ?? []
  const numbered = headings.filter(title => /^\s*\d/.test(title))
  return (numbered.length > 0 ? numbered : headings).join('\n')
}

/**
 * For each sentence, the initiative that its section speaks of where the heading does not say it: the one named again and again there.
 * A section is what stands under one heading.
 */
export function sectionInitiatives(sentences: readonly Sentence[], statements: readonly Statement[]): readonly (string | undefined)[] {
  const initiatives = initiativesOf(statements)
  const result: (string | undefined)[] = []
  for (let from = 0; from < sentences.length; ) {
    const title = sectionOf(sentences[from])
    let to = from
    while (to < sentences.length && sectionOf(sentences[to]) === title) to += 1
    const section = sentences.slice(from, to)
    const heading = plain(title)
    const told = [...initiatives.keys()].some(name => heading.includes(name))
    const named =
      told || /budget|ekonomi|resultat|balans|finansi/.test(heading) || section.length > 400 || initiatives.size > 200
        ? undefined
        : mostNamed(section, initiatives)
    for (; from < to; from += 1) result.push(named)
  }
  return result
}
