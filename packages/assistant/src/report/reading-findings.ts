import type { Words } from '@finsam/domain'

/** What each finding about how a document was read says to a reader; `{label}` and the like are the finding's parameters. */
export const readingFindings: Readonly<Record<string, Words>> = {
  'sum-differs': {
    sv: '”{label}”: raderna går inte ihop med den tryckta summan.',
    en: '“{label}”: the rows do not add up to the printed total.',
  },
  'sum-unproved': {
    sv: '”{label}”: ingen summa prövar beloppen här; ett fel i dem skulle inte synas.',
    en: '“{label}”: no sum checks the amounts here; a mistake in them would not show.',
  },
  'result-differs': {
    sv: '”{label}”: det tryckta resultatet är inte intäkter minus kostnader.',
    en: '“{label}”: the printed result is not income less costs.',
  },
  'repeated-row-differs': {
    sv: '”{label}” står på två ställen med olika belopp.',
    en: '“{label}” stands in two places with different amounts.',
  },
  'same-quantity-differs': {
    sv: '”{label}” har olika belopp i två tabeller.',
    en: '“{label}” has different amounts in two tables.',
  },
  'column-difference-differs': {
    sv: '”{label}”: den tryckta avvikelsen är inte skillnaden mellan kolumnerna.',
    en: '“{label}”: the printed variance is not the difference between the columns.',
  },
  'column-sum-differs': {
    sv: '”{label}”: kolumnerna går inte ihop med den tryckta summan.',
    en: '“{label}”: the columns do not add up to the printed total.',
  },
  'percents-laid-beside-amounts': {
    sv: '”{label}”: av {percents} procenttal stämmer {ties} med beloppen.',
    en: '“{label}”: of {percents} percentages {ties} tie to the amounts.',
  },
  'percent-differs-from-amounts': {
    sv: '”{label}”: tryckt är {printed} %, men beloppen ger {computed} %.',
    en: '“{label}”: {printed}% is printed, but the amounts give {computed}%.',
  },
  'opening-balance-differs': {
    sv: '”{label}”: ingående värde är inte lika med föregående utgående värde.',
    en: '“{label}”: the opening value is not the closing value before it.',
  },
  'value-repaired': {
    sv: '”{label}” är tryckt ”{printed}” och läst som {value}. Tabellens övriga tal ger ett enda möjligt värde.',
    en: '“{label}” is printed “{printed}” and read as {value}. The table’s other figures leave a single possible value.',
  },
  'value-derived': {
    sv: '”{label}” är tryckt ”{printed}” och går inte att läsa. Värdet {value} är uträknat ur tabellens summor.',
    en: '“{label}” is printed “{printed}” and cannot be read. The value {value} was worked out from the table’s sums.',
  },
  'value-ambiguous': {
    sv: '”{label}” är tryckt ”{printed}” och kan läsas på flera sätt: {alternatives}.',
    en: '“{label}” is printed “{printed}” and can be read in several ways: {alternatives}.',
  },
  'value-illegible': {
    sv: '”{label}” är tryckt ”{printed}” och går inte att läsa.',
    en: '“{label}” is printed “{printed}” and cannot be read.',
  },
  'blank-cell': { sv: '”{label}” saknar värde i minst en kolumn.', en: '“{label}” has no value in at least one column.' },
  'column-inferred': {
    sv: 'Kolumnen ”{label}” har skadad rubrik. Vad den gäller är utläst ur siffrorna.',
    en: 'The column “{label}” has a damaged heading. What it holds was read from its figures.',
  },
  'column-time-unknown': {
    sv: 'Det framgår inte vilken tid kolumnen ”{label}” gäller.',
    en: 'The document does not tell what time the column “{label}” is about.',
  },
  'unit-inferred': {
    sv: 'Tabellen anger ingen enhet. Den är läst i {unit}, efter dokumentets övriga uppgifter.',
    en: 'The table states no unit. It was read in {unit}, by the rest of the document.',
  },
  'unit-guessed': {
    sv: 'Tabellen anger ingen enhet, och inget annat i dokumentet visar den. Att den är läst i {unit} är en gissning efter beloppens storlek.',
    en: 'The table states no unit, and nothing else in the document shows it. That it was read in {unit} is a guess from the size of its amounts.',
  },
  'labels-apart': {
    sv: 'Här står belopp utan rader. Raderna står i ett annat stycke, och summorna visar inte hur de hör ihop. Beloppen är inte lästa.',
    en: 'Amounts stand here without labels. The labels stand in another block, and the sums do not show how they belong together. The amounts were not read.',
  },
  'text-differs-from-table': {
    sv: '”{label}”: texten och tabellen säger olika.',
    en: '“{label}”: the text and the table differ.',
  },
  'texts-disagree': {
    sv: '{subject}, {attribute}: dokumentet säger {first} på ett ställe och {second} på ett annat.',
    en: '{subject}, {attribute}: the document says {first} in one place and {second} in another.',
  },
  'told-share-differs-from-amounts': {
    sv: 'Texten säger {told} %, men ”{part}” är {computed} % av ”{whole}”.',
    en: 'The text says {told}%, but “{part}” is {computed}% of “{whole}”.',
  },
  'balanced-only-by-brought-forward': {
    sv: 'Budgeten går ihop bara för att medel från tidigare år räknas in. Årets egna intäkter täcker inte kostnaderna.',
    en: 'The budget balances only because funds of earlier years are counted in. The year’s own income does not cover its costs.',
  },
  'periods-not-comparable': {
    sv: 'Kolumnerna omfattar olika lång tid: {months} och {otherMonths} månader. De kan inte jämföras rakt av.',
    en: 'The columns cover different lengths of time: {months} and {otherMonths} months. They cannot be compared as they are.',
  },
  'equity-above-own-ceiling': {
    sv: 'Det egna kapitalet {year} är {share} % av årets bidrag. Förbundets eget tak är {ceiling} %.',
    en: 'Equity in {year} is {share}% of the year’s contributions. The association’s own ceiling is {ceiling}%.',
  },
  'contribution-shares-differ-from-law': {
    sv: 'Bidragen är inte fördelade som lagen säger: hälften från staten, en fjärdedel från regionen och en fjärdedel från kommunerna.',
    en: 'Contributions are not split as the law says: one half from the state, one quarter each from the region and the municipalities.',
  },
  'allotment-falls-beyond-limit': {
    sv: 'Tilldelningen minskar med {fall} %, mer än gränsen på {limit} %.',
    en: 'The allotment falls by {fall}%, more than the limit of {limit}%.',
  },
  'exceeded-lines-not-all-named': {
    sv: 'Texten nämner {named} av de {exceeded} rader som överskred sin budget.',
    en: 'The text names {named} of the {exceeded} lines that exceeded their budget.',
  },
  'page-recognised': {
    sv: 'Sida {page} är inskannad och tolkad av ett program. Kontrollera siffrorna mot originalet.',
    en: 'Page {page} is a scan read by text recognition. Check its figures against the original.',
  },
  'page-without-text': { sv: 'Sida {page} har ingen text som går att läsa.', en: 'Page {page} has no text that can be read.' },
  'page-unreadable': { sv: 'Sida {page} gick inte att läsa.', en: 'Page {page} could not be read.' },
  'pages-beyond-limit': {
    sv: 'Dokumentet har {pages} sidor; de första {limit} är lästa.',
    en: 'The document has {pages} pages; the first {limit} were read.',
  },
  'second-reader-differs': {
    sv: 'Två program läser inte samma siffror på raden. Kontrollera dem mot originalet.',
    en: 'Two programs do not read the same digits on this line. Check them against the original.',
  },
  'hidden-sheet': { sv: 'Bladet ”{sheet}” är dolt och inte läst.', en: 'The sheet “{sheet}” is hidden and was not read.' },
  'formula-without-value': {
    sv: 'Bladet ”{sheet}”, cell {cell}: formeln har inget sparat värde. Öppna filen, räkna om och spara.',
    en: 'Sheet “{sheet}”, cell {cell}: the formula has no stored value. Open the file, recalculate and save.',
  },
}
