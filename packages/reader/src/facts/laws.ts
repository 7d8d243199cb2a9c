import type { Draft, Extractor } from './draft.ts'

const law = /(?:sfs\s?)?\(?(?:sfs\s)?(\d{4}):\s?(\d{1,4})\)?/g

/** Laws by their number: `lagen om finansiell samordning av rehabiliteringsinsatser (2003:1210)`. */
export const readLaws: Extractor = sentence =>
  [...sentence.letters.matchAll(law)].flatMap((match): Draft[] => {
    const year = Number(match[1])
    if (
      year < 1700 ||
      year > 2100 ||
      !/lag|sfs|forordning|balk/.test(sentence.letters.slice(Math.max(0, match.index - 120), match.index + 6))
    )
      return []
    const before = sentence.text.slice(0, match.index)
    const after = sentence.text.slice(match.index + match[0].length)
    const name = /((?:kommunal)?lag(?:en)?\b[^,.;()]{0,90})$/iu.exec(before)?.[1]?.trim() ?? ''
    const full = /^lag(?:en)?$/i.test(name) ? `${name}${/^\s+om\s[^,.;()]{3,80}/u.exec(after)?.[0] ?? ''}` : name
    const subject = full === '' ? 'Lag' : full.charAt(0).toUpperCase() + full.slice(1)
    return [
      {
        kind: 'legal',
        subject,
        attribute: 'lag',
        value: `${match[1]}:${match[2]}`,
        start: match.index,
        end: match.index + match[0].length,
      },
    ]
  })
