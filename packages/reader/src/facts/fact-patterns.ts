import { numberWordPattern } from './number-words.ts'

/**
 * A well-known attribute and how prose tells it. The named group says what the value is: `number` a number or number word, `text` words as
 * they stand, `list` an enumeration, `each` an enumeration told one by one, `date` the date within; without a group the value is true.
 */
export interface FactPattern {
  readonly kind: string
  /** `@association`, `@subject`, `@topic` and `@document` (the sentence's subject, else the document itself) are what the sentence tells; a group `of` names it in the match itself. */
  readonly subject: string
  readonly attribute: string
  readonly unit?: string
  /** `plus-own`: the number leaves out the association itself; `end`: a month stands for its last day; `limit`: nothing may exceed the number. */
  readonly reading?: 'plus-own' | 'end' | 'limit'
  readonly pattern: RegExp
}

type More = Pick<FactPattern, 'unit' | 'reading'>
const row = (kind: string, subject: string, attribute: string, pattern: RegExp, more: More = {}): FactPattern => ({
  kind,
  subject,
  attribute,
  pattern,
  ...more,
})

const any = `(?<number>\\d{1,3}|en|ett|${numberWordPattern})`
const several = `(?<number>\\d{1,3}|${numberWordPattern})`
const perMember = '(?=[^.]*(?:respektive medlem|varje medlem|per medlem|vardera))'
const persons = { unit: 'persons' } as const

const board: readonly FactPattern[] = [
  row('organisation', 'Styrelse', 'ledamöter per medlem', new RegExp(`${any} (?:ordinarie )?ledamot(?:er)?\\b${perMember}`), persons),
  row(
    'organisation',
    'Styrelse',
    'ersättare per medlem',
    new RegExp(`(?:ledamot(?:er)?|och) (?:och )?${any} (?:\\w+ )?ersattare\\b${perMember}`),
    persons,
  ),
  row(
    'organisation',
    'Styrelse',
    'ledamöter',
    new RegExp(
      `${several} (?:(?:ordinarie )?(?:ledamoter|styrelseledamoter|board members)\\b|ordinarie (?=(?:och|samt) \\w+ ersattare))(?!${perMember})`,
    ),
    persons,
  ),
  row(
    'organisation',
    'Styrelse',
    'ersättare',
    new RegExp(`${several} (?:personliga )?(?:ersattare|suppleanter|deputies)\\b(?!${perMember})`),
    persons,
  ),
  row(
    'organisation',
    'Styrelse',
    'sammansättning',
    /(?<text>politiskt valda representanter[^.]{0,200}|(?:fullmaktige|medlemmarna) [^.]{0,60}utser[^.]{0,120})/,
  ),
]

const eachMember: readonly FactPattern[] = [
  row(
    'organisation',
    'Styrelse',
    'ledamöter per medlem',
    new RegExp(`(?:varje medlem|respektive medlem|vardera)[^.,]{0,30}? ${any} (?:\\w+ )?ledamot`),
    persons,
  ),
  row(
    'organisation',
    'Styrelse',
    'ersättare per medlem',
    new RegExp(`(?:varje medlem|respektive medlem|vardera)[^.]{0,60}? (?:och|samt) ${any} (?:\\w+ )?ersattare`),
    persons,
  ),
]

const relations: readonly FactPattern[] = [
  row(
    'organisation',
    '@association',
    'antal medlemmar',
    new RegExp(`(?:bestar av|har|utgors av|med) ${several} (?:medlem(?:mar)?|parter|huvudman)\\b`),
    { unit: 'count' },
  ),
  row('organisation', '@association', 'föregångare', /sammanslagning(?:en)? av (?<list>[^.]{5,200})/),
  row('organisation', '@association', 'uppgår i', /(?:uppgar i|gar upp i|blir en del av|ersatts av) (?<text>[^.,]{4,80})/),
  row(
    'organisation',
    'Samordningsförbund i länet',
    'antal',
    new RegExp(`(?:tillsammans|ihop) med (?:lanets|de) ${several} andra (?:\\w+)?forbund`),
    { unit: 'count', reading: 'plus-own' },
  ),
  row('organisation', 'Samordningsförbund i länet', 'antal', new RegExp(`(?:de|alla|lanets) ${several} \\w*forbunden?(?= i lanet)`), {
    unit: 'count',
  }),
  row('organisation', 'Samordningsförbund i länet', 'antal', new RegExp(`i lanet finns ${several} \\w*forbund`), { unit: 'count' }),
  row(
    'organisation',
    '@topic',
    'avtal med',
    /^(?<text>[^.]{3,40}?) (?:skoter|utfor|hanterar|ansvarar for)[^.]{0,20}(?:enligt|genom) avtal/,
  ),
  row('organisation', '@subject', 'avtal med', /avtal (?:mellan \S+ och|med) (?<text>[^.,]{3,90})/),
  row(
    'organisation',
    '@subject',
    'upphandlad tillsammans med',
    /upphandla[td]s? (?:tillsammans|ihop|gemensamt) med (?<text>(?:(?!\soch det\b)[^.,]){3,80})/,
  ),
  row('organisation', '@association', 'upphandlat tillsammans med', /tillsammans med (?<text>[^.,]{3,60}), upphandlat/),
  row('organisation', 'Kansli', 'kostnad delas med', /kostnad\w* delas (?:med|pa|mellan) (?<text>[^.,]{3,80})/),
  row(
    'organisation',
    '@association',
    'köper tjänster från',
    /\b(?:koper|kopte|kopt|kops|kop av) [^.]{0,60}?\b(?:fran|av) (?!forbundet|samordningsforbundet)(?<text>(?:lanets |den )?(?:(?!\s(?:delas|enligt|som|och foljer|for|till|vid)\s)[^.,]){3,70})/,
  ),
  row(
    'organisation',
    '@subject',
    'drivs av',
    /\b(?:drivs|ags(?: och genomfors)?|genomfors) av (?<text>(?:(?!\soch\s(?:riktar|vander|syftar|har|ar|med|berak\w*|kostar|startade|pagar|finansieras|omfattar)\b|\ssom\s|\soch med\s)[^.,]){3,60})/,
  ),
  row('organisation', '@topic', 'chef', /(?:hennes|hans|dennes|narmaste) chef ar (?<text>[^.,]{3,60})/),
  row('organisation', '@subject', 'chef', /^(?<text>[^.]{3,40}) ar chef over (?<of>\w+)/),
  row('organisation', '@subject', 'representation', /representa(?:tion|nter) fran (?<text>(?:(?!\shar\s|\ssom\s|\sutgor\s)[^.,]){3,60})/),
  row('organisation', '@topic', 'projektägare', /projektagare ar (?<text>(?:(?!\sprojektet\b)[^.,]){4,60})/),
  row('organisation', '@topic', 'projektägare', /(?<text>\S+ \S+) ar projektagare/),
  row(
    'organisation',
    '@topic',
    'medfinansieras av',
    /(?:med)?finansieras (?:delvis )?av (?<text>(?!forbundet\b|samordningsforbundet\b)(?:(?!\soch pagar)[^.,]){4,60})/,
  ),
  row('organisation', '@subject', 'webbplats', /(?<text>www\.\S+[^\s.,)])/),
]

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

const percent = '(?<number>\\d{1,2}(?:,\\d)?) ?(?:%|procent)'
const ceiling = '(?:eget kapital|egna kapitalet)[^.]{0,70}(?:tak|hogst|maximalt|overstiga)[^.]{0,40}? '
const allotments: readonly FactPattern[] = [
  row(
    'policy',
    'Eget kapital',
    'tak, andel av årets bidrag',
    new RegExp(`${ceiling}${percent} av (?:de |arets |forbundets )?(?:\\w+ )?(?:bidrag|medlemsbidrag|tilldelning)`),
    { unit: 'percent', reading: 'limit' },
  ),
  row(
    'allotment',
    'Tilldelning',
    'största minskning per år',
    new RegExp(`(?:som mest|hogst|maximalt)[^.]{0,30}(?:minska|sankas) med ${percent}`),
    { unit: 'percent', reading: 'limit' },
  ),
  row('allotment', 'Tilldelning', 'minskning', new RegExp(`tilldelning[^.]{0,60}(?:minskning|sankning) (?:om|med|pa) ${percent}`), {
    unit: 'percent',
  }),
]

const when = '(?<date>(?:den )?(?:\\d{1,2}\\s?|sista )?(?:[a-z]+\\s)?\\d{4}(?:-?\\d\\d-?\\d\\d)?)'
const times: readonly FactPattern[] = [
  row(
    'date',
    '@association',
    'bildat',
    new RegExp(`(?:forbundet[^.]{0,60}(?:bildades|grundades)|startade sin verksamhet|was formed)[^.]{0,30}?${when}`),
  ),
  row(
    'date',
    '@subject',
    'avslutas',
    new RegExp(`(?:avslutas|avslutades|upphor|upphorde|avvecklas|lades ned?r?|laggs ned?r?|closed)[^.]{0,40}?${when}`),
  ),
  row(
    'date',
    '@subject',
    'startar',
    new RegExp(
      `(?:startar|startade|borjar sin verksamhet|borjade|inleddes|inrattas|tradde i kraft|trader i kraft|tillkom)[^.]{0,30}?${when}`,
    ),
  ),
  row('date', '@subject', 'gäller till och med', new RegExp(`galler (?:till och med|t\\.?o\\.?m\\.?|fram till|till)[^.]{0,10}?${when}`), {
    reading: 'end',
  }),
  row('date', '@subject', 'anställd från', /anstalldes (?:den |fran )*(?<date>(?:\d{1,2} )?\w+(?: \d{4})?)/),
  row(
    'date',
    '@document',
    'beslut',
    /(?:beslutad|beslutades|faststall(?:d|des|s|de)|antogs|antagen|godkand)[^.]{0,60}?(?<date>(?:den )?\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)/,
  ),
  row(
    'date',
    '@document',
    'beslutad av',
    /(?:beslutad|beslutades|beslutat|faststall(?:d|des|s)|antogs|antagen|godkand) av (?<text>(?:[a-z]+ ){0,2}?\w*(?:styrelsen|fullmaktige|motet|medlemmarna)(?: (?:pa|vid) [^.,\d]{0,30}(?:\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)?)?)/,
  ),
]

const frequencies: readonly FactPattern[] = [
  row('organisation', '@subject', 'gånger per år', new RegExp(`${any}\\s?gang(?:er)?\\s?(?:/|per|om|i) ?(?:ar|aret)\\b`), {
    unit: 'times_per_year',
  }),
  row('organisation', '@subject', 'gånger per månad', new RegExp(`${any}\\s?gang(?:er)?\\s?(?:/|per|i) ?manad(?:en)?\\b`), {
    unit: 'times_per_month',
  }),
  row('organisation', '@subject', 'gånger per vecka', new RegExp(`${any}\\s?gang(?:er)?\\s?(?:/|per|i) ?vecka(?:n)?\\b`), {
    unit: 'times_per_week',
  }),
  row(
    'organisation',
    '@subject',
    'hur ofta',
    /(?<text>varannan vecka|varje vecka|varje manad|varje termin|varje ar|en gang per termin|manadsvis|arligen|vartannat ar)\b/,
  ),
]

const described =
  'malgrupp\\w*[^.]{0,80}? (?:ar|bestar av|utgors av|av) (?<text>(?:framst )?(?:personer|individer|kvinnor|manniskor)[^.;]{3,140})'
const measures: readonly FactPattern[] = [
  row('measure', '@topic', 'mått', /^m[a]tt: (?<text>.{4,200})/),
  row('measure', 'Måluppfyllelse', 'underlag', /andelen galler (?:av )?(?<text>[^.]{4,100})/),
  row('measure', '@subject', 'mäts', /mats genom (?<text>[^.]{4,100})/),
  row('assumption', '@topic', 'antagande', /(?:utgar fran att|forutsatter att|bygger pa att|under forutsattning att) (?<text>[^.]{6,140})/),
  row('assumption', '@topic', 'antagande', /raknar med (?<text>oforandra[^.]{3,100})/),
  row('narrative', '@subject', 'underlag', /(?:formulerades utifran|tagits fram utifran|har tagits fram genom) (?<text>[^.]{6,160})/),
  row(
    'narrative',
    '@subject',
    'orsak',
    /(?:beror (?:\w+ )?(?:dels )?pa|orsakad(?:e|es)? av|anledningen ar|skalet ar|skal(?:et)? till [^.]{3,60}var) (?<text>[^.]{6,160})/,
  ),
  row('target-group', 'Målgrupp', 'beskrivning', new RegExp(described)),
  row(
    'target-group',
    'Målgrupp',
    'prioriterad grupp',
    /(?:prioriterade malgrupper|prioriterad malgrupp)[^.]{0,40}? [a&]r (?<each>[^.]{4,200})/,
  ),
  row('policy', 'Insatser', 'antal medlemmar vars stöd målgruppen behöver', /stod fran minst (?<number>\w+) av medlemmarna/, {
    unit: 'count',
  }),
]

/** All well-known attributes, in the order in which they are tried. */
export const factPatterns: readonly FactPattern[] = [
  ...board,
  ...eachMember,
  ...relations,
  ...policies,
  ...allotments,
  ...times,
  ...frequencies,
  ...measures,
]
