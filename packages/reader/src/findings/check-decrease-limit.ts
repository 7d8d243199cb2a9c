import type { Fact } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { shown } from './amounts.ts'
import { type Check, found, nothing } from './finding-context.ts'

const isPercent = (fact: Fact): fact is Fact & { value: number } => fact.unit === 'percent' && typeof fact.value === 'number'
const limits = /(?:som mest|hogst|maximalt|max)[^.]{0,60}(?:minska|sankas)|(?:minska|sankas)[^.]{0,30}(?:hogst|som mest|maximalt)/
const falls = /(?:minskning(?:en)?|sankning(?:en)?) (?:om|med|pa)\s*$|(?:minskning|sankning), $|(?:minskar|minskas|sanks|sankts) med\s*$/

/** The words right before a fact's number. */
const wordsBefore = (fact: Fact): string => {
  const letters = plain(fact.context)
  const at = letters.indexOf(plain(fact.printed))
  return at < 0 ? '' : letters.slice(Math.max(0, at - 40), at)
}

/** Finds a fall of the allotment that the text tells of beyond the limit that the same text tells of (*tioprocentsspärr*). */
export const checkDecreaseLimit: Check = ({ facts }) => {
  const limit = facts.filter(isPercent).find(fact => limits.test(plain(fact.context)) && /tilldelning|bidrag/.test(plain(fact.context)))
  if (!limit) return nothing
  const beyond = facts
    .filter(isPercent)
    .filter(fact => fact !== limit && (fact.attribute.endsWith('minskning') || falls.test(wordsBefore(fact))) && fact.value > limit.value)
  return found(
    beyond.map(fact => ({
      code: 'allotment-falls-beyond-limit',
      severity: 'warning',
      parameters: { fall: fact.value, limit: limit.value },
      arithmetic: `${shown(fact.value)} % > ${shown(limit.value)} %`,
      at: fact.source,
      others: [limit.source],
    })),
  )
}
