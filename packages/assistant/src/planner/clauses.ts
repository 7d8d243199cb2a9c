import type { Word } from './read-words.ts'

/** A stretch of a question that asks for something of its own, or only sets the scene. */
export interface Clause {
  readonly from: number
  readonly to: number
  readonly asks: boolean
}

const asking =
  /^(hur|vad|va|vilken|vilket|vilka|vem|vems|nar|var|varfor|how|what|which|who|whom|whose|when|where|why|list|give|tell|show|compute|name|find|ange|lista|visa|rakna|berakna|citera|quote|state|express|jamfor|compare|sum|summera|rangordna|rank|undrar|wonder)$/
const yesNo =
  /^(ar|har|haller|halls|stammer|kan|far|ska|finns|galler|uppfyller|foljer|klarar|overskrider|ligger|blir|gar|racker|tacker|kommer|stiger|minskar|okar|is|are|does|do|did|has|have|can|could|was|were|will|would|should)$/
const conjunction = /^(och|and|samt|men|but)$/

const antecedent = /^(those|people|persons|participants|pupils|students|women|men|all|anyone|everyone|ones|staff|members)$/
/** `What if …` supposes, `the state pays` names who, and `those who left` says whom. */
const statesOnly = (words: readonly Word[], at: number): boolean => {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (/^(who|which|whom)$/.test(word?.token.folded ?? '') && antecedent.test(before?.token.folded ?? '')) return true
  if (word?.token.folded === 'what') return after?.token.folded === 'if'
  return word?.token.folded === 'state' && /^(the|central|from)$/.test(before?.token.folded ?? '')
}

const asksIn = (words: readonly Word[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some(({ token }, at) => (asking.test(token.folded) && !statesOnly(words, from + at)) || (at === 0 && yesNo.test(token.folded)))

const opensQuestion = /^(hur|vad|vilken|vilket|vilka|vem|nar|how|what|which|who|when)$/
const conditional = /^(om|ifall|if|antag|suppose|assuming|givet|nar|da|when)$/
/** `Jag är ny i styrelsen, hur mycket …`: a statement of its own before the question, and no condition of it. */
const setsScene = (words: readonly Word[], from: number, to: number): boolean =>
  to - from >= 4 && !asksIn(words, from, to) && !conditional.test(words[from]?.token.folded ?? '') && speaksOfSelf(words, from, to)
const speaksOfSelf = (words: readonly Word[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some(({ token }, at) =>
      token.text === 'I'
        ? selfVerb.test(words[from + at + 1]?.token.folded ?? '')
        : /^(jag|vi|min|mitt|mina|var|vart|we|my|our|am)$/.test(token.folded) && token.text !== 'var',
    )
/** English `I`, and not the Swedish preposition that begins a sentence. */
const selfVerb =
  /^(m|am|was|have|ve|had|need|want|would|d|ll|will|think|know|see|saw|read|heard|wonder|work|just|only|must|should|can|could|do|don)$/

const pronoun = /^(det|den|de|dom|vi|man|it|that|this|they|we|he|she|hon|han)$/
/** Whether a clause of its own starts here: `hur stor …`, `räcker det …`, `is that …`. */
const opensClause = (words: readonly Word[], at: number): boolean => {
  const [first, second] = [words[at]?.token.folded ?? '', words[at + 1]?.token.folded ?? '']
  if (asking.test(first) && !/^(var|list|name|rank|sum|state|show)$/.test(first)) return true
  return (yesNo.test(first) || first === 'var') && pronoun.test(second)
}

const isConjunction = ({ token }: Word): boolean => conjunction.test(token.folded) || token.text === 'å' || token.text === 'o'
const asksInWords = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ token }, at) => opensQuestion.test(token.folded) && !statesOnly(words, from + at))

/** Whether a question, or the scene of one, ends before this word and another begins with it. */
const cutsAt = (words: readonly Word[], from: number, at: number, text: string): boolean => {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word) return false
  if (isConjunction(word) && opensClause(words, at + 1)) return asksIn(words, from, at)
  const between = text.slice(before.token.end, word.token.start)
  if (/[,;]\s*$/.test(between) && /^(plus|varav)$/.test(word.token.folded)) return true
  const ofWhole = /^(av|of)$/.test(word.token.folded) && /^(hur|how)$/.test(words[at + 1]?.token.folded ?? '')
  if (/,\s*$/.test(between) && ofWhole) return asksIn(words, from, at)
  if (/^(of|av)$/.test(words[from]?.token.folded ?? '')) return false
  return /,\s*$/.test(between) && opensQuestion.test(word.token.folded) && (setsScene(words, from, at) || asksInWords(words, from, at))
}

const splitAtConjunctions = (words: readonly Word[], from: number, to: number, text: string): readonly (readonly [number, number])[] => {
  const cuts: number[] = []
  for (let at = from + 2; at < to - 1; at += 1) if (cutsAt(words, from, at, text)) cuts.push(at)
  const edges = [from, ...cuts, to]
  return edges.slice(0, -1).map((start, at) => [start, edges[at + 1] ?? to] as const)
}

/** Beside a sentence with a question mark, one without asks only where it begins so: `… reports the share who took a step` states. */
const opening = 4

/**
 * The clauses of a question in order: each sentence one, cut where `och`/`and` starts another question.
 * Where no sentence asks in so many words, the last is taken to ask.
 */
export const clausesOf = (words: readonly Word[], text: string): readonly Clause[] => {
  const bounds: (readonly [number, number])[] = []
  let from = 0
  for (let at = 1; at <= words.length; at += 1) {
    if (at < words.length && words[at]?.token.sentence === words[from]?.token.sentence) continue
    bounds.push([from, at])
    from = at
  }
  const stretches = bounds.map(([start, to]) => {
    const lastEnd = words[to - 1]?.token.end ?? 0
    const followed = text.slice(lastEnd, words[to]?.token.start ?? text.length)
    return { start, to, marked: followed.includes('?') }
  })
  const anyMarked = stretches.some(({ marked }) => marked)
  const sentences = stretches.map(({ start, to, marked }) => ({
    start,
    to,
    asks: marked || asksIn(words, start, anyMarked ? Math.min(to, start + opening) : to),
  }))
  const anyAsks = sentences.some(({ asks }) => asks)
  return sentences.flatMap(({ start, to, asks }, at): readonly Clause[] => {
    const really = asks || (!anyAsks && at === sentences.length - 1)
    if (!really) return [{ from: start, to, asks: false }]
    const parts = splitAtConjunctions(words, start, to, text)
    return parts.map(([first, last], part) => ({
      from: first,
      to: last,
      asks: part > 0 || parts.length === 1 || !setsScene(words, first, last),
    }))
  })
}
