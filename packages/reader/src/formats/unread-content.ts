import type { Failure, Result, Words } from '@finsam/domain'
import { foreignContent } from './foreign-content.ts'

const readable = ['.pdf', '.docx', '.xlsx', '.ods', '.html', '.csv', '.txt', '.md']
/** Names of formats that are read, or that people would expect to be. */
const promising = [...readable, '.doc', '.xls', '.png', '.jpg', '.jpeg']

type Unsupported = { readonly ok: false; readonly failure: Failure<'unsupported-type'> }

const unsupported = (words: Words, nearest: readonly string[] = readable): Unsupported & Result<never, 'unsupported-type'> => ({
  ok: false,
  failure: { code: 'unsupported-type', message: words.en, words, nearest },
})

export const oldWord = unsupported(
  {
    sv: 'Filen är i det gamla Word-formatet .doc, som inte kan läsas. Spara dokumentet som .docx och läs in det.',
    en: 'The old Word format .doc is not read. Save the document as .docx and read that one.',
  },
  ['.docx'],
)

const saveAnew: Words = {
  sv: 'Öppna den i programmet som skapade den och spara den som PDF, Word, Excel eller text.',
  en: `Open it in the program that made it and save it as one of ${readable.join(' ')}.`,
}

/** Refuses a file whose bytes are of no kind that is read: what it holds, where that is known, what its name says, and what to do. */
export function unreadContent(bytes: Uint8Array, extension: string): Result<never, 'unsupported-type'> {
  const name = extension.slice(0, 20)
  const found = foreignContent(bytes)
  const promises = promising.includes(`.${name}`)
  const advice = found?.advice ?? saveAnew
  if (found)
    return unsupported({
      sv: `Filen innehåller ${found.words.sv}, som inte kan läsas${promises ? `, fast namnet slutar på .${name}` : ''}. ${advice.sv}`,
      en: `The file holds ${found.words.en}, which is not read${promises ? `, though its name ends in .${name}` : ''}. ${advice.en}`,
    })
  if (promises)
    return unsupported({
      sv: `Filens namn slutar på .${name}, men den innehåller inget sådant dokument: den är skadad eller något annat. ${advice.sv}`,
      en: `The file's name ends in .${name}, but it holds no such document: it is damaged or something else. ${advice.en}`,
    })
  return unsupported({
    sv: `${name ? `Filer av typen ”.${name}”` : 'Filer utan typ i namnet'} kan inte läsas. Spara dokumentet som PDF, Word, Excel eller text.`,
    en: `${name ? `Files of type “.${name}” are` : 'A file without a type is'} not read. Save the document as one of ${readable.join(' ')}.`,
  })
}
