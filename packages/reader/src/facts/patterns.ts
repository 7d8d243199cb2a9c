import type { Fact } from '@finsam/domain'
import { findDates } from '../document/dates.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { splitList } from './names.ts'
import { numberWordPattern, parseNumber } from './number-words.ts'
import type { Sentence } from './sentence.ts'

const count = `(?<number>\\d{1,3}|en|ett|${numberWordPattern})`
const rest = '[^.;]{3,140}'

/**
 * A well-known attribute and how prose tells it. The named group says what the value is: `number` a number or number word, `text` words as
 * they stand, `list` an enumeration, `date` the date within; without a group the value is true.
 */
interface FactPattern {
  readonly kind: string
  /** `@association`, `@subject` and `@topic` are what the sentence tells. */
  readonly subject: string
  readonly attribute: string
  readonly unit?: string
  readonly qualifier?: string
  readonly pattern: RegExp
}

const of = (
  kind: string,
  subject: string,
  attribute: string,
  pattern: RegExp,
  more: { unit?: string; qualifier?: string } = {},
): FactPattern => ({ kind, subject, attribute, pattern, ...more })

const perMember = '(?=[^.]*(?:respektive medlem|varje medlem|per medlem|vardera))'

const board: readonly FactPattern[] = [
  of('organisation', 'Styrelse', 'ledamöter per medlem', new RegExp(`${count} (?:ordinarie )?ledamot(?:er)?\\b${perMember}`), {
    unit: 'persons',
  }),
  of(
    'organisation',
    'Styrelse',
    'ersättare per medlem',
    new RegExp(`(?:ledamot(?:er)?|och) (?:och )?${count} (?:\\w+ )?ersattare\\b${perMember}`),
    { unit: 'persons' },
  ),
  of('organisation', 'Styrelse', 'ledamöter', new RegExp(`${count} (?:ordinarie )?(?:ledamoter|styrelseledamoter)\\b(?!${perMember})`), {
    unit: 'persons',
  }),
  of('organisation', 'Styrelse', 'ersättare', new RegExp(`${count} (?:personliga )?ersattare\\b(?!${perMember})`), { unit: 'persons' }),
  of(
    'organisation',
    'Styrelse',
    'sammansättning',
    /(?<text>politiskt valda representanter[^.]{0,200}|(?:fullmaktige|medlemmarna) [^.]{0,60}utser[^.]{0,120})/,
  ),
]
const relations: readonly FactPattern[] = [
  of('organisation', '@association', 'antal medlemmar', new RegExp(`(?:bestar av|har|utgors av) ${count} medlem(?:mar)?\\b`), {
    unit: 'count',
  }),
  of('organisation', '@association', 'föregångare', /sammanslagning av (?<list>[^.]{5,200})/),
  of('organisation', '@association', 'uppgår i', /(?:uppgar i|gar upp i|blir en del av|ersatts av) (?<text>[^.,]{4,80})/),
  of(
    'organisation',
    'Samordningsförbund i länet',
    'antal',
    new RegExp(`(?:tillsammans med|och) (?:lanets|de) ${count} andra (?:\\w+)?forbund`),
    { unit: 'count', qualifier: 'plus-own' },
  ),
  of(
    'organisation',
    'Samordningsförbund i länet',
    'antal',
    new RegExp(
      `(?:(?:de|alla|lanets) ${count} (?:\\w*forbunden?)(?= i lanet)|i lanet finns ${count.replace('number', 'other')} (?:\\w*forbund))`,
    ),
    { unit: 'count' },
  ),
  of('organisation', '@subject', 'avtal med', /avtal (?:mellan \S+ och|med) (?<text>[^.,]{3,90})/),
  of('organisation', '@subject', 'upphandlad tillsammans med', /upphandlat?s? tillsammans med (?<text>(?:(?!\soch det\b)[^.,]){3,80})/),
  of('organisation', '@association', 'upphandlad tillsammans med', /tillsammans med (?<text>[^.,]{3,60}), upphandlat/),
  of('organisation', 'Kansli', 'kostnad delas med', /kostnad\w* delas med (?<text>[^.,]{3,80})/),
  of(
    'organisation',
    '@association',
    'köper tjänster från',
    /(?:kop(?:er|te|t|s)|kop av) [^.]{0,60}?\b(?:fran|av) (?<text>(?!$)(?:lanets |den )?[^.,]{3,70})/,
  ),
  of(
    'organisation',
    '@subject',
    'drivs av',
    /\b(?:drivs|ags|genomfors|agare ar) (?:av )?(?<text>(?:(?!\soch\s(?:riktar|vander|syftar|har|ar)|\ssom\s)[^.,]){3,60})/,
  ),
  of('organisation', '@subject', 'chef', /^(?<text>[^.]{3,40}) ar chef over/),
  of('organisation', '@subject', 'representation', /representa(?:tion|nter) fran (?<text>(?:(?!\shar\s|\ssom\s|\sutgor\s)[^.,]){3,60})/),
  of('organisation', '@topic', 'projektägare', /(?:projektagare (?:ar )?(?<text>[^.,]{4,60})|(?<text2>\S+ \S+) ar projektagare)/),
  of('organisation', '@subject', 'webbplats', /(?<text>www\.\S+[^\s.,)])/),
  of('policy', '@association', 'överordnad', /leds av (?<text>en styrelse)/),
]
const policies: readonly FactPattern[] = [
  of('legal', '@association', 'får inte skuldsätta sig', /far inte (?:heller )?(?:ta lan|skuldsatta sig|ha skulder|lana)/),
  of(
    'legal',
    '@association',
    'budget i balans',
    /(?:ska|skall|maste) \w* ?ha en budget i balans|budget(?:en)? (?:ska|skall|maste) vara i balans|kostnader (?:ska|far) inte overstiga intakterna/,
  ),
  of('legal', '@association', 'likviditet för beslutade utbetalningar', /(?:ska|skall)[^.]{0,30}ha en sadan likviditet/),
  of('legal', '@association', 'medel får inte kunna minska i värde', /far inte[^.]{0,40}placera[^.]{0,80}minska i varde/),
  of('legal', '@association', 'får inte besluta om förmåner för enskilda', /far inte (?:besluta|fatta)[^.]{0,60}enskilda/),
  of('policy', 'Eget kapital', 'ska täcka', /(?:ska|skall) (?:kunna )?(?:tacka|racka till|tackas?) (?<text>[^.]{4,80})/),
  of('policy', 'Eget kapital', 'efter planperioden', /(?:det egna kapitalet|eget kapital)[^.]{0,30}(?<text>i enlighet med [^.]{4,80})/),
  of('legal', 'Årsredovisning', 'upprättad enligt', /upprattad i [^.]{0,40}(?:enlighet med|enligt) (?<text>[^.]{4,120})/),
]
const times: readonly FactPattern[] = [
  of(
    'date',
    '@association',
    'bildat',
    /(?:bildades|bildat|grundades|startade sin verksamhet|formed)[^.]{0,30}?(?<date>(?:den )?(?:\d{1,2} )?(?:\w+ )?\d{4}(?:-\d\d-\d\d)?)/,
  ),
  of(
    'date',
    '@subject',
    'avslutas',
    /(?:avslutas|avslutades|upphor|upphorde|avvecklas|lades ner|laggs ner|lags ned|closed)[^.]{0,40}?(?<date>(?:den )?(?:\d{1,2}\s?|sista )?(?:\w+\s)?\d{4}(?:-?\d\d-?\d\d)?)/,
  ),
  of(
    'date',
    '@subject',
    'startar',
    /(?:startar|startade|borjar sin verksamhet|borjade|inleddes|inrattas|tradde i kraft|trader i kraft|tillkom)[^.]{0,30}?(?<date>(?:den )?(?:\d{1,2} )?(?:\w+ )?\d{4}(?:-\d\d-\d\d)?)/,
  ),
  of(
    'date',
    '@subject',
    'gäller till och med',
    /galler (?:till och med|t\.?o\.?m\.?|fram till)[^.]{0,10}?(?<date>(?:\d{1,2} )?(?:\w+ )?\d{4}(?:-\d\d-\d\d)?)/,
    { qualifier: 'end' },
  ),
  of('date', '@subject', 'anställd från', /anstalldes (?:den |fran )*(?<date>(?:\d{1,2} )?\w+(?: \d{4})?)/),
  of(
    'date',
    '@subject',
    'beslut',
    /(?:beslutad|beslutades|faststall(?:d|des|s)|antogs|antagen|godkand)[^.]{0,60}?(?<date>(?:den )?\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)/,
  ),
  of(
    'date',
    '@subject',
    'beslutad av',
    /(?:beslutad|beslutades|faststall(?:d|des|s)|antogs|antagen|godkand) av (?<text>(?:(?!\d{4}-)[^.,])[^.,]{3,60}(?=\s\d{4}-|\sden\s\d|[.,]|$)[^.,]{0,20})/,
  ),
]
const frequencies: readonly FactPattern[] = [
  of('organisation', '@subject', 'gånger per år', new RegExp(`${count}\\s?gang(?:er)?\\s?(?:/|per|om|i) ?(?:ar|aret)\\b`), {
    unit: 'times_per_year',
  }),
  of('organisation', '@subject', 'gånger per månad', new RegExp(`${count}\\s?gang(?:er)?\\s?(?:/|per|i) ?manad(?:en)?\\b`), {
    unit: 'times_per_month',
  }),
  of('organisation', '@subject', 'gånger per vecka', new RegExp(`${count}\\s?gang(?:er)?\\s?(?:/|per|i) ?vecka(?:n)?\\b`), {
    unit: 'times_per_week',
  }),
  of(
    'organisation',
    '@subject',
    'hur ofta',
    /(?<text>varannan vecka|varje vecka|varje manad|varje termin|varje ar|en gang per termin|manadsvis\w*|arligen|vartannat ar)\b/,
  ),
]
const measures: readonly FactPattern[] = [
  of('target', '@subject', 'mått', /^m[a]tt: (?<text>.{4,200})/),
  of('target', 'Måluppfyllelse', 'underlag', /andelen galler (?:av )?(?<text>[^.]{4,100})/),
  of('target', '@subject', 'mäts', /mats genom (?<text>[^.]{4,100})/),
  of(
    'assumption',
    '@subject',
    'antagande',
    /(?:utgar fran att|forutsatter att|bygger pa att|under forutsattning att) (?<text>[^.]{6,140})/,
  ),
  of(
    'target-group',
    'Målgrupp',
    'beskrivning',
    new RegExp(
      `malgrupp\\w*[^.]{0,80}? (?:ar|bestar av|utgors av|av) (?<text>(?:framst )?(?:personer|individer|kvinnor|manniskor)${rest})`,
    ),
  ),
  of(
    'target-group',
    'Målgrupp',
    'prioriterad grupp',
    /(?:prioriterade malgrupper|prioriterad malgrupp)[^.]{0,40}? [a&]r (?<list>[^.]{4,200})/,
  ),
]

/** All well-known attributes, in the order in which they are tried. */
export const factPatterns: readonly FactPattern[] = [...board, ...relations, ...policies, ...times, ...frequencies, ...measures]

function subjectFor(subject: string, context: FactContext): string {
  if (subject === '@association') return context.associationName
  if (subject === '@topic') return context.topic
  return subject === '@subject' ? context.subject : subject
}

const lastDayOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

interface Read {
  readonly value: Fact['value']
  readonly unit?: string
}

function readDate(text: string, end: boolean): Read | undefined {
  const [date] = findDates(text)
  const year = /\b((?:19|20)\d\d)\b/.exec(text)?.[1]
  if (date)
    return end && date.precision === 'month'
      ? { value: lastDayOfMonth(date.value), unit: 'date' }
      : { value: date.value, unit: date.precision === 'day' ? 'date' : date.precision }
  return year ? { value: Number(year), unit: 'year' } : undefined
}

function readValue(each: FactPattern, match: RegExpExecArray, sentence: Sentence): Read | undefined {
  const groups = match.groups ?? {}
  const raw = groups.text ?? groups.text2 ?? groups.list ?? groups.date
  const at = raw === undefined ? 0 : match.index + match[0].lastIndexOf(raw)
  const words = raw === undefined ? '' : sentence.text.slice(at, at + raw.length).trim()
  if (groups.number !== undefined || groups.other !== undefined) {
    const number = parseNumber(groups.number ?? groups.other ?? '')
    return number === undefined ? undefined : { value: each.qualifier === 'plus-own' ? number + 1 : number }
  }
  if (groups.date !== undefined) return readDate(words, each.qualifier === 'end')
  if (groups.list !== undefined) {
    const items = splitList(words)
    return items.length > 1 ? { value: [...items] } : { value: words }
  }
  return raw === undefined ? { value: true } : words.length > 2 ? { value: words } : undefined
}

/** Reads the well-known attributes out of a sentence, each pattern once. */
export const readPatterns: Extractor = (sentence, context) =>
  factPatterns.flatMap((each): Draft[] => {
    const match = each.pattern.exec(sentence.letters)
    const read = match ? readValue(each, match, sentence) : undefined
    if (!match || !read) return []
    const { kind, attribute, unit } = each
    const found = read.unit ?? unit
    const qualifier =
      each.qualifier === 'end' || each.qualifier === 'plus-own'
        ? undefined
        : (each.qualifier ?? (/minst\s+$/.test(sentence.letters.slice(0, match.index)) ? 'min' : undefined))
    const basis = each.qualifier === 'plus-own' ? 'de andra och det egna förbundet' : undefined
    return [
      {
        kind,
        subject: subjectFor(each.subject, context),
        attribute,
        value: read.value,
        ...(found ? { unit: found } : {}),
        ...(qualifier ? { qualifier } : {}),
        ...(basis ? { basis } : {}),
        start: match.index,
        end: match.index + match[0].length,
      },
    ]
  })
