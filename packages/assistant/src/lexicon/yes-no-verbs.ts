import { fold } from '../words/fold.ts'
import rows from './yes-no-verbs.json' with { type: 'json' }

const verbs = new Set([rows.sv, rows.en].flatMap(words => words.split(/\s+/).map(fold)))

/** Without its diacritics `når` reads as `när`, which asks for a time. */
const asksTime = (word: string): boolean => fold(word) === 'nar' && word.toLowerCase().normalize('NFC') !== 'når'

/** Whether a word at the start of a clause makes it a question for yes or no: `Är …`, `Överskred …`, `Does …`. */
export const opensYesNo = (word: string): boolean => verbs.has(fold(word)) && !asksTime(word)
