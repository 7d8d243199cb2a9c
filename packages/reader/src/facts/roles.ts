import type { Sentence } from './sentence.ts'

/** Offices and occupations, without diacritics, as they end: `processtodjare`, `forbundschef`. */
export const roleEnding =
  '(?:\\w*(?:chef|samordnare|ledare|konsulent|utvecklare|koordinator|handlaggare|kurator|formedlare|terapeut|pedagog|coach|ekonom|administrator|revisor|stodjare|vagledare|handledare|sekreterare|assistent|controller|strateg|radgivare|ombud|projektledare|forbundssamordnare|kommunikator|utredare|psykolog|skoterska|lots))(?:er|en|n|na|erna|s)?(?![a-z])'
/** An office with the word that ranks it, as the group `role`. */
export const role = `(?<role>(?:(?:operativ|bitradande|administrativ|vice)\\s)?${roleEnding})`

/** A group of a match in the letters of a sentence, as the sentence spells it. */
export const readable = (sentence: Sentence, match: RegExpExecArray | RegExpMatchArray, name: string): string => {
  const found = match.groups?.[name] ?? ''
  const at = sentence.letters.indexOf(found, match.index)
  return sentence.text.slice(at, at + found.length)
}

/** The sentence tells who works at the office: it says so, or it says that the association has a manager and others. */
export const isOffice = ({ letters }: Sentence): boolean =>
  /kansli/.test(letters) || (/^(?:samordnings)?forbundet har\b/.test(letters) && /forbundschef|forbundssamordnare/.test(letters))
