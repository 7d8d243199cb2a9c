import { office } from '../persons.ts'

/** How somebody stands to an office: has left it, has come to it, is to come to it, or stands in for a time. */
export type Tenure = 'former' | 'new' | 'incoming' | 'acting'

/** A person, whoever it is. */
const N = '@(\\d+)@'
const aside = '(?: \\([^)]{1,60}\\)|, [^,.]{2,50},)?'
const aux = '(?:har |hade |ar |var |blir |blev )?'
const lightly = '(?:[^.;@]{0,50}?)'
const leaving =
  '(?:slutade|slutat|slutar|avgick|avgar|avgatt|frantradde|frantrader|pensionerades|avled|avlidit|(?:lamnade|lamnat|lamnar)(?= (?:sitt|sin|uppdraget|tjansten|posten|forbundet|styrelsen|den|i|efter|under|vid)\\b|[.,]|$)|(?:avslutade|avslutat|avslutar)(?= (?:sitt uppdrag|sin anstallning|sin tjanst)))'
const coming =
  '(?:tilltradde|tilltrader|tilltratt|tilltrada|(?:borjade|borjar|borjat)(?= (?:som|sin|den|i|pa|under|vid)\\b|[.,]|$)|anstalldes|anstallts|rekryterades|rekryterats|valdes|valts|utsags|utsetts|utses)'
const replacing = '(?:ersatte|ersatter|ersatt|eftertradde|eftertrader|eftertratt|avloste|avloser|avlost)'
const replaced = '(?:ersattes|ersatts|ersatt|eftertraddes|eftertrads|eftertratts|avlostes|avlosts|avloses)'
const overTo = '(?:tog over efter|tar over efter|tagit over efter|overtog uppdraget efter)'
const takesOver = '(?:tog over|tar over|tagit over|ta over)'
const former = '(?:tidigare|forre|forra|avgaende|davarande|forutvarande|f d|f\\.d\\.)'
const fresh =
  '(?:ny|nya|nye|nyvald|nyvalde|nyvalda|nytilltradd|nytilltradde|nytilltradda|nyanstalld|nyanstallda|tilltradande|kommande|nasta)'
const acting = '(?:tillforordnad|tf\\.?|t\\.f\\.?|vikarierande|interimistisk)'
const being = '(?:ar|var|blev|blir|heter|har varit|utsags|valdes)'

/** Whoever the sentence before was about. */
const pronoun = '\\b(han|hon|hen|denne|denna)'

export interface SuccessionPattern {
  /** What the persons are, in the order in which the pattern names them: of two, one comes after the other. */
  readonly who: readonly Tenure[]
  /** A day beside it tells when it happened. */
  readonly dated: boolean
  readonly pattern: RegExp
}
const pattern = (who: readonly Tenure[], source: string, dated = true): SuccessionPattern => ({
  who,
  dated,
  pattern: new RegExp(source, 'g'),
})

/** A change of office by its wording; the persons stand as `@0@`, `@1@`. Tried in order: what one has told of a person stands. */
export const successionPatterns: readonly SuccessionPattern[] = [
  pattern(['former', 'new'], `${N}${aside} ${aux}${replaced} ${lightly}av ${N}`),
  pattern(['former', 'new'], `${replaced} ${N}${aside} ${lightly}av ${N}`),
  pattern(['former', 'new'], `${pronoun} ${aux}${replaced} ${lightly}av ${N}`),
  pattern(['new', 'former'], `${N}${aside} ${aux}(?:${replacing}|${overTo}) ${lightly}${N}`),
  pattern(['new', 'former'], `(?:${replacing}) ${N}${aside} ${lightly}${N}`),
  pattern(['new', 'former'], `${pronoun} ${aux}(?:${replacing}|${overTo}) ${lightly}${N}`),
  pattern(['former', 'new'], `eftertradare till ${N}${aside} ${being} ${N}`),
  pattern(['new'], `eftertradare ${being} ${N}`),
  pattern(['new'], `som eftertradare ${lightly}${N}`),
  pattern(
    ['acting'],
    `${N}${aside},? (?:som )?(?:ar |var |har varit |tjanstgjorde som |tjanstgor som |arbetar som )?(?:var )?${acting}(?= |[.,]|$)`,
  ),
  pattern(['acting'], `(?:ar|var|har) ${N}${aside} (?:varit )?${acting}(?= |[.,]|$)`),
  pattern(['acting'], `${acting} ${office} ${lightly}${N}`),
  pattern(['acting'], `vikarie (?:${being}|under) ${lightly}${N}`),
  pattern(['acting'], `${N}${aside} ${aux}vikariera(?:r|de|t)\\b`),
  pattern(['acting'], `vikariera(?:r|de) ${N}`),
  pattern(['former'], `${N}${aside},? (?:som )?${aux}(?:gick|gar|gatt) i pension`),
  pattern(['former'], `(?:gick|gar|har) ${N}${aside} ${lightly}(?:i pension|gatt i pension)`),
  pattern(['former'], `${N}${aside},? (?:som )?${aux}${leaving}`),
  pattern(['former'], `${leaving} ${N}`),
  pattern(['former'], `${former} ${office},? ${N}`, false),
  pattern(['former'], `${N}${aside},? (?:som )?${former} (?:var )?${office}`, false),
  pattern(['new'], `${N}${aside},? (?:och |som )?${aux}(?:${coming}|${takesOver})`),
  pattern(['new'], `(?:${coming}) ${N}`),
  pattern(['new'], `(?:tog|tar) ${N}${aside} (?:\\S+ )?over(?= |[.,]|$)`),
  pattern(['new'], `${fresh} ${office} ${lightly}${N}`),
  pattern(['new'], `${N}${aside},? (?:som )?(?:ar |blev |blir |som )${fresh} ${office}`),
  pattern(['new'], `(?:blev|blir) ${N}${aside} (?:ny |nya )?${office}`),
]
