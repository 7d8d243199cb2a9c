import type { DocumentInfo } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { findDates } from './dates.ts'

type Kind = DocumentInfo['kind']

/** What a document says of itself, apart from whose it is. */
export interface SelfDescription {
  readonly title: string
  readonly kind: Kind
  readonly fiscalYear?: number
  readonly decided?: string
  readonly decidedBy?: string
  readonly status: DocumentInfo['status']
  readonly language: 'sv' | 'en'
}

const kindWords: readonly (readonly [RegExp, Kind, number])[] = [
  [
    /delarsrapport|delarsredovisning|delarsbokslut|tertialrapport|tertialbokslut|kvartalsrapport|halvarsrapport|interim report/g,
    'interim-report',
    3,
  ],
  [/arsredovisning|verksamhetsberattelse|annual report/g, 'annual-report', 1],
  [/verksamhetsplan\w* (?:och|med) (?:\w+ )?budget/g, 'plan-and-budget', 4],
  [/verksamhetsplan|business plan|annual plan|plan of operations/g, 'plan', 2],
  [/\bbudget\b/g, 'budget', 0.15],
]

function kindOf(opening: string, whole: string): Kind {
  const scores = new Map<Kind, number>()
  for (const [pattern, kind, weight] of kindWords) {
    const score = (opening.match(pattern)?.length ?? 0) * 5 * weight + (whole.match(pattern)?.length ?? 0) * 0.3 * weight
    if (score > 0) scores.set(kind, score)
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1])
  if (!best) return 'other'
  const budgetHeading = /(?:^|\n)[\s#\d.]*budget\b[^\n]{0,30}20\d\d/.test(whole)
  return best[0] === 'plan' && budgetHeading && /(?:^|\n)[\s#\d.]*budget\b[^\n]{0,40}plan/.test(whole) ? 'plan-and-budget' : best[0]
}

const yearNear =
  /(?:verksamhetsplan\w*|budget\w*|arsredovisning\w*|delarsrapport\w*|(?:tertial|kvartals?|halvars)(?:rapport|bokslut)\w*|delarsredovisning\w*|delarsbokslut\w*|\bvp)[^\d\n]{0,40}\n{0,3}[^\d\n]{0,12}(20\d\d)/g

function fiscalYearOf(opening: string, headings: string, whole: string, fileName: string): number | undefined {
  const votes = new Map<number, number>()
  const vote = (text: string, pattern: RegExp, weight: number): void => {
    for (const match of text.matchAll(pattern)) votes.set(Number(match[1]), (votes.get(Number(match[1])) ?? 0) + weight)
  }
  vote(opening, yearNear, 12)
  vote(headings, yearNear, 6)
  vote(whole, yearNear, 1)
  vote(opening, /(?:januari|jan)[^\n]{0,30}(?:juni|augusti|aug|jun)\s+(20\d\d)/g, 8)
  vote(fileName, /(20\d\d)/g, 4)
  if (votes.size === 0) vote(opening, /\b(20\d\d)\b/g, 1)
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return best?.[0]
}

const kindTitles: Readonly<Record<Kind, string>> = {
  plan: 'Verksamhetsplan',
  budget: 'Budget',
  'plan-and-budget': 'Verksamhetsplan och budget',
  'interim-report': 'Delårsrapport',
  'annual-report': 'Årsredovisning',
  other: 'Dokument',
}
const titleLine =
  /^(?:förslag till |forslag till )?(?:verksamhetsplan|budget|årsredovisning|arsredovisning|delårs|delars|tertial|kvartalsrapport|halvårsrapport|verksamhetsberättelse|annual report|interim report)/i

function titleOf(lines: readonly string[], kind: Kind, year: number | undefined): string {
  const opening = lines.slice(0, 30)
  const at = opening.findIndex(line => titleLine.test(line) && line.length < 80 && !/[.!?]$|\s(?:som|är|har|ska)\s|\d{2,}.*\t/.test(line))
  const found = opening[at]
  if (found === undefined) return year === undefined ? kindTitles[kind] : `${kindTitles[kind]} ${year}`
  const next = lines[at + 1] ?? ''
  const whole = !/20\d\d/.test(found) && /^20\d\d(?:\s*[-–]\s*(?:20)?\d\d)?$/.test(next) ? `${found} ${next}` : found
  return whole === whole.toUpperCase() ? whole.charAt(0) + whole.slice(1).toLowerCase() : whole
}

const decision =
  /(beslutad\w*|beslutat|beslut av \w*styrelsen|beslut(?=:)|(?:forbunds)?styrelsens? ?beslut|styrelsebeslut|fastst[ae]ll(?:d|de|t|des|s|da)|antag(?:en|et|na)|antogs?|godkand\w*)\b/g
const body = /(?:interims?|forbunds)?styrelsen|medlemsmotet|agarmotet|(?:kommun|region)?fullmaktige/

function deciderIn(text: string): string | undefined {
  const by = body.exec(plain(text))
  return by ? text.slice(by.index, by.index + by[0].length).toLowerCase() : undefined
}

interface Decision {
  readonly decided: string
  readonly decidedBy?: string
}

/** Decisions with a date, each verb with its body and date within one sentence. */
function findDecisions(text: string): readonly Decision[] {
  const letters = plain(text)
  const found: Decision[] = []
  for (const match of letters.matchAll(decision)) {
    const sentence = text.slice(match.index, match.index + 170).split(/(?<=[^\d\s]{2}\.)\s|\n\s*\n/)[0] ?? ''
    const date = findDates(sentence).find(each => each.precision === 'day')
    const before = letters.slice(Math.max(0, match.index - 220), match.index)
    const opensLine = /(?:^|\n)\W*$/.test(before)
    if (!date || (match.index > 1500 && !opensLine && !/plan|budget|redovisning|rapport/.test(before))) continue
    const who = deciderIn(sentence.slice(0, date.end)) ?? deciderIn(text.slice(Math.max(0, match.index - 40), match.index))
    found.push({ decided: date.value, ...(who ? { decidedBy: who } : {}) })
  }
  return found
}

/** The decision on the document itself: the first one, and whoever is named with that date. */
function decisionOf(text: string): Partial<Decision> {
  const decisions = findDecisions(text)
  const [first] = decisions
  const by = decisions.find(each => each.decided === first?.decided && each.decidedBy)?.decidedBy
  return first ? { decided: first.decided, ...(by ? { decidedBy: by } : {}) } : {}
}

function statusOf(opening: string, whole: string, decided: boolean): DocumentInfo['status'] {
  if (/\breviderad|\brevidering/.test(opening)) return 'revised'
  if (/forslag till (?:verksamhetsplan|budget|arsredovisning|styrelse)|\butkast\b|\bremissversion/.test(opening)) return 'proposal'
  if (!decided && /styrelsen foresl\w{1,2}s (?:att )?beslut/.test(whole)) return 'proposal'
  return decided ? 'decided' : 'unknown'
}

const languageOf = (letters: string): 'sv' | 'en' =>
  (letters.match(/\b(?:the|and|of|for|with)\b/g)?.length ?? 0) > (letters.match(/\b(?:och|att|som|till|av|med)\b/g)?.length ?? 0)
    ? 'en'
    : 'sv'

/**
 * Reads title, kind, year, decision and status out of a document in readable form.
 *
 * @param lines     readable lines without list marks, blank ones left out
 * @param headings  readable headings
 */
export function describeDocument(lines: readonly string[], headings: readonly string[], fileName: string): SelfDescription {
  const text = lines.join('\n').slice(0, 300_000)
  const whole = plain(text)
  const opening = plain(lines.slice(0, 25).join('\n').slice(0, 3_000))
  const kind = kindOf(opening, whole)
  const fiscalYear = fiscalYearOf(opening, plain(headings.join('\n')), whole, fileName)
  const decided = decisionOf(text)
  return {
    title: titleOf(lines, kind, fiscalYear),
    kind,
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    ...decided,
    status: statusOf(opening, whole, decided.decided !== undefined),
    language: languageOf(whole.slice(0, 20_000)),
  }
}
