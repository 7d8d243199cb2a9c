/** The languages in which results, findings and failures are worded. */
export type Language = 'sv' | 'en'
/** The same words in every language; the compiler asks for each. */
export type Words = Readonly<Record<Language, string>>
