import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const main = 'word/document.xml'
const margins = /^word\/(?:header|footer)\d*\.xml$/
/** Raised by half points beside a size of its own: a note mark as other word processors write it. */
const raised = /<w:position w:val="[1-9]\d*"\/>(?=<w:sz )/g

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
    .map(([, text, gap]) => (gap ? ' ' : (text ?? '').replace(/&(?:amp|lt|gt|quot|apos);/g, entity => entities[entity] ?? entity)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Notes marks that are raised by a distance told as superscripts, which every reader of Word files knows; the file itself where there are none.
 */
export function withPlainSuperscripts(bytes: Uint8Array): Uint8Array {
  const document = unzipSync(bytes, { filter: ({ name }) => name === main })[main]
  const xml = document ? strFromU8(document) : ''
  if (!document || xml.search(raised) < 0) return bytes
  const marked = xml.replace(raised, '<w:vertAlign w:val="superscript"/>')
  return zipSync({ ...unzipSync(bytes), [main]: strToU8(marked) }, { level: 0 })
}

/**
 * What stands in the margins of every page: often the only place that names the association.
 * Each paragraph once, those without words (page numbers) left out.
 */
export function marginLines(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes, { filter: ({ name }) => margins.test(name) })
  const lines = Object.values(parts).flatMap(part => strFromU8(part).split('</w:p>').map(textOf))
  return [...new Set(lines)].filter(line => /\p{L}{3}/u.test(line) && !/^(?:sid(?:a|an)?|page)\b/i.test(line))
}
