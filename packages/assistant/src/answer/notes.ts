import type { Calculation, Language, Note } from '@finsam/domain'

type Wording = (parameters: Note['parameters']) => string
const wordings: Readonly<Record<string, Readonly<Record<Language, Wording>>>> = {
  'value-repaired': {
    sv: p => `”${p.line}” är otydligt tryckt (”${p.printed}”) och rättat med tabellens egen summa${p.proof ? `: ${p.proof}` : ''}.`,
    en: p => `"${p.line}" is printed unclearly ("${p.printed}") and repaired by the table's own sum${p.proof ? `: ${p.proof}` : ''}.`,
  },
  'value-derived': {
    sv: p =>
      `”${p.line}” går inte att läsa i källan${p.printed ? ` (”${p.printed}”)` : ''}; värdet följer av tabellens summa${p.proof ? `: ${p.proof}` : ''}.`,
    en: p =>
      `"${p.line}" is illegible in the source${p.printed ? ` ("${p.printed}")` : ''}; its value follows from the table's sum${p.proof ? `: ${p.proof}` : ''}.`,
  },
  'value-ambiguous': {
    sv: p => `”${p.line}” kan läsas på ${p.readings} sätt; det troligaste är taget.`,
    en: p => `"${p.line}" can be read in ${p.readings} ways; the likeliest is taken.`,
  },
  'printings-differ': {
    sv: p => `”${p.line}” är tryckt på ${p.printings} ställen med olika belopp.`,
    en: p => `"${p.line}" is printed in ${p.printings} places with different amounts.`,
  },
  'plan-for-budget': {
    sv: () => 'Dokumentet kallar året plan, inte budget.',
    en: () => 'The document calls the year a plan, not a budget.',
  },
  'result-computed': {
    sv: () => 'Resultatet är uträknat som årets intäkter minus årets kostnader, utan medel från tidigare år.',
    en: () => "The result is computed as the year's income minus the year's costs, without funds of earlier years.",
  },
  'total-income-as-contributions': {
    sv: () => 'Dokumentet delar inte upp intäkterna; summan av intäkterna är tagen som medlemsbidrag.',
    en: () => 'The document does not split its income; total income is taken as member contributions.',
  },
  'equity-from-result': {
    sv: () => 'Eget kapital är uträknat som ingående kapital plus periodens resultat.',
    en: () => "Equity is computed as the opening balance plus the period's result.",
  },
  'mixed-periods': {
    sv: () => 'Beloppen gäller olika långa perioder.',
    en: () => 'The amounts are of periods of different length.',
  },
}

/** What a reader of the results should know, in words; codes without a wording stay silent. */
export const noteWords = (calculations: readonly Calculation[], language: Language): readonly string[] => {
  const all = (calculation: Calculation): readonly Note[] => [...calculation.notes, ...calculation.inputs.flatMap(all)]
  return [...new Set(calculations.flatMap(all).flatMap(note => wordings[note.code]?.[language](note.parameters) ?? []))]
}
