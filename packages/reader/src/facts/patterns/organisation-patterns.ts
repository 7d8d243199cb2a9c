import { anyNumber, type FactPattern, row, severalNumber } from './fact-pattern.ts'

const perMember = '(?=[^.,]*(?:respektive medlem|varje medlem|per medlem|vardera))'
const persons = { unit: 'persons' } as const

const board: readonly FactPattern[] = [
  row('organisation', 'Varje medlem', 'utser, ledamöter', new RegExp(`${anyNumber} (?:ordinarie )?ledamot(?:er)?\\b${perMember}`), persons),
  row(
    'organisation',
    'Varje medlem',
    'utser, ersättare',
    new RegExp(`(?:ledamot(?:er)?|och) (?:och )?${anyNumber} (?:\\w+ )?ersattare\\b${perMember}`),
    persons,
  ),
  row(
    'organisation',
    'Styrelse',
    'ledamöter',
    new RegExp(
      `${severalNumber} (?:(?:ordinarie )?(?:ledamoter|styrelseledamoter|board members)\\b|ordinarie (?=(?:och|samt) \\w+ ersattare))(?!${perMember})`,
    ),
    persons,
  ),
  row(
    'organisation',
    'Styrelse',
    'ersättare',
    new RegExp(`${severalNumber} (?:personliga )?(?:ersattare|suppleanter|deputies)\\b(?!${perMember})`),
    persons,
  ),
  row(
    'organisation',
    'Styrelse',
    'sammansättning',
    /(?<text>politiskt valda representanter[^.]{0,200}|(?:fullmaktige|medlemmarna) [^.]{0,60}utser[^.]{0,120})/,
  ),
]

const met = '(?:sammantratt|sammantradde|sammantrader|traffats|traffades|traffas|motts|mottes|mots|moter)'
const meetings: readonly FactPattern[] = [
  row('statistic', '@subject', 'möten', new RegExp(`${met} (?:\\w+ ){0,3}?${anyNumber} (?:ganger|tillfallen)\\b(?! (?:per|om|i) )`), {
    unit: 'meetings',
  }),
  row('statistic', '@subject', 'möten', new RegExp(`${met} (?:\\w+ ){0,3}?vid ${anyNumber} tillfallen`), { unit: 'meetings' }),
]

const eachMember: readonly FactPattern[] = [
  row(
    'organisation',
    'Varje medlem',
    'utser, ledamöter',
    new RegExp(`(?:varje medlem|respektive medlem|vardera)[^.,]{0,30}? ${anyNumber} (?:\\w+ )?ledamot`),
    persons,
  ),
  row(
    'organisation',
    'Varje medlem',
    'utser, ersättare',
    new RegExp(`(?:varje medlem|respektive medlem|vardera)[^.]{0,60}? (?:och|samt) ${anyNumber} (?:\\w+ )?ersattare`),
    persons,
  ),
]

const relations: readonly FactPattern[] = [
  row(
    'organisation',
    '@association',
    'antal medlemmar',
    new RegExp(`(?:bestar av|har|utgors av|med) ${severalNumber} (?:medlem(?:mar)?|parter|huvudman)\\b`),
    { unit: 'count' },
  ),
  row(
    'organisation',
    '@association',
    'föregångare',
    /sammanslagning(?:en)? av (?!(?:de |lanets |alla )?(?:tva|tre|fyra|fem) )(?<list>[^.]{5,200})/,
  ),
  row('organisation', '@association', 'föregångare', /(?:slas|slogs|slagits) samman[^:.]{0,60}: (?<list>[^.]{5,200})/),
  row(
    'organisation',
    '@association',
    'föregångare',
    /\b(?:gick|har gatt|gatt) (?<list>[^.,\d]{4,120}?) upp i (?:forbundet|samordningsforbundet|det nya)/,
  ),
  row(
    'organisation',
    '@association',
    'föregångare',
    /(?:genom att|nar|sedan|da) (?<list>[^.,\d]{4,120}?) (?:gick|gatt|har gatt|slogs|slagits) (?:samman|ihop)\b/,
  ),
  row('organisation', '@association', 'uppgår i', /(?:uppgar i|gar upp i|blir en del av|ersatts av) (?<text>[^.,]{4,80})/),
  row(
    'organisation',
    'Samordningsförbund i länet',
    'antal',
    new RegExp(`(?:tillsammans|ihop) med (?:lanets|de) ${severalNumber} andra (?:\\w+)?forbund`),
    { unit: 'count', reading: 'plus-own' },
  ),
  row('organisation', 'Samordningsförbund i länet', 'antal', new RegExp(`(?:de|alla|lanets) ${severalNumber} \\w*forbunden?(?= i lanet)`), {
    unit: 'count',
  }),
  row('organisation', 'Samordningsförbund i länet', 'antal', new RegExp(`lanets ${severalNumber} (?:samordnings)?forbund\\b`), {
    unit: 'count',
  }),
  row('organisation', 'Samordningsförbund i länet', 'antal', new RegExp(`i lanet finns ${severalNumber} \\w*forbund`), { unit: 'count' }),
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
    /\b(?:drivs|ags(?: och genomfors)?|genomfors) av (?<text>(?:(?!\soch\s(?:riktar|vander|syftar|har|ar|med|berak\w*|kostar|startade|pagar|finansieras|omfattar)\b|\ssom\s|\soch med\s|\sutifran\s|\spa uppdrag\s|\senligt\s)[^.,]){3,110})/,
  ),
  row(
    'organisation',
    '@subject',
    'administreras av',
    /\b(?:administreras|skots|forvaltas) av (?<text>(?:(?!\soch\s(?:ar|har|kostar)\b|\ssom\s)[^.,]){3,60})/,
  ),
  row('organisation', '@topic', 'chef', /(?:hennes|hans|dennes|narmaste) chef ar (?<text>[^.,]{3,60})/),
  row('organisation', '@subject', 'chef', /^(?<text>[^.]{3,40}) ar chef over (?<of>\w+)/),
  row('organisation', '@subject', 'representation', /representa(?:tion|nter) fran (?<text>(?:(?!\shar\s|\ssom\s|\sutgor\s)[^.,]){3,60})/),
  row('organisation', '@topic', 'projektägare', /projektagare ar (?<text>(?:(?!\sprojektet\b)[^.,]){4,60})/),
  row('organisation', '@topic', 'projektägare', /(?<text>\S+ \S+) ar projektagare/),
  row('organisation', '@topic', 'projektägare', /^agare (?:av projektet |till projektet )?ar (?<text>(?:(?!\sprojektet\b)[^.,]){4,60})/),
  row(
    'organisation',
    '@topic',
    'medfinansieras av',
    /(?:med)?finansieras (?:delvis )?av (?<text>(?!forbundet\b|samordningsforbundet\b)(?:(?!\soch pagar)[^.,]){4,60})/,
  ),
  row('organisation', '@subject', 'webbplats', /(?<text>www\.\S+[^\s.,)])/),
]

/** Board, members and relations to others. */
export const organisationPatterns: readonly FactPattern[] = [...board, ...meetings, ...eachMember, ...relations]
