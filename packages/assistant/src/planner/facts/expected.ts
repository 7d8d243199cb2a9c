import { topicOf } from '../../lexicon/lexicon.ts'
import { cueLinks, type Frame, hasCue, topicsOf } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { organisations } from './kind-words.ts'

/** What kind of thing answers. */
export type Expected =
  | 'percent'
  | 'count'
  | 'range'
  | 'name'
  | 'body'
  | 'date'
  | 'duration'
  | 'place'
  | 'frequency'
  | 'fte'
  | 'degree'
  | 'law'
  | 'text'
  | 'why'
  | 'list'
  | 'former-name'
  | 'reached'
  | 'money'
  | 'number'
  | 'any'

/** `När` asks at the start of a clause; within it, it only joins: `ha kvar när förbundet stänger`. */
const asksWhen = (frame: Frame): boolean =>
  /\b(by |on )?(what|which) (date|day)\b|\bvilket datum\b|\bvilken dag\b/.test(saidIn(frame)) ||
  cueLinks(frame, 'when').some(({ tokens }) => tokens.length > 1 || (tokens[0] ?? 0) <= frame.clause.from + 2)

/** The words of a clause, folded. */
export const saidIn = (frame: Frame): string =>
  frame.words
    .slice(frame.clause.from, frame.clause.to)
    .map(({ token }) => token.folded)
    .join(' ')

/** The same without the names of lines, whose words ask nothing: `Insatspaket vem gör vad för unga`. */
const saidBeside = (frame: Frame): string => {
  const inNames = new Set(
    frame.targets.flatMap(({ links, tokens }) =>
      links[0]?.meaning.kind === 'lines' && links[0].score >= 0.85 && tokens.length > 1 ? tokens : [],
    ),
  )
  return frame.words
    .slice(frame.clause.from, frame.clause.to)
    .flatMap(({ token }, offset) => (inNames.has(frame.clause.from + offset) ? [] : [token.folded]))
    .join(' ')
}

const moneyWords =
  /\b(betalar|betala|bidrar|kostar|kostade|kostat|kostnad\w*|pengar|kronor|kr|tkr|mnkr|sek|cost|costs|spend|spent|money|budget|budgeted|pay|pays|price|lon|lonen|tjanar|tjanade|arvode|arvodet|loner|manadslon|salary|salaries|wage|wages|belopp|forskningspengar)\b/
const bodyAsked =
  /\b(vem|vilka|vilken|vilket|who|which|what|whom)\b.*\b(driver|drivs|leder|leds|upphandl\w*|delar|samarbetar|samverkar|star bakom|ager|agare|projektagare|ansvarar|ansvarig|skoter|utfor\w*|genomfor\w*|finansiera\w*|betalar|beslutar|beslutade|fattade|antog|faststallde|bestamde|godkande|klubbade|utser|utvardera\w*|granska\w*|utreder|koper|kops|systemagare|administrerar|administreras|skots|forvaltar|haller i|runs?|shares?|leads?|finances?|owns?|owner|operates?|operated|funds?|funded|finances|decided|decides|adopted|approved|appoints?|employs|administers|responsible|delivers?|provides?)\b|\bav vem\b|\bav vilken\b|\bby whom\b|\bby which\b|\bfrom whom\b|\bav vilka\b/

/** `On what date was it adopted?`: the day, and not the body. */
const dayAsked = /^(?:on |by |pa |vid )?(?:what|which|vilket|vilken) (?:date|day|datum|dag)\b/
const whoAsked = /\b(vem|who|by whom|by which|av vilk\w+)\b/

const organisationAsked = new RegExp(`\\b(vilk\\w+|which|what) (?:\\w+ )?(${organisations})\\b`)
const ofSurvey = /\b(resultat\w*|utfall\w*|results?|outcomes?)\b.*\b(enkat\w*|matning\w*|undersokning\w*|surveys?|questionnaire)\b/
/** `Vad var resultatet i enkäten?` asks for no bottom line. */
export const asksOfSurvey = (frame: Frame): boolean => ofSurvey.test(saidIn(frame))

/** `Vilken kommun kommer hon från?` */
const senderAsked =
  /\b(vilken|vilket|which|what) (kommun|region|medlem|part|municipality|region|member)\b.*\b(kommer|representer\w*|foretrad\w*|sitter|fran|from|represents?)\b|\b(vem|vilka|who|whom) (representer\w*|foretrad\w*|represents?)\b/

const formerName =
  /\b(hette|kallades|namn|namnet|called|named|name)\b.*\b(tidigare|forut|forr|innan|previously|formerly|before|earlier)\b|\b(tidigare|forra|gamla|former|previous|old) (namn\w*|name)\b/

/** `Nåddes målet …`, `Uppfylldes …`: whether a goal was reached. */
const goalReached =
  /^(och )?(na[drs]\w*|uppna\w*|uppfyll\w*|klara\w*|blev|did|was|were|has|har) .*\b(mal|malet|malen|delmal\w*|goals?|targets?)\b/

/** `Vilka är revisorer?`: who holds an office that several hold. */
/** `Till vem riktar sig …`: a group is asked for, no person. */
const forWhom =
  /\b(till|for|at) (vem|vilka)\b|\b(riktar|vander) sig\b|\bfor whom\b|\bwho(m)?\b.*\b(turns? to|aimed at|intended for|directed at|meant for|is .* for$)/
/** `Vilka insatser avslutades …`: what is said of them, no number. */
const initiativesAsked =
  /^(vilka|which) (insatser|projekt|initiatives|projects) (avslut\w*|start\w*|upphor\w*|lades|laggs|forlang\w*|ended|closed|started|began)\b/

/** `Vad är syftet med …`: told in words. */
const purposeAsked = /\b(syfte|syftet|andamal|andamalet|purpose)\b/
/** `Vad innebär …`, `Vad gör en …`: what a thing is. */
const meaningAsked =
  /^(vad|what) (innebar|betyder|menas|avses|gor (en|ett|den|det|man|forbundet)|ar (en|ett) \w+$|is (an?|the) \w+$|does (an? )?[a-z ]+ (do|mean)$|is meant by)\b/

/** `Vad gällde mötet?`, `Vad beslutade styrelsen?`: what was said or done is told in words. */
const contentAsked =
  /^(vad|what) (gallde|handla\w*|behandla\w*|beslutade\w*|diskutera\w*|hande|sades|(sager|star|skrivs|sags) (?:\w+ ){0,6}om)\b|^what (did|does|was|were|is) .*\b(deal with|about|discuss\w*|decide\w*|say)\b/

/** Whether a clause asks what a thing is or does. */
export const asksMeaning = (frame: Frame): boolean => meaningAsked.test(saidIn(frame))

const holderAsked =
  /^(ersattare|suppleant|deputy) (for|to|of) |\b(vem|vilka|who|which)\b(?: \w+){0,2} (\w*revisor(er|erna)?|ledamot|ledamoter(na)?|ersattare|ersattarna|suppleanter|auditors?|deputies|board members)\b/

/** An age is asked for, not only told: `i åldern 20–64 år`. */
const asksAge =
  /\b(vilken|vilka|vad|hur|what|which|how)\b(?: \w+){0,5} (alder\w*|aldern|gammal|gamla|ages?|aged|old)\b|\bvilka aldrar\b|\balders(grans|spann|grupp)\w*|\bage (limit|range|group)/

/** `Hur många procent jobbar förbundschefen?` */
const worksShare = /\b(jobbar|jobba|arbetar|arbeta|tjanstgor|anstalld|works?|working|employed)\b/
const ofPost: ReadonlySet<string> = new Set(['manager', 'staffing', 'staffing-role', 'chair'])

/** `Hur många kronor …` */
const moneyCounted = /\b(hur manga|how many) (kronor|kr|tkr|mnkr|miljoner|tusen|million|millions|thousand|sek)\b/

/** `Vilket förbund har flest medlemmar?` */
const mostAsked = /\b(flest|minst antal|lagst antal|most|fewest)\b/
const countedTopics: ReadonlySet<string> = new Set(['board-members', 'deputies', 'members', 'meetings'])

const howMany = /\b(hur manga|how many)\b/

/** What kind of thing a clause asks for. */
export const expectedOf = ({ frame }: Scope): Expected => {
  const said = saidBeside(frame)
  const topics = topicsOf(frame)
  const asksPercent = hasCue(frame, 'share') || frame.marks.some(({ meaning }) => meaning.kind === 'unit' && meaning.id === 'percent')
  const counts = hasCue(frame, 'number-of') || /\b(hur manga|how many|antal\w*)\b/.test(said)
  if (moneyCounted.test(said)) return 'money'
  if (/\b(hur ofta|how often|how frequently)\b/.test(said) || topics.includes('frequency')) return 'frequency'
  if (/\b(vilken|vilka|which|what) (lag|lagar|lagen|laws?|acts?|lagstiftning|legislation)\b/.test(said)) return 'law'
  if (hasCue(frame, 'why') || /\b(beror|varfor|why|orsak\w*|anledningen|skalet)\b/.test(said)) return 'why'
  if (/^var (?!det\b|den\b|de\b|vi\b)\w+(r|s|de|te)\b|^where\b/.test(said)) return 'place'
  if (topics.includes('age') && !counts && asksAge.test(said)) return 'range'
  if (/\balder$|\w+alder\b/.test(said) && /^(vilken|vad|what|which)/.test(said)) return 'range'
  if (topics.includes('staffing') && /\b(hur stor|tjanstgoringsgrad\w*|sysselsattningsgrad\w*|how large|how big)\b/.test(said))
    return 'degree'
  if (topics.includes('staffing') && !asksPercent && (counts || /\b(fte|ftes)\b/.test(said))) return 'fte'
  if (asksPercent) return worksShare.test(said) && topics.some(topic => ofPost.has(topic)) ? 'degree' : 'percent'
  if (/\b(hur lange|how long)\b/.test(said)) return 'duration'
  if (dayAsked.test(said) && !whoAsked.test(said)) return 'date'
  if (topics.includes('employer') && !counts) return 'body'
  if (bodyAsked.test(said) && organisationAsked.test(said) && !counts) return 'body'
  if (formerName.test(said)) return 'former-name'
  if (goalReached.test(said)) return 'reached'
  if (/^(vilka|which|what) (kommuner|orter|stader|municipalities|towns)\b/.test(said) && !howMany.test(said) && !moneyWords.test(said))
    return 'list'
  if (topics.includes('members') && !counts && !hasCue(frame, 'amount') && hasCue(frame, 'list')) return 'list'
  if ((topics.includes('staffing') || topics.includes('staffing-role')) && counts) return 'fte'
  if (counts || (mostAsked.test(said) && topics.some(topic => countedTopics.has(topic)))) return 'count'
  if (bodyAsked.test(said) || organisationAsked.test(said) || senderAsked.test(said)) return 'body'
  if (holderAsked.test(said) && !counts) return 'name'
  if (forWhom.test(said) || initiativesAsked.test(said) || purposeAsked.test(said) || meaningAsked.test(said) || contentAsked.test(said))
    return 'text'
  if (topics.includes('person') && /\b(vem|vems|vilka|vad heter|who|whom|whose|name)\b/.test(said)) return 'name'
  if (topics.some(topic => topicOf(topic)?.answers === 'date') && (asksWhen(frame) || /datum|date|vilken dag/.test(said))) return 'date'
  if (asksWhen(frame)) return hasCue(frame, 'highest', 'lowest', 'rank') ? 'any' : 'date'
  if (moneyWords.test(said)) return 'money'
  if (
    hasCue(frame, 'amount') ||
    /\b(niva|nivan|malniva\w*|level|levels|hur stor|hur hog|hur mycket|how (much|high|large|far))\b/.test(said)
  )
    return 'number'
  return 'any'
}
