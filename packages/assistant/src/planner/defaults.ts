import type { Language } from '@finsam/domain'
import { associationWords, genitive, pointWords } from '../answer/wording.ts'
import type { Pick } from './pick-target.ts'
import { firstLeaf, type Scope } from './scope.ts'

const wordings: Readonly<Record<string, Readonly<Record<Language, (point: string, association: string) => string>>>> = {
  year: {
    sv: (point, association) => `Frågan nämner inget år; svaret gäller ${genitive(association, 'sv')} ${point}.`,
    en: (point, association) => `The question names no year; the answer is for ${association}, ${point}.`,
  },
  'part-of-year': {
    sv: (point, association) => `${association} har bara en del av året tryckt: svaret gäller ${point}.`,
    en: (point, association) => `${association} prints only a part of the year: the answer is for ${point}.`,
  },
}

/** The defaults that were taken for picks, in words, each once. */
export const defaultNotes = (scope: Scope, picks: readonly Pick[]): readonly string[] => [
  ...new Set(
    picks.flatMap(pick =>
      pick.defaults.flatMap(name => {
        const leaf = firstLeaf(pick.calculation)
        const point = pointWords(pick.calculation.period ? pick.calculation : leaf, scope.language)
        const word = wordings[name]?.[scope.language]
        return word ? [word(point, associationWords(scope.library, pick.association))] : []
      }),
    ),
  ),
]
