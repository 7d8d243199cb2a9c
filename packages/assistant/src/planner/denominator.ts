import type { Slot } from './choose-links.ts'
import type { Clause } from './clauses.ts'
import type { Link } from './meaning.ts'
import type { Word } from './read-words.ts'

/** What an amount is divided by, where a question says `per`. */
export type Denominator = 'population' | 'participants' | 'members' | 'other'

const denominatorWords: readonly (readonly [RegExp, Denominator])[] = [
  [/^(medlem|medlemmar|medlemmen|member|members)$/, 'members'],
  [/^(invanare|innevanare|capita|inhabitant|inhabitants|resident|residents|head|skalle)$/, 'population'],
  [/^(deltagare|deltagarplats|participant|participants|plats|place)$/, 'participants'],
]

const costs = /^(kostar|kostade|kosta|kostat|kostnad|kostnaden|cost|costs|price|pris|priset)$/
const one = /^(en|a|an|one|varje|each)$/
const head = /^(plats|deltagarplats|deltagare|place|participant)$/
/** `Vad kostar en plats i X?`: the cost of one of those who take part. */
const pricesOne = (words: readonly Word[], { from, to }: Clause): boolean => {
  const said = words.slice(from, to).map(({ token }) => token.folded)
  return said.some(word => costs.test(word)) && said.some((word, at) => one.test(word) && head.test(said[at + 1] ?? ''))
}

/** What `per` or `för varje` divides by: people where members are named, else those who take part. */
export const denominatorIn = (
  words: readonly Word[],
  clause: Clause,
  marks: readonly Link[],
  targets: readonly Slot[],
): Denominator | undefined => {
  const found = marks
    .filter(({ meaning, tokens }) => meaning.kind === 'cue' && meaning.id === 'per' && words[tokens[0] ?? 0]?.token.text !== 'över')
    .flatMap(({ tokens }): readonly Denominator[] => {
      const next = words[(tokens.at(-1) ?? 0) + 1]
      const after = next?.token
      if (after === undefined || after.kind !== 'word' || /^(ar|year|den|cent|month|manad)$/.test(after.folded)) return []
      const known = denominatorWords.find(([pattern]) => next?.forms.some(form => pattern.test(form.folded)))
      if (known) return [known[1]]
      if (!/^(person|persons|individ|individ)$/.test(after.folded)) return ['other']
      return targets.some(slot => slot.links.some(({ meaning }) => meaning.kind === 'member')) ? ['population'] : ['participants']
    })
  return found.find(known => known !== 'other') ?? found[0] ?? (pricesOne(words, clause) ? 'participants' : undefined)
}
