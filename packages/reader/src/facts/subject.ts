import { plain } from '../labels/plain.ts'
import type { Sentence } from './sentence.ts'

const verbs =
  /(?<![a-z-])(?:ar|har|hade|ska|skall|kan|far|fick|bor|maste|kommer|blir|blev|var|vill|finns|fanns|gar|ger|gor|leds|bestar|bestod|utgors|utgor|ingar|innebar|bildades|bildas|avslutas|avslutades|upphor|upphorde|startar|startade|startas|borjar|inleddes|paborjades|tillkom|galler|gallde|beslutade|beslutat|faststall(?:des|s|er|de)|antogs|antas|kop(?:er|te|s)|betal(?:ar|ade|as)|finansier(?:ar|as|ades|at)|drivs|driver|bemannas|tar|tas|togs|raknar|beraknas|bidrar|visar|visade|delas|upphandla(?:s|ts|des)|arbetar|traffas|traffades|erbjuder|erbjuds|riktar|vander|samlar|genomfor\w*|forlangs|foreslas|overfors|planeras|redovis\w+|mats|deltar|deltog|lade[s]?|ledde|anstalldes|anger|drabbas|medverkar|medraknas|omprovas|utokas|anvand(?:er|s)|kostar|kostade|okar|okade|minskar|minskade|uppgar|uppgick|motsvarar|star|ligger|sker|skedde|skett|utser|utsags|saknar|overstiger|forvantas|formulerades|behover|is|are|has|have|was|were|will|shall|must|consists?|receives?)(?![a-z])/
const notASubject =
  /^(?:den|det|de|detta|dessa|denna|hon|han|vi|man|dar|har|darfor|darefter|nu|dock|aven|samt|och|men|om|nar|som|att|av|i|pa|for|fran|med|till|under|over|efter|enligt|utifran|genom|infor|via|per|sedan|vid|inom|mot|hos|nedan|har|samtidigt|totalt|idag|tidigare|hosten|varen|sommaren|vissa|vilka|vilket|varje|ytterligare|ovrigt|the|in|it)(?![a-z])/
const preposition =
  /\s(?:i|på|för|från|med|till|under|över|efter|enligt|genom|inför|vid|inom|mot|hos|av|som|att|och|där|när|samt|om|sedan)\s/

const generic: readonly (readonly [RegExp, string])[] = [
  [/^(?:forbunds)?styrelsen\b|^styrelse\b/, 'Styrelse'],
  [/^(?:forbundets )?kansli(?:et)?\b/, 'Kansli'],
  [/^(?:den |var )?(?:overgripande |prioriterade )?malgrupp/, 'Målgrupp'],
  [/^medlemmar/, 'Medlemmar'],
  [/^(?:det egna kapitalet|eget kapital)/, 'Eget kapital'],
]
const aboutTopic =
  /^(?:samordningsteam(?:et|en)?|insats(?:en|erna)?|projektet|teamet|verksamheten|gruppen|radet|natverket|uppdraget|syftet|malet)(?: med \w+)?$/
const aboutAssociation = /^(?:samordnings)?forbundet(?:s [a-zåäö]+)?$/

const emptyTopic =
  /^(?:mal|ml|mål) (?:for|för)? ?\d{0,4}$|^(?:inledning|bakgrund|vision|syfte|sammanfattning|forvantade resultat|behov|organisation|innehall|bilaga \d+|ovrigt|uppfoljning|samordningsforbundet|\W*)$/i

/** `6.1.1. SAMORDNINGSTEAM FNS` → `Samordningsteam FNS`: without its number, capitals only where they belong. */
export function topicTitle(title: string): string {
  const bare = title
    .replace(/^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+/, '')
    .replace(/^Bilaga \d+:\s*/, '')
    .replace(/:$/, '')
    .trim()
  if (bare !== bare.toUpperCase() || bare.length < 6) return bare
  const words = bare.split(' ').map(word => (word.length > 4 || /^(?:OCH|AV|I|PÅ|FÖR|MED|TILL|OM)$/.test(word) ? word.toLowerCase() : word))
  const text = words.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The nearest heading that says something, else the one around it, else the association. */
export function topicOf(sentence: Sentence, associationName: string): string {
  for (const title of [...sentence.headings].reverse()) {
    const topic = topicTitle(title)
    if (topic.length > 2 && !emptyTopic.test(plain(topic))) return topic
  }
  return associationName
}

const trimSubject = (text: string): string => text.replace(/^[^\p{L}\d”"]+|[\s,;:(–-]+$/gu, '').replace(/\s+\([^)]*$/, '')

/** The words before the verb, or after it where the sentence begins with something else. */
function grammaticalSubject(sentence: Sentence): string | undefined {
  const verb = verbs.exec(sentence.letters)
  if (!verb) return undefined
  const before = trimSubject(sentence.text.slice(0, verb.index))
  if (before !== '' && before.split(' ').length <= 8 && !notASubject.test(plain(before)) && /^[\p{Lu}”"\d]/u.test(before)) return before
  const after = sentence.text.slice(verb.index + verb[0].length).trimStart()
  const noun = trimSubject(after.split(preposition)[0] ?? '')
    .split(' ')
    .slice(0, 4)
  const end = noun.findIndex((word, index) => index > 0 && verbs.test(plain(word)))
  const phrase = (end < 0 ? noun : noun.slice(0, end)).join(' ').replace(/[.,;:].*$/, '')
  return before !== '' && /^\p{L}/u.test(phrase) && !notASubject.test(plain(phrase)) ? phrase : undefined
}

/** What a sentence is about: its grammatical subject under its usual name, else the heading's topic, else the association. */
export function subjectOf(sentence: Sentence, associationName: string): string {
  const topic = topicOf(sentence, associationName)
  const subject = grammaticalSubject(sentence)
  if (subject === undefined || subject.length < 3) return topic
  const letters = plain(subject)
  const known = generic.find(([pattern]) => pattern.test(letters))
  if (known) return known[1]
  if (aboutAssociation.test(letters)) return associationName
  if (aboutTopic.test(letters)) return topic
  return subject.charAt(0).toUpperCase() + subject.slice(1)
}
