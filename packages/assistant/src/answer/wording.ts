import {
  type Calculation,
  formatAmount,
  isMoney,
  type Language,
  type Library,
  type Period,
  periodWords,
  type Scenario,
  scenarioWords,
} from '@finsam/domain'

const thousandOre = 100_000

/** Money as people say it: in tkr where the documents print no finer, else in kronor. */
export const moneyUnitOf = ({ result }: Calculation): 'kr' | 'tkr' =>
  result.high - result.low >= thousandOre * 0.9 && result.value % thousandOre === 0 ? 'tkr' : 'kr'

/** A result in words: `1 700 000 kr`, `612 tkr`, `66,4 %`. */
export const amountWords = (calculation: Calculation, language: Language, signed = false): string => {
  const { value, unit } = calculation.result
  return formatAmount(value, unit, language, {
    ...(isMoney(unit) ? { moneyUnit: moneyUnitOf(calculation) } : {}),
    ...(signed ? { signed: true } : {}),
  })
}

/** The size of a difference without its sign, for sentences that say the direction in words. */
export const sizeWords = (calculation: Calculation, language: Language): string =>
  formatAmount(
    Math.abs(calculation.result.value),
    calculation.result.unit,
    language,
    isMoney(calculation.result.unit) ? { moneyUnit: moneyUnitOf(calculation) } : {},
  )

export const associationWords = (library: Library, id: string | undefined): string => (id ? (library.association(id)?.shortName ?? id) : '')

/** Scenario and period of a result: `budget 2024`. */
export const pointWords = (
  { scenario, period }: { readonly scenario?: Scenario | undefined; readonly period?: Period | null | undefined },
  language: Language,
): string => [scenario ? scenarioWords(scenario)[language] : '', period ? periodWords(period)[language] : ''].filter(Boolean).join(' ')

/** What a result is of: the line with scenario and period, and its association. */
export const subjectWords = (calculation: Calculation, library: Library, language: Language): string => {
  const association = associationWords(library, calculation.association ?? firstAssociation(calculation))
  const label = calculation.label[language]
  return association && !label.includes(association) ? `${label} (${association})` : label
}
const firstAssociation = (calculation: Calculation): string | undefined => {
  const ids = new Set(leavesOf(calculation).flatMap(leaf => (leaf.association ? [leaf.association] : [])))
  const [only] = ids
  return ids.size === 1 ? only : undefined
}

/** The printed figures and facts that a result rests on. */
export const leavesOf = (calculation: Calculation): readonly Calculation[] =>
  calculation.inputs.length === 0 ? [calculation] : calculation.inputs.flatMap(leavesOf)

export const listWords = (items: readonly string[], language: Language): string => {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${language === 'sv' ? 'och' : 'and'} ${items.at(-1)}`
}

/** A name in the genitive: `Västmanlands`, but `Västerås`. */
export const genitive = (name: string, language: Language): string => {
  if (language === 'en') return name.endsWith('s') ? `${name}'` : `${name}'s`
  return /[sxz]$/.test(name) ? name : `${name}s`
}
