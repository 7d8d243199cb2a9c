import { plain } from '../labels/plain.ts'
import type { Draft, Extractor } from './draft.ts'
import { neighbour } from './draft.ts'
import { findQuantities } from './quantity-mention.ts'

const group = /unga vuxna|unga|ungdomar|nyanlanda|aktivitetsersattning|sjukskrivna|arbetslosa|vuxna/

const statistical =
  /arbetsfor|helarsekvivalent|folkmangd|befolkning|diagram|bilden|inskrivna|flesta|aldersgrupp|ersattningssystem|statistik|\bbor |\bbodde |invanare, varav|\d ?%|procent/

/**
 * Whose age a range of years is: the association's main target group (`Målgrupp`, `ålder`), a prioritised group within it, a single
 * initiative's group, or the base of a statistic.
 */
export const readAges: Extractor = (sentence, context) =>
  findQuantities(sentence.letters).flatMap((mention): Draft[] => {
    if (mention.unit !== 'years' || typeof mention.value === 'number') return []
    const { start, end, value, unit } = mention
    const around = sentence.letters.slice(Math.max(0, start - 90), end + 60)
    const before = [neighbour(context, -1)?.letters ?? '', sentence.letters].join(' ')
    if (statistical.test(around) || statistical.test(plain(context.topic)))
      return [{ kind: 'statistic', subject: context.subject, attribute: 'åldersgrupp', value, unit, start, end }]
    const named = group.exec(sentence.letters.slice(Math.max(0, start - 60), start))
    const headings = context.topic.toLowerCase()
    const own = /malgrupp|individen ska|invanare/.test(before) || /målgrupp|malgrupp/.test(headings)
    const initiative =
      /\binsats(?:en)?\b|projekt|teamet|komplexa arenden/.test(sentence.letters) && !/individinsats|forbundet/.test(sentence.letters)
    if (own && !named && !initiative) return [{ kind: 'target-group', subject: 'Målgrupp', attribute: 'ålder', value, unit, start, end }]
    const label = named ? sentence.text.slice(start - 60 < 0 ? named.index : start - 60 + named.index).slice(0, named[0].length) : ''
    if (own && named && !initiative && (/prioriter|gar fore/.test(before) || /målgrupp|malgrupp/.test(headings)))
      return [{ kind: 'target-group', subject: 'Målgrupp', attribute: `ålder, prioriterad grupp: ${label}`, value, unit, start, end }]
    return [
      {
        kind: 'target-group',
        subject: context.topic,
        attribute: named ? `ålder, insatsens målgrupp: ${label}` : 'ålder, insatsens målgrupp',
        value,
        unit,
        start,
        end,
      },
    ]
  })
