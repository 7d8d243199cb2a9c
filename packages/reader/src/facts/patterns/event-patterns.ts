import { anyNumber, type FactPattern, row } from './fact-pattern.ts'

const when = '(?<date>(?:den )?(?:\\d{1,2}\\s?|sista )?(?:[a-z]+\\s)?\\d{4}(?:-?\\d\\d-?\\d\\d|/\\d{2,4})?)'
const times: readonly FactPattern[] = [
  row(
    'date',
    '@named',
    'bildat',
    new RegExp(
      `(?:forbundet[^.]{0,60}(?:bildades|grundades|inrattades|instiftades|har funnits sedan)|startade sin verksamhet|was formed)[^.]{0,30}?${when}`,
    ),
  ),
  row('date', '@named', 'bildat', new RegExp(`${when} (?:bildades|grundades|bildas|inrattades|instiftades) (?:samordnings)?forbundet`)),
  row(
    'date',
    '@subject',
    'avslutas',
    new RegExp(
      `(?:avslutas|avslutades|upphor|upphorde|avvecklas|lades ned?r?|laggs ned?r?|closed)(?! (?:ska|har|hade|under))[^.,;:()]{0,40}?${when}`,
    ),
  ),
  row(
    'date',
    '@subject',
    'startar',
    new RegExp(
      `(?:startar|startade|borjar sin verksamhet|borjade|inleddes|inrattas|tradde i kraft|trader i kraft|tillkom)[^.]{0,30}?${when}`,
    ),
  ),
  row(
    'date',
    '@subject',
    'pågår till och med',
    new RegExp(
      `(?:pagar|loper|forlangs|forlangts|forlangdes|beviljats|beviljad)[^.,;()]{0,30}? (?:till och med|t\\.?o\\.?m\\.?|fram till) ${when}`,
    ),
    { reading: 'end' },
  ),
  row('date', '@topic', 'sedan', new RegExp(`\\bsedan (?:i )?${when}`)),
  row('date', '@subject', 'gäller till och med', new RegExp(`galler (?:till och med|t\\.?o\\.?m\\.?|fram till|till)[^.]{0,10}?${when}`), {
    reading: 'end',
  }),
  row('date', '@subject', 'anställd från', /anstalldes (?:den |fran )*(?<date>(?:\d{1,2} )?\w+(?: \d{4})?)/),
  row(
    'date',
    '@document',
    'beslut',
    /(?:beslutad\b|beslutades|beslut av \w*styrelsen:?|styrelsens? beslut\b|beslut:|faststall(?:d|des|s|de)|antogs|antagen|godkand)[^.]{0,60}?(?<date>(?:den )?\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)/,
  ),
  row(
    'date',
    '@document',
    'beslutad av',
    /(?:beslut|beslutad|beslutades|beslutat|faststall(?:d|des|s)|antogs|antagen|godkand) av (?<text>(?:[a-z]+ ){0,2}?\w*(?:styrelsen|fullmaktige|motet|medlemmarna)(?: (?:pa|vid) [^.,\d]{0,30}(?:\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)?)?)/,
  ),
]

/** `2 gånger per månad`, `2 ggr/månad`, `1/månad`. */
const timesIn = (span: string): RegExp => new RegExp(`${anyNumber}(?:\\s?(?:gang(?:er)?|ggr)\\s?(?:/|per|om|i) ?|/ ?)${span}\\b`)

const frequencies: readonly FactPattern[] = [
  row('organisation', '@subject', 'gånger per år', timesIn('(?:ar|aret)'), {
    unit: 'times_per_year',
  }),
  row(
    'organisation',
    '@subject',
    'möten per år',
    new RegExp(`${anyNumber} (?:styrelse)?(?:moten|sammantraden|traffar) (?:per|om) (?:ar|aret)\\b`),
    { unit: 'times_per_year' },
  ),
  row('organisation', '@subject', 'gånger per månad', timesIn('manad(?:en)?'), {
    unit: 'times_per_month',
  }),
  row('organisation', '@subject', 'gånger per vecka', timesIn('vecka(?:n)?'), {
    unit: 'times_per_week',
  }),
  row(
    'organisation',
    '@subject',
    'hur ofta',
    /(?<text>varannan vecka|varannan manad|var (?:tredje|fjarde|sjatte) (?:vecka|manad)|varje (?:vecka|manad|termin|kvartal|halvar|ar)|en gang per termin|manadsvis|kvartalsvis|halvarsvis|dagligen|arligen|vartannat ar)\b/,
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
    /\b(?:ber(?:or|odde) (?:\w+ )?(?:dels )?pa|orsakad(?:e|es)? av|(?:orsaken|anledningen|skalet)(?: till [^.]{3,60}?)? (?:ar|var)|skal(?:et)? till [^.]{3,60}var) (?<text>[^.]{6,160})/,
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

/** What happens when and how often, how it is measured, what it rests on, and whom it is for. */
export const eventPatterns: readonly FactPattern[] = [...times, ...frequencies, ...measures]
