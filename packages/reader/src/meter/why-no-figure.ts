import { findDates } from '../document/dates.ts'
import { plain } from '../labels/plain.ts'

interface Around {
  readonly line: string
  readonly before: string
  readonly after: string
  readonly token: string
}

const reasons: readonly (readonly [string, (around: Around) => boolean])[] = [
  ['identifier', ({ line }) => /envelope id|[0-9a-f]{8}-[0-9a-f]{4}-/.test(line)],
  ['address on the web', ({ before, after }) => /(?:www\.|https?:|@)\S*$/.test(before) || /^\S*(?:@|\.se\b)/.test(after)],
  [
    'page number',
    ({ line, token, before, after }) =>
      line.trim() === token ||
      /\b(?:sida|sid\.?|page)\s*$/.test(before) ||
      (/(?:\.\s?){4,}\s*$|\t\s*$/.test(before) && after.trim() === ''),
  ],
  ['table of contents', ({ line }) => /(?:\.\s?){5,}\s*\d+\s*$/.test(line)],
  [
    'law',
    ({ before, after, token }) =>
      /^\d{4}:\d/.test(token) || /§/.test(after.slice(0, 3)) || /\(?(?:sfs|lag|prop\.?)\s*\(?$/.test(before) || /^:\s?\d/.test(after),
  ],
  [
    'telephone number',
    ({ before, after, token }) =>
      /^0\d{1,3}-\d/.test(token) || (/\b0\d{1,3}[- ][\d ]*$/.test(before) && /^[\d ]*/.test(after)) || /\btel\w*\.?:?[\d -]*$/.test(before),
  ],
  [
    'postcode or street',
    ({ before, after, token }) =>
      (/^\d{3}$/.test(token) && /^ \d\d [a-z]/.test(after)) ||
      (/(?:^|\D)\d{3} $/.test(before) && /^ [a-z]{3,}\s*$/.test(after)) ||
      /(?:gatan|vagen|torget|\bvag|\bgata|\bbox)\s*$/.test(before),
  ],
  ['heading or list number', ({ before, after }) => /^[\s#*"”]*$/.test(before) && /^[.):]?\s*\S/.test(after)],
  ['reference', ({ before }) => /\b(?:not|bilaga|punkt|fraga|kapitel|avsnitt|del|fas|steg|version|#)\s*$/.test(before)],
  ['footnote', ({ before, after }) => /\p{L}$/u.test(before) && /^(?:\W|$)/.test(after)],
]

const isYear = (token: string): boolean => /^(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?$/.test(token)

/**
 * What a number that stands in no figure, fact or finding is thought to be: `date`, `year`, `page number`, `law`, `heading or list number`, …,
 * or `not understood`.
 *
 * @param text   the whole line
 * @param start  where the number begins in it
 */
export function whyNoFigure(text: string, start: number, token: string): string {
  const from = Math.max(0, start - 200)
  const letters = plain(text.slice(from, start + token.length + 200))
  const at = start - from
  const around: Around = { line: letters, before: letters.slice(0, at), after: letters.slice(at + token.length), token }
  const reason = reasons.find(([, applies]) => applies(around))?.[0]
  if (reason) return reason
  if (
    findDates(letters).some(date => date.start <= at && date.end >= at + token.length) ||
    /^ ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/.test(around.after)
  )
    return 'date'
  if (isYear(token)) return 'year'
  return /[a-z]$/.test(around.before) || /^[a-z]/.test(around.after) ? 'misread letter' : 'not understood'
}
