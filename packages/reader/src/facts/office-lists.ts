import type { Extractor } from './draft.ts'
import { splitList } from './names.ts'
import { roleEnding } from './roles.ts'

/** Lists of offices: `ordförande, vice ordförande och sekreterare`. */
const officeList = new RegExp(
  `(?:(?:vice |bitr[a-z]* )?(?:ordforande[n]?|${roleEnding})(?:\\s*,\\s*|\\s+(?:och|samt)\\s+)){1,8}(?:vice |bitr[a-z]* )?(?:ordforande[n]?|${roleEnding})`,
)

/** Who a body is made of, told by their offices. */
export const readOfficeLists: Extractor = (sentence, context) => {
  const found = officeList.exec(sentence.letters)
  if (!found || /\d|(?:^|\s)(?:en|ett|tva|tre) \w+$/.test(found[0])) return []
  const body =
    /(arbetsutskott|presidi\w+|beredningsgrupp|ordforandeberedning|ledningsgrupp|styrgrupp|chefsgrupp|kansli)\w*(?: \([A-ZÅÄÖ]+\))?/i.exec(
      sentence.text,
    )
  const items = splitList(sentence.text.slice(found.index, found.index + found[0].length))
  if (items.length < 2) return []
  const subject = body ? body[0].charAt(0).toUpperCase() + body[0].slice(1) : context.subject
  return [
    {
      kind: 'organisation',
      subject,
      attribute: 'sammansättning',
      value: [...items],
      start: found.index,
      end: found.index + found[0].length,
    },
  ]
}
