import { plain } from '../labels/plain.ts'
import type { Sentence } from './sentence.ts'

const verbs =
  /(?<![a-z-])(?:ar|har|hade|ska|skall|kan|far|fick|bor|maste|kommer|blir|blev|var|vill|finns|fanns|gar|ger|gor|leds|bestar|bestod|utgors|utgor|ingar|innebar|bildades|bildas|avslutas|avslutades|upphor|upphorde|startar|startade|startas|borjar|inleddes|paborjades|tillkom|galler|gallde|beslutade|beslutat|faststall(?:des|s|er|de)|antogs|antas|kop(?:er|te|s)|betal(?:ar|ade|as)|finansier(?:ar|as|ades|at)|drivs|driver|bemannas|tar|tas|togs|raknar|beraknas|bidrar|visar|visade|delas|upphandla(?:s|ts|des)|arbetar|traffas|traffades|erbjuder|erbjuds|riktar|vander|samlar|genomfor\w*|forlangs|foreslas|overfors|planeras|redovis\w+|mats|deltar|deltog|lade[s]?|ledde|anstalldes|anger|drabbas|medverkar|medraknas|omprovas|utokas|anvand(?:er|s)|kostar|kostade|okar|okade|minskar|minskade|uppgar|uppgick|motsvarar|star|ligger|sker|skedde|skett|utser|utsags|saknar|overstiger|forvantas|formulerades|behover|bygger|leder|syftar|pagar|ingick|omfattar|tillhor|framgar|uppstar|skapas|tar|belyser|gavs|forvantas|kravs|utgar|stallde|markte|erbjod|togs|foljer|marks|ags|ager|sanks|hojs|laggs|satts|ges|gors|nas|fasas|trappas|beviljas|beviljade|beviljat|beviljats|bedriver|lyfter|haller|halls|beror|berodde|skots|skoter|inrattades|instiftades|sammantradde|sammantrader|traffades|sags|sades|vander|reglerar|heter|hette|\w{3,}(?:ades|eras|erar)|is|are|has|have|was|were|will|shall|must|consists?|receives?)(?![a-z])/
/** Whether a text has a verb in a tense, as a sentence has. */
export const tellsVerb = (text: string): boolean => verbs.test(plain(text))

const notASubject =
  /^(?:den|det|de|detta|dessa|denna|hon|han|vi|jag|man|dar|har|darfor|darefter|nu|dock|aven|samt|och|men|om|nar|som|att|av|i|pa|for|fran|med|till|under|over|efter|enligt|utifran|genom|infor|via|per|sedan|vid|inom|mot|hos|nedan|har|samtidigt|totalt|idag|tidigare|hosten|varen|sommaren|vissa|vilka|vilket|varje|ytterligare|ovrigt|exempelvis|sannolikt|ofta|dessutom|vidare|slutligen|utover|forutom|hittills|framst|daremot|sammantaget|ca|cirka|minst|hogst|enbart|storre|foljande|matt|mal|syfte|fokus|hittills|eftersom|sett|parallellt|sammanlagt|aret (?:fore|innan)|foregaende ar|ungefar|the|in|it)(?![a-z])/

const generic: readonly (readonly [RegExp, string])[] = [
  [/^(?:forbunds)?styrelsen\b|^styrelse\b/, 'Styrelse'],
  [/^(?:forbundets )?kansli(?:et)?\b/, 'Kansli'],
  [/^(?:den |var )?(?:overgripande |prioriterade )?malgrupp/, 'Målgrupp'],
  [/^medlemmar/, 'Medlemmar'],
  [/^(?:forbundets |det )?(?:egna kapitalet|eget kapital)/, 'Eget kapital'],
]
const aboutTopic =
  /^(?:samordningsteam(?:et|en)?|insats(?:en|erna)?|projektet|teamet|verksamheten|gruppen|radet|natverket|uppdraget|syftet|malet|malsattningen|kapaciteten|deltagarna|vantetiden|platserna|budgeten)(?: med \w+)?$/
const aboutAssociation = /^(?:samordnings)?forbundet(?:s [a-zåäö]+)?$/

const emptyTopic =
  /^(?:mal|ml|mål) (?:for|för)? ?\d{0,4}$|^ur (?:vp|verksamhetsplan\w*) ?\d{0,4}$|^(?:inledning|bakgrund|vision|syfte|sammanfattning|forvantade resultat|behov|organisation|innehall|bilaga \d+|ovrigt|uppfoljning|samordningsforbundet|\W*)$/i

/** `6.1.1. Samordningsteam FNS` → `Samordningsteam FNS`: a heading without its number. */
export const topicTitle = (title: string): string =>
  title
    .replace(/^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+/, '')
    .replace(/^(?:Bilaga \d+|[A-Z])[:.]\s*/, '')
    .replace(/:$/, '')
    .trim()

/** A line that a bracket opened elsewhere closes is a piece of a sentence, no title. */
const isTorn = (title: string): boolean => (title.match(/\(/g) ?? []).length !== (title.match(/\)/g) ?? []).length

/** `Ägare: Ekby kommun`: a line of a record, set apart like a heading. */
const isEntry = /^\p{Lu}\p{L}+(?:\s\p{Ll}+){0,2}(?:\s(?:19|20)\d\d)?:\s\S/u

/** The nearest heading that says something, else the one around it, else the association. */
export function topicOf(sentence: Sentence, associationName: string): string {
  for (const title of [...sentence.headings].reverse()) {
    const topic = topicTitle(title)
    if (topic.length > 2 && !emptyTopic.test(plain(topic)) && !isTorn(topic) && !isEntry.test(topic)) return topic
  }
  return associationName
}

const aside = /\s(?:med|som|i form av|under|vars|där|från och med|utöver|bestående|för perioden|utifrån|inklusive)\s.*$|\s(?:som|och|att)$/u
const article = /^(?:En|Ett|Den|Det|De|Ytterligare en)\s(?=\p{Ll})/u

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const trimSubject = (text: string): string =>
  capitalised(
    text
      .replace(/^[^\p{L}\d”"]+|[\s,;:(–-]+$/gu, '')
      .replace(/\s+\([^)]*\)?/gu, '')
      .replace(aside, '')
      .replace(/[,;].*$/, '')
      .replace(article, ''),
  )

/** `förbundet`, `Samordningsförbundet Västerås`: a noun in definite form or a name; anything else after a verb is no subject. */
function nounAfter(text: string): string | undefined {
  const name = /^\p{Lu}[\p{L}\d-]*(?:\s(?:i\s)?\p{Lu}[\p{L}\d-]*){0,3}/u.exec(text)?.[0]
  if (name) return name
  const definite = /^(?:det|den|de|vårt|vår|våra)\s\p{L}+a\s\p{L}{3,}(?:en|et|na)\b/u.exec(text)?.[0]
  if (definite) return capitalised(definite)
  const counted = /^(?:antalet|andelen)\s\p{L}{4,}/u.exec(text)?.[0]
  if (counted) return capitalised(counted)
  const [word = ''] = text.split(/[\s,.;:]/)
  return /^\p{L}{4,}(?:en|et|na|rna)s?$/u.test(word) && !/(?:igen|inget|annat|mycket|endast|sedan|även|redan|utan)$/.test(word)
    ? capitalised(word)
    : undefined
}

/** `Det egna kapitalet`: a noun with its article, unlike the bare pronoun. */
const definitePhrase = /^(?:det|den|de) [a-z]+a [a-z]+(?:et|en|na)$/

/** The words before the verb, or after it where the sentence begins with something else. */
function grammaticalSubject(sentence: Sentence): string | undefined {
  const verb = verbs.exec(sentence.letters)
  if (!verb) return undefined
  const raw = sentence.text.slice(0, verb.index).trim()
  const before = trimSubject(raw)
  if (
    before.length > 2 &&
    !/ man /.test(raw) &&
    before.split(' ').length <= 7 &&
    (definitePhrase.test(plain(raw)) || !notASubject.test(plain(raw))) &&
    /^[\p{Lu}”"]/u.test(raw)
  )
    return before
  const ofThose = /^(?:\d+|\S+) av (?:dem|dessa)\b/.test(plain(raw))
  const subordinate = ofThose || /^(?:att|om|nar|eftersom|for att|som)\b/.test(plain(raw)) || raw.split(' ').length > 9
  return raw === '' || subordinate ? undefined : nounAfter(sentence.text.slice(verb.index + verb[0].length).trimStart())
}

/** `förbundssamordnaren` → `förbundssamordnare`, `förbundschefen` → `förbundschef`: an office in its indefinite form. */
const officeForm = (subject: string): string =>
  subject.replace(/(?<=chef|koordinator|konsulent)en$/, '').replace(/(?<=samordnare|ledare|utvecklare|handläggare)n$/, '')

/** The usual name of a subject: `styrelsen i förbundet` → `Styrelse`, `förbundet` → the association's name. */
export function canonicalSubject(subject: string, associationName: string): string {
  const letters = plain(subject)
  const known = generic.find(([pattern]) => pattern.test(letters))
  if (known) return known[1]
  if (associationName !== '' && aboutAssociation.test(letters)) return associationName
  return capitalised(officeForm(subject))
}

const bodies = /^(grupp|rad|natverk|utskott|forum)(?:en|et)$/

/** `Gruppen` after a sentence of an `Utvecklingsgrupp` is that group. */
function antecedent(subject: string, before: Sentence | undefined): string | undefined {
  const stem = bodies.exec(plain(subject))?.[1]
  if (stem === undefined || before === undefined) return undefined
  const found = [...before.letters.matchAll(new RegExp(`[a-z]{3,}${stem}(?=(?:en|et)?(?![a-z]))`, 'g'))].at(-1)
  return found ? capitalised(before.text.slice(found.index, found.index + found[0].length)) : undefined
}

const ofPerson = /^(?:hon|han|hen)\b/
const ofCause = /^(?:den|det|detta) (?:beror|berodde|orsakas|orsakades|forklaras)\b/
const ofPost = /^(?:uppdraget|tjansten|anstallningen|forordnandet)\b/
const isHolder =
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+|(?:chef|samordnare|ledare|koordinator|konsulent|utvecklare|ekonom)(?:en|n)?$/u
const ofBoth = /^(?:bada|samtliga|alla tre) (?:ar|har)\b/
const ofThing = /^den (?:har|hade|traffas|sammantrader|sammantradde|bestar|leds|bereder|utses)\b/

/** `Hon är anställd …`, `Den har träffats …`: whoever or whatever the sentence before, of the same block, is about. */
function pronounSubject(sentence: Sentence, associationName: string, before: Sentence | undefined): string | undefined {
  if (!before || before.block !== sentence.block) return undefined
  const meant = grammaticalSubject(before)
  if (meant === undefined || meant.length < 3) return undefined
  if (ofCause.test(sentence.letters) || ((ofPerson.test(sentence.letters) || ofPost.test(sentence.letters)) && isHolder.test(meant)))
    return canonicalSubject(meant, associationName)
  return (ofThing.test(sentence.letters) || ofBoth.test(sentence.letters)) && isBody.test(plain(meant))
    ? canonicalSubject(meant, associationName)
    : undefined
}
const isBody = /(?:styrelse|grupp|utskott|rad|presidi|kansli|natverk)[a-z]*$/

/** What a sentence is about: its grammatical subject under its usual name, else the heading's topic, else the association. */
export function subjectOf(sentence: Sentence, associationName: string, topic: string, before?: Sentence): string {
  const subject = grammaticalSubject(sentence)
  const meant = subject === undefined ? undefined : antecedent(subject, before)
  if (meant) return meant
  const pronoun = pronounSubject(sentence, associationName, before)
  if (pronoun) return pronoun
  if (subject === undefined || subject.length < 3 || aboutTopic.test(plain(subject))) return topic
  return canonicalSubject(subject, associationName)
}
