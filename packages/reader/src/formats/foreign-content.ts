import type { Words } from '@finsam/domain'
import { contains, isZip, startsWith } from './bytes-hold.ts'

interface Foreign {
  readonly words: Words
  /** What to do with it, where saving it in another format is not it. */
  readonly advice?: Words
  readonly is: (bytes: Uint8Array) => boolean
}

const begins =
  (...starts: readonly string[]) =>
  (bytes: Uint8Array): boolean =>
    starts.some(start => startsWith(bytes, start))
const zipOf =
  (...names: readonly string[]) =>
  (bytes: Uint8Array): boolean =>
    isZip(bytes) && names.some(name => contains(bytes, name))
const oldOfficeOf = (stream: string) => (bytes: Uint8Array) =>
  startsWith(bytes, '\u00d0\u00cf\u0011\u00e0') && contains(bytes, [...stream].join('\0'))

const unpack = { sv: 'Packa upp den och läs in filerna i den.', en: 'Unpack it and read the files in it.' }
const anew = { sv: 'Hämta filen på nytt från där den låg.', en: 'Get the file anew from where it was.' }
const asPicture = { sv: 'Spara bilden som PDF, PNG eller JPEG.', en: 'Save the picture as .pdf, .png or .jpg.' }
const slides = { sv: 'en PowerPoint-presentation', en: 'a PowerPoint presentation' }
const picture = { sv: 'en bild av ett slag', en: 'a picture of a kind' }
const archive = { sv: 'ett packat arkiv', en: 'a packed archive' }

/** Formats that people have and that are not read, the narrower before the wider. */
const foreign: readonly Foreign[] = [
  { words: { sv: 'ett RTF-dokument', en: 'an RTF document' }, is: begins('{\\rtf') },
  {
    words: { sv: 'ett OpenDocument-dokument (.odt)', en: 'an OpenDocument text (.odt)' },
    is: zipOf('application/vnd.oasis.opendocument.text'),
  },
  { words: slides, is: zipOf('ppt/presentation.xml', 'application/vnd.oasis.opendocument.presentation') },
  { words: slides, is: oldOfficeOf('PowerPoint Document') },
  {
    words: { sv: 'ett dokument från Pages, Numbers eller Keynote', en: 'a Pages, Numbers or Keynote document' },
    is: zipOf('Index/Document.iwa'),
  },
  { words: archive, advice: unpack, is: begins('PK\u0003\u0004', 'PK\u0005\u0006', '\u001f\u008b', '7z\u00bc\u00af', 'Rar!') },
  { words: picture, advice: asPicture, is: begins('GIF8', 'BM') },
  { words: picture, advice: asPicture, is: bytes => begins('RIFF')(bytes) && contains(bytes.subarray(0, 16), 'WEBP') },
  {
    words: picture,
    advice: asPicture,
    is: bytes => contains(bytes.subarray(4, 12), 'ftyphei') || contains(bytes.subarray(4, 12), 'ftypmif'),
  },
  { words: { sv: 'PostScript', en: 'PostScript' }, is: begins('%!PS') },
  { words: { sv: 'en sparad webbsida (MHTML)', en: 'a saved web page (MHTML)' }, is: begins('MIME-Version:', 'From: <Saved by') },
  { words: { sv: 'en fil i base64-kod', en: 'a file in base64 code' }, advice: anew, is: begins('JVBERi', 'UEsDB') },
  { words: { sv: 'en del av en PDF', en: 'a part of a PDF' }, advice: anew, is: bytes => contains(bytes, 'endobj') },
  { words: { sv: 'XML', en: 'XML' }, is: begins('<?xml', '\u00ef\u00bb\u00bf<?xml') },
  { words: { sv: 'JSON', en: 'JSON' }, is: begins('{"', '[{', '{\n') },
  { words: { sv: 'ett program', en: 'a program' }, is: begins('MZ', '\u007fELF') },
]

/** What a file holds that is of a known format which is not read, and what to do with it; undefined where it is of none. */
export const foreignContent = (bytes: Uint8Array): Pick<Foreign, 'words' | 'advice'> | undefined => foreign.find(({ is }) => is(bytes))
