import type { Scope } from '../scope.ts'

/** Whether the clause asks for a yes or no: it begins with a verb, or asks whether something holds. */
export const asksWhether = (scope: Scope): boolean => {
  const { words, clause } = scope.frame
  const first = words[clause.from]?.token.folded ?? ''
  const second = words[clause.from + 1]?.token.folded ?? ''
  const opens =
    /^(ar|har|haller|halls|stammer|kan|far|ska|finns|galler|uppfyller|foljer|klarar|overskrider|ligger|racker|tacker|ryms|raknar|visar|gor|budgeterar|planerar|betalar|minskar|okar|stiger|sjunker|overstiger|nar|blev|blir|var|fick|hade|gick|gar|forvantas|beraknas|vantas|redovisar|kommer|skulle|kostar|kostade|utgor|utgjorde|star|stod|motsvarar|motsvarade|tar|tog|understiger|understeg|oversteg|klarade|rackte|avser|avsag|hamnar|hamnade|landar|landade|uppgar|uppgick|balanserar|balanserade|is|are|does|do|did|has|have|can|could|was|were|will|would|should)$/
  return opens.test(first) || (/^(och|men|and|but|sa|so)$/.test(first) && opens.test(second)) || /\b(om|whether|ifall)\b/.test(first)
}

const yes = { sv: 'Ja', en: 'Yes' } as const
const no = { sv: 'Nej', en: 'No' } as const
export const yesNo = (holds: boolean, language: 'sv' | 'en'): string => (holds ? yes[language] : no[language])
