import type { Extractor } from './draft.ts'
import { numberWordPattern, parseNumber } from './number-words.ts'

const equal = new RegExp(
  `(?<count>\\d{1,2}|${numberWordPattern}) (?:ordinarie )?(?:styrelse)?(?:ledamoter|ledamot)\\b[^.]{0,40}?\\b(?:(?:lika manga|samma antal|motsvarande antal) (?:\\w+ )?(?:ersattare|suppleanter)|(?:var sin|varsin|med personlig|med personliga|jamte personliga|vardera (?:med )?en) (?:\\w+ )?(?:ersattare|suppleant|suppleanter)\\b)`,
)

/** `sex ledamöter och lika många ersättare`, `fem ledamöter med var sin ersättare`: as many deputies as members of the board. */
export const readEqualDeputies: Extractor = sentence => {
  const match = equal.exec(sentence.letters)
  const value = parseNumber(match?.groups?.count ?? '')
  if (!match || value === undefined) return []
  const [start, end] = [match.index, match.index + match[0].length]
  return [
    {
      kind: 'organisation',
      subject: 'Styrelse',
      attribute: 'ersättare',
      value,
      unit: 'persons',
      basis: 'lika många som ledamöterna',
      start,
      end,
    },
  ]
}
