import { opensYesNo } from '../lexicon/yes-no-verbs.ts'

const opening = /^(?:(?:och|men|så|then|and)\s+)?(\p{L}+)\s(?!you\b|du\b|ni\b)/iu
const opensWithVerb = (clause: string): boolean => {
  const [, verb] = opening.exec(clause) ?? []
  return verb !== undefined && opensYesNo(verb)
}

const questionWord =
  /(?:^|\s)(?:hur|vad|vilk\p{L}*|vem|vems|var|när|varför|antal\p{L}*|how|what|which|who|whose|where|when|why|by how)(?:\s|$|[?,.])/iu

/** `Var är förbundschefen anställd?` asks for a place; `Var resultatet positivt?` for yes or no. */
const whereAsked = /^var\s+(?:\p{L}+(?:r|s)|ska|kan|står)\s/iu
export const asksWhere = (clause: string): boolean => whereAsked.test(clause)

/** Whether a clause wants yes or no and nothing else: it opens with a verb and no word asks how much or which. */
export const wantsVerdict = (clause: string): boolean => {
  const asked = clause.trim().replace(/^[^:?]{1,60}:\s+/u, '')
  return opensWithVerb(asked) && !asksWhere(asked) && !questionWord.test(asked.replace(/^\p{L}+\s/u, '')) && !alternatives.test(asked)
}

/** `Gick det plus eller minus?` wants neither yes nor no. */
const alternatives = /\s(?:eller|or)\s/iu
