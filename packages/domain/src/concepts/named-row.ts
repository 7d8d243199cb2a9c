/** The names of one language as a row keeps them: name, definition, synonyms. */
const namesOf = ([name, definition, ...synonyms]: readonly string[]) => ({ name, definition, synonyms })

/** A row of a table of names, with the names of each language by what they are. */
export const named = <Row extends { readonly sv: readonly string[]; readonly en: readonly string[] }>({ sv, en, ...row }: Row) => ({
  ...row,
  sv: namesOf(sv),
  en: namesOf(en),
})
