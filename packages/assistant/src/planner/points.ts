import type { Scenario } from '@finsam/domain'
import type { Slot } from './choose-links.ts'
import type { Link, TimeMention } from './meaning.ts'
import { openYear } from './times/calendar.ts'

/** A scenario and time that a question names together: `prognos 2022`; either may be open. */
export interface Point {
  readonly scenario?: Scenario
  readonly time?: TimeMention
  /** A column beside the totals: `kvinnor`. */
  readonly measure?: string
  /** Position of its first token. */
  readonly at: number
  /** True where the scenario was said of another point and only carried over. */
  readonly carried?: boolean
  /** Words that carried it. */
  readonly tokens: readonly number[]
}

interface Found<Value> {
  readonly value: Value
  readonly at: number
  readonly tokens: readonly number[]
}

const widestPair = 5

const nearestFirst = (scenarios: readonly Found<Scenario>[], times: readonly Found<TimeMention>[]) =>
  scenarios
    .flatMap(scenario =>
      times.map(time => ({ scenario, time, distance: Math.abs(time.at - scenario.at) - (time.at > scenario.at ? 0.5 : 0) })),
    )
    .filter(({ distance }) => distance <= widestPair)
    .sort((one, other) => one.distance - other.distance)

const marked = (marks: readonly Link[], id: string): readonly Link[] =>
  marks.filter(({ meaning }) => meaning.kind === 'cue' && meaning.id === id)

const withEdges = (times: readonly Found<TimeMention>[], marks: readonly Link[]): readonly Found<TimeMention>[] => {
  const half = marked(marks, 'interim').length > 0 || marked(marks, 'period-budget').length > 0
  const midYear = marked(marks, 'half-year').length > 0
  const full = marked(marks, 'full-year').length > 0
  return times.map(found => {
    const edgeNear = (id: 'opening' | 'closing'): boolean =>
      marked(marks, id).some(link => {
        const at = link.tokens.at(-1) ?? 0
        return at < found.at ? found.at - at <= 3 : at - found.at <= 2
      })
    const edge = found.value.edge ?? (edgeNear('opening') ? 'opening' : edgeNear('closing') ? 'closing' : undefined)
    return {
      ...found,
      value: {
        ...found.value,
        ...(edge ? { edge } : {}),
        ...((half || midYear) && !full && !found.value.day ? { half: true } : {}),
        ...(midYear && !full && !found.value.day ? { day: `${String(found.value.year).padStart(4, '0')}-06-30` } : {}),
        ...(full ? { full: true } : {}),
      },
    }
  })
}

/** `Jan–aug 2024 mot samma period 2023`: the other year too is meant up to that day. */
const inSamePart = (times: readonly Found<TimeMention>[], marks: readonly Link[]): readonly Found<TimeMention>[] => {
  const day = times.find(({ value }) => value.day !== undefined)?.value.day
  if (day === undefined || marked(marks, 'same-period').length === 0) return times
  return times.map(found =>
    found.value.day === undefined
      ? { ...found, value: { ...found.value, half: true, day: day.replace(/^\d{4}/, String(found.value.year).padStart(4, '0')) } }
      : found,
  )
}

/** `Första halvåret` of a year that is not named. */
const openTimes = (marks: readonly Link[]): readonly Found<TimeMention>[] =>
  marked(marks, 'full-year').length > 0
    ? []
    : marked(marks, 'half-year')
        .slice(0, 1)
        .map(({ tokens }) => ({ value: { year: openYear }, at: tokens[0] ?? 0, tokens }))

/** Times whose year was left open, in the year of the association's own document. */
export const inYear = (points: readonly Point[], year: number): readonly Point[] =>
  points.map(point =>
    point.time?.year === openYear
      ? { ...point, time: { ...point.time, year, ...(point.time.day ? { day: point.time.day.replace(/^\d{4}/, String(year)) } : {}) } }
      : point,
  )

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [
  ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
]

/** Pairs the scenarios and times of a question: neighbours belong together, one said once holds for all. */
export const pointsOf = (slots: readonly Slot[], marks: readonly Link[]): readonly Point[] => {
  const scenarios: Found<Scenario>[] = []
  const bareTimes: Found<TimeMention>[] = []
  for (const slot of slots) {
    const at = slot.tokens[0] ?? 0
    const kind = slot.links[0]?.meaning.kind
    for (const { meaning } of kind === 'time' ? slot.links : slot.links.slice(0, 1)) {
      if (meaning.kind === 'scenario') scenarios.push({ value: meaning.scenario, at, tokens: slot.tokens })
      if (meaning.kind === 'time') bareTimes.push({ value: meaning.time, at, tokens: slot.tokens })
    }
  }
  if (scenarios.length === 0)
    for (const { tokens } of marked(marks, 'outcome-asked').slice(0, 1)) scenarios.push({ value: 'actual', at: tokens[0] ?? 0, tokens })
  for (const { tokens } of marked(marks, 'period-budget'))
    if (scenarios.every(({ value }) => value !== 'budget')) scenarios.push({ value: 'budget', at: tokens[0] ?? 0, tokens })
  const times = inSamePart(withEdges(bareTimes.length > 0 ? bareTimes : openTimes(marks), marks), marks)
  const pairedScenarios = new Set<Found<Scenario>>()
  const pairedTimes = new Set<Found<TimeMention>>()
  const points: Point[] = []
  for (const { scenario, time } of nearestFirst(scenarios, times)) {
    if (pairedScenarios.has(scenario) || pairedTimes.has(time)) continue
    pairedScenarios.add(scenario)
    pairedTimes.add(time)
    points.push({
      scenario: scenario.value,
      time: time.value,
      at: Math.min(scenario.at, time.at),
      tokens: [...scenario.tokens, ...time.tokens],
    })
  }
  const oneTime = distinct(times.map(({ value }) => value))
  const oneScenario = distinct(scenarios.map(({ value }) => value))
  for (const scenario of scenarios) {
    if (pairedScenarios.has(scenario)) continue
    if (points.some(point => point.scenario === scenario.value)) continue
    if (times.some(time => !pairedTimes.has(time)) && oneScenario.length === 1) continue
    const [time] = oneTime
    points.push({ scenario: scenario.value, at: scenario.at, tokens: scenario.tokens, ...(oneTime.length === 1 && time ? { time } : {}) })
  }
  for (const time of times) {
    if (pairedTimes.has(time)) continue
    const [scenario] = oneScenario
    points.push({
      time: time.value,
      at: time.at,
      tokens: time.tokens,
      ...(oneScenario.length === 1 && scenario ? { scenario, ...(pairedTimes.size > 0 ? { carried: true } : {}) } : {}),
    })
  }
  return points
    .toSorted((one, other) => one.at - other.at)
    .filter(
      (point, at, all) =>
        all.findIndex(other => other.scenario === point.scenario && JSON.stringify(other.time) === JSON.stringify(point.time)) === at,
    )
}
