import { findMember, type LibraryLine, matchConcept, yearOf } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import { cellsOf, lineLink } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { top } from '../follow-up.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { hasConcept, type Scope } from '../scope.ts'
import { familyOf } from '../target-choices.ts'
import { linesOfGroup } from './group.ts'
import { gather } from './look-up.ts'

const asksFor = ({ frame }: Scope, pattern: RegExp): boolean =>
  frame.words.slice(frame.clause.from, frame.clause.to).some(({ token }) => pattern.test(token.folded))

const asksOfMembers = (scope: Scope): boolean =>
  asksFor(scope, /^(kommun|kommuner|kommunen|municipality|municipalities|medlem|medlemmar|member|members)$/) || asksWhoPays(scope)
/** `Vem betalar mest?`: whoever pays is a member, and those that are named are asked for alone. */
const asksWhoPays = (scope: Scope): boolean =>
  mainTargets(scope.frame).every(slot => top(slot)?.kind !== 'member') &&
  asksFor(scope, /^(vem|vilka|vilken|who|which)$/) &&
  asksFor(scope, /^(betalar|betalade|bidrar|bidrog|pays|pay|paid|contributes|contributed)$/)

const initiativeWord =
  /^(insats|insatsen|insatser|insatserna|initiative|initiatives|intervention|interventions|projekt|project|projects|team)$/
const itemWord = /^(post|poster|posterna|posten|kostnadspost|kostnadsposter|budgetpost|budgetposter|rad|rader|item|items|line|lines)$/

/** `Den dyraste insatsen`: one line is asked for, and not what all of them come to. */
export const asksOneLine = (scope: Scope): boolean =>
  asksFor(scope, /^(insats|insatsen|post|posten|kostnadspost|kostnadsposten|initiative|intervention|item|project)$/) &&
  !asksOfMembers(scope)

/** The lines that `vilken insats`, `vilken kommun` chooses among. */
const byNoun = (scope: Scope, association: string): readonly LibraryLine[] => {
  const lines = scope.library.linesOf(association)
  if (hasConcept(scope.frame, 'participants')) {
    const counted = lines.filter(line => line.nature === 'count' && line.role === 'item')
    const members = scope.library.association(association)?.members ?? []
    const ofMembers = asksOfMembers(scope) ? counted.filter(line => findMember(line.label, members)) : []
    if (ofMembers.length > 1) return ofMembers
    const participants = counted.filter(line => line.unit === 'participants')
    return participants.length > 0 ? participants : counted.filter(line => line.unit === 'count')
  }
  if (hasConcept(scope.frame, 'population')) return lines.filter(line => line.unit === 'persons' && line.member !== undefined)
  if (asksOfMembers(scope)) {
    const municipal = asksFor(scope, /^(kommun|municipal)/)
    const own = scope.library.association(association)?.members ?? []
    const wanted = new Set(own.filter(member => !municipal || member.kind === 'municipality').map(member => member.id))
    const paysAs = (line: LibraryLine): boolean =>
      (line.member !== undefined && wanted.has(line.member)) || (!municipal && /^contribution-(state|region)$/.test(line.concept?.id ?? ''))
    return lines.filter(line => line.nature === 'income' && line.role === 'item' && paysAs(line))
  }
  if (asksFor(scope, initiativeWord)) return lines.filter(line => line.concept?.id === 'initiative' && line.role === 'item')
  return asksFor(scope, itemWord) ? lines.filter(line => line.nature === 'cost' && line.role === 'item' && !isGroup(line)) : []
}

const groups: ReadonlySet<string> = new Set([
  'total-costs',
  'net-cost',
  'administration',
  'initiatives',
  'initiatives-individual',
  'initiatives-structural',
])
/** A summary that prints all costs, or a group of them, in one row prints no item. */
const isGroup = (line: LibraryLine): boolean => groups.has(line.concept?.id ?? '')

const bareName = (label: string): string => fold(label).replace(/^(summa|delsumma|totalt?) |^\d[\d -]* /, '')

/** What `vilken insats` chooses among is no contribution, whatever table prints it, and no row that is itself printed as a sum elsewhere. */
const mayBeInitiative = (scope: Scope, association: string, all: readonly LibraryLine[]): readonly LibraryLine[] => {
  if (!asksFor(scope, initiativeWord)) return all
  const totals = scope.library.linesOf(association).filter(({ role }) => role === 'total')
  const sums = new Set(totals.map(({ label }) => bareName(label)))
  const lines = all.filter(
    ({ label }) => !sums.has(bareName(label)) && (matchConcept(label, 'income')?.mapping ?? 'inferred') === 'inferred',
  )
  const own = lines.filter(line => line.concept?.id === 'initiative')
  return own.length > 1 ? own : lines.filter(line => line.nature === 'cost' && !isGroup(line))
}

/** The lines that a question chooses among: a family of its own name, the rows of a group that it names, or all of the kind that its noun says. */
export const candidateLines = (scope: Scope, association: string): readonly LibraryLine[] => {
  const counts = hasConcept(scope.frame, 'participants')
  const family = mainTargets(scope.frame).flatMap(slot => familyOf(scope.library, association, slot, counts ? 'count' : 'money'))
  if (family.length > 1 && family.every(line => line.member === undefined)) return family
  if (counts || asksOfMembers(scope)) return byNoun(scope, association)
  const group = mayBeInitiative(scope, association, linesOfGroup(scope, association))
  if (group.length > 1) return group
  const named = mayBeInitiative(scope, association, byNoun(scope, association))
  return named.length > 1 ? named : mayBeInitiative(scope, association, linesOfGroup(scope, association, true))
}

/** A part of a question that stands for a line, as if it had been named in full. */
export const slotOfLine = (line: LibraryLine): Slot => ({ tokens: [], value: 1, links: [lineLink(line)] })

/** The amounts of the lines that a question chooses among, of one unit; fewer than two are no choice. */
export const candidatePicks = (scope: Scope, association: string): readonly Pick[] => {
  const slots = candidateLines(scope, association).map(slotOfLine)
  if (slots.length < 2) return []
  const { picks } = gather(scope, cellsOf(scope, slots), hasConcept(scope.frame, 'population') ? 'population' : 'any')
  const unit = picks[0]?.calculation.result.unit
  const alike = picks.filter(pick => pick.calculation.result.unit === unit)
  return alike.length < 2 ? [] : alike
}

/** `Vilket år`: one amount over the years that are printed. */
export const yearlyPicks = (scope: Scope, slot: Slot): readonly Pick[] => {
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1 || !hasCue(scope.frame, 'when', 'each-year')) return []
  const years = new Set(
    scope.library.linesOf(association).flatMap(line => line.quantities.flatMap(({ period }) => (period ? [yearOf(period)] : []))),
  )
  const { scenario } = scope.frame.points.find(point => point.scenario) ?? {}
  const points = [...years].toSorted().map(year => ({ time: { year, full: true }, at: 0, tokens: [], ...(scenario ? { scenario } : {}) }))
  const { picks, open } = gather(scope, cellsOf({ ...scope, frame: { ...scope.frame, points } }, [slot]), 'money')
  return [...picks, ...open]
}
