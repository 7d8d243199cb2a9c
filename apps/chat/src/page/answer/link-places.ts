import type { Citation } from '@finsam/assistant'

/** A stretch of an answer's text; with `place`, one that names a cited line of a document. */
export interface Stretch {
  readonly text: string
  readonly place?: Citation
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Finds the cited places in an answer's own text, so that each leads to its line. What no figure or fact cites stays text.
 *
 * @example linkPlaces('717 tkr (plan-2023, sida 12, rad 243)', [{ document: 'plan-2023', page: 12, line: 243, … }])
 *   // → [{ text: '717 tkr (' }, { text: 'plan-2023, sida 12, rad 243', place }, { text: ')' }]
 */
export function linkPlaces(text: string, cited: readonly Citation[]): readonly Stretch[] {
  if (cited.length === 0) return [{ text }]
  const documents = [...new Set(cited.map(({ document }) => literal(document)))].join('|')
  const stretches: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(new RegExp(`(${documents}), (?:\\p{L}+ \\d+, )?\\p{L}+ (\\d+)`, 'gu'))) {
    const place = cited.find(({ document, line }) => document === match[1] && line === Number(match[2]))
    if (!place) continue
    if (match.index > from) stretches.push({ text: text.slice(from, match.index) })
    stretches.push({ text: match[0], place })
    from = match.index + match[0].length
  }
  return from < text.length ? [...stretches, { text: text.slice(from) }] : stretches
}
