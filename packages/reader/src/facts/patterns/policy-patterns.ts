import { type FactPattern, percentNumber, row } from './fact-pattern.ts'

const policies: readonly FactPattern[] = [
  row('legal', '@association', 'får inte skuldsätta sig', /far inte (?:heller )?(?:ta lan|skuldsatta sig|ha skulder|lana)/),
  row(
    'legal',
    '@association',
    'budget i balans',
    /(?:ska|skall|maste) (?:\w+ )?ha en budget i balans|budget(?:en)? (?:ska|skall|maste) vara i balans|kraver (?:en )?budget i balans|kostnader (?:ska|far) inte overstiga intakterna/,
  ),
  row(
    'legal',
    '@association',
    'likviditet för beslutade utbetalningar',
    /(?:ska|skall)[^.]{0,30}ha en sadan likviditet|likvid\w*[^.]{0,20} (?:ska|skall)[^.]{0,40}utbetalningar/,
  ),
  row('legal', '@association', 'medel får inte kunna minska i värde', /far inte[^.]{0,40}placera[^.]{0,80}minska i varde/),
  row(
    'legal',
    '@association',
    'får inte besluta om förmåner för enskilda',
    /far (?:inte )?(?:besluta|fatta)[^.]{0,60}enskilda|enskilda far forbundet inte/,
  ),
  row('policy', 'Eget kapital', 'ska täcka', /(?:ska|skall) (?:kunna )?(?:tacka|racka till|tackas?) (?<text>[^.]{4,80})/),
  row('policy', 'Eget kapital', 'nivå', /(?:det egna kapitalet|eget kapital)[^.]{0,30}(?<text>i enlighet med [^.]{4,80})/),
  row('legal', 'Årsredovisning', 'upprättad enligt', /upprattad i [^.]{0,40}(?:enlighet med|enligt) (?<text>[^.]{4,120})/),
]

const ceiling = '(?:eget kapital|egna kapitalet)[^.]{0,70}(?:tak|hogst|maximalt|overstiga|(?:storre|hogre|mer) an)[^.]{0,40}? '
const allotments: readonly FactPattern[] = [
  row(
    'policy',
    'Eget kapital',
    'tak, andel av årets bidrag',
    new RegExp(
      `${ceiling}${percentNumber} av (?:de |arets |forbundets )?(?:\\w+ )?(?:bidrag|medlemsbidrag|tilldelning|intakter|medlemsintakter)`,
    ),
    { unit: 'percent', reading: 'limit' },
  ),
  row(
    'allotment',
    'Tilldelning',
    'spärr, största minskning per år',
    new RegExp(`(?:som mest|hogst|maximalt)[^.]{0,30}(?:minska|sankas) med ${percentNumber}`),
    { unit: 'percent', reading: 'limit' },
  ),
  row(
    'allotment',
    'Tilldelning',
    'spärr, största minskning per år',
    new RegExp(`(?:minskar?|sankas)(?: med)? (?:hogst|som mest|maximalt) ${percentNumber}`),
    { unit: 'percent', reading: 'limit' },
  ),
  row(
    'allotment',
    'Tilldelning',
    'sökt minskning',
    new RegExp(`(?:sokte|ansokte|sokt)[^.]{0,60}(?:minskning|sankning) (?:om|med|pa) ${percentNumber}`),
    {
      unit: 'percent',
    },
  ),
  row(
    'allotment',
    'Tilldelning',
    'minskning',
    new RegExp(`(?<!(?:sokte|ansokte) en )tilldelning[^.]{0,60}(?:minskning|sankning) (?:om|med|pa) ${percentNumber}`),
    {
      unit: 'percent',
    },
  ),
]

/** What the association may, must and aims for with its money. */
export const policyPatterns: readonly FactPattern[] = [...policies, ...allotments]
