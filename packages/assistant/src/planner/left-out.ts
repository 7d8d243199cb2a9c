import { type Calculation, isInstant, type Period, yearOf } from '@finsam/domain'
import type { Slot } from './choose-links.ts'
import type { Draft } from './draft.ts'
import { isSpecific, top } from './follow-up.ts'
import { hasCue } from './frame.ts'
import { mainTargets } from './main-targets.ts'
import type { Scope } from './scope.ts'

/** Ways of asking whose figures are of the lines, years and associations that the clause names, each of them. */
const coversAll: ReadonlySet<string> = new Set([
  'look-up',
  'total',
  'average',
  'change',
  'share',
  'per-unit',
  'ratio',
  'series',
  'portion',
  'threshold',
  'without',
])
/** Ways that may use a line only as a measure of another, but answer for the years and associations named. */
const coversPlaces: ReadonlySet<string> = new Set([
  ...coversAll,
  'rank',
  'filter',
  'listing',
  'overruns',
  'rule',
  'check',
  'project',
  'every-result',
])

const everyStep = (calculation: Calculation): readonly Calculation[] => [
  calculation,
  ...calculation.inputs.flatMap(everyStep),
  ...(calculation.ordered ?? []).flatMap(everyStep),
]

/** The years that a period speaks of: the end of one year is the start of the next. */
const yearsOf = (period: Period): readonly number[] => {
  const year = yearOf(period)
  if (!isInstant(period)) return [year]
  if (period.at.endsWith('-12-31')) return [year, year + 1]
  return period.at.endsWith('-01-01') ? [year - 1, year] : [year]
}

/** The years whose amounts an assumption holds on to. */
const heldYears = ({ notes }: Calculation): readonly number[] =>
  notes.flatMap(({ code, parameters: { repeat } }) => (code === 'assumption' && typeof repeat === 'number' ? [repeat] : []))

/** What an assumption is about, by name. */
const assumedNames = ({ notes }: Calculation): readonly string[] =>
  notes.flatMap(({ code, parameters: { sv } }) => (code === 'assumption' && typeof sv === 'string' ? [sv] : []))

const ownTokens = ({ frame }: Scope, tokens: readonly number[]): boolean =>
  tokens.length > 0 && tokens.every(token => token >= frame.clause.from && token < frame.clause.to)

const keysOf = ({ associations }: Scope, slot: Slot): ReadonlySet<string> =>
  new Set(
    slot.links.flatMap(({ meaning }) =>
      meaning.kind === 'lines'
        ? meaning.names.filter(({ coverage }) => coverage >= 0.5).flatMap(({ name }) => associations.flatMap(id => name.keysIn(id)))
        : [],
    ),
  )

/** Whether some figure is of a line that the part of the question names, or prints it under another label. */
const isUsed = (scope: Scope, slot: Slot, steps: readonly Calculation[]): boolean => {
  if (slot.links[0]?.meaning.kind !== 'lines') return true
  const keys = keysOf(scope, slot)
  const labels = slot.links.flatMap(({ meaning }) =>
    meaning.kind === 'lines' ? meaning.names.filter(({ coverage }) => coverage >= 0.5).map(({ name }) => name.label) : [],
  )
  return steps.some(({ quantity }) => {
    if (!quantity) return false
    const line = scope.library.line(quantity.line)
    const label = line?.label ?? ''
    const sums = line?.sumOf?.some(part => keys.has(part.line)) === true
    return sums || keys.has(quantity.line) || labels.some(named => label.startsWith(named) || named.startsWith(label))
  })
}

/** Topics that speak of people, posts and papers: an amount that is found without them is of something else. */
const roles: ReadonlySet<string> = new Set([
  'staffing-role',
  'manager',
  'chair',
  'deputies',
  'board-members',
  'employer',
  'vision',
  'org-number',
])
const rolesPassedOver = (scope: Scope): readonly string[] => {
  const used = new Set(scope.frame.slots.flatMap(slot => slot.tokens))
  return scope.frame.marks.flatMap(({ meaning, tokens }) =>
    meaning.kind === 'topic' && roles.has(meaning.id) && ownTokens(scope, tokens) && tokens.every(token => !used.has(token))
      ? [tokens.map(token => scope.frame.words[token]?.token.text ?? '').join(' ')]
      : [],
  )
}

/** `SIP developers altogether`: one line that bears a part of the name is not all of them. */
const foundAlone = (scope: Scope, { figures }: Draft): readonly string[] => {
  const [only, ...others] = figures
  const [slot, ...more] = mainTargets(scope.frame)
  const key = only?.calculation.quantity?.line
  const isItem = key !== undefined && scope.library.line(key)?.role === 'item'
  if (!slot || others.length + more.length > 0 || !isItem || top(slot)?.kind !== 'lines' || (slot.links[0]?.score ?? 1) >= 0.9) return []
  return [slot.tokens.map(token => scope.frame.words[token]?.token.text ?? '').join(' ')]
}

/**
 * What the clause names and the draft's figures are not of: a year, an association or a line that was dropped on the way.
 * An answer to part of a question reads as an answer to all of it.
 */
export const leftOut = (scope: Scope, draft: Draft): readonly string[] => {
  const { frame, library } = scope
  if (draft.status !== 'answered' || !coversPlaces.has(draft.intent) || draft.figures.length === 0) return []
  const steps = [...draft.figures, ...(draft.inputs ?? [])].flatMap(({ calculation }) => everyStep(calculation))
  const years = new Set([...steps.flatMap(({ period }) => (period ? yearsOf(period) : [])), ...steps.flatMap(heldYears)])
  const values = new Set(steps.filter(({ result }) => result.unit === 'year').map(({ result }) => result.value))
  const missingYears = frame.points.flatMap(({ time, tokens }) =>
    time && ownTokens(scope, tokens) && !years.has(time.year) && !values.has(time.year) ? [String(time.year)] : [],
  )
  const told = new Set(steps.flatMap(({ association }) => (association ? [association] : [])))
  const labels = [...steps.flatMap(({ label }) => [label.sv, label.en]), ...steps.flatMap(assumedNames)]
  const nameOf = (id: string): string => library.association(id)?.shortName ?? id
  const missingAssociations = frame.associations.flatMap(({ ids, at }) => {
    const named = at >= frame.clause.from && at < frame.clause.to
    const used = ids.some(id => told.has(id) || labels.some(label => label.includes(nameOf(id))))
    return named && !used ? ids.slice(0, 1) : []
  })
  const missingLines = coversAll.has(draft.intent)
    ? mainTargets(frame).filter(slot => isSpecific(slot) && ownTokens(scope, slot.tokens) && !isUsed(scope, slot, steps))
    : []
  const excluded = frame.excluded.filter(slot => isSpecific(slot) && ownTokens(scope, slot.tokens) && !isUsed(scope, slot, steps))
  const roles = coversAll.has(draft.intent) || draft.intent === 'rank' ? rolesPassedOver(scope) : []
  const parts = [...missingLines, ...excluded].map(slot => slot.tokens.map(token => frame.words[token]?.token.text ?? '').join(' '))
  const alone = ['total', 'look-up'].includes(draft.intent) && hasCue(frame, 'together') ? foundAlone(scope, draft) : []
  return [...new Set([...roles, ...alone, ...missingYears, ...missingAssociations.map(nameOf), ...parts])]
}
