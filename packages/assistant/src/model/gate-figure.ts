import { isInstant, type Library, type Scenario, type Unit } from '@finsam/domain'
import type { Citation, Figure } from '../answer/answer.ts'

/** A computed figure with every role in which a sentence may quote it. */
export interface GateFigure {
  readonly id: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: Unit
  /** Names of what it measures: the line's label and its spellings. */
  readonly names: readonly string[]
  /** Ids of the associations that it is about. */
  readonly associations: readonly string[]
  readonly years: readonly number[]
  readonly scenarios: readonly Scenario[]
  readonly direction?: 'higher' | 'lower' | 'equal'
  readonly sources: readonly Citation[]
}

const yearsOf = (figure: Figure): number[] => {
  const period = figure.period
  if (!period) return []
  return isInstant(period) ? [Number(period.at.slice(0, 4))] : [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))]
}

/** `NOVA, budget 2024` names NOVA; years and scenarios are roles of their own. */
const labelName = (label: string): string =>
  label
    .replace(/\b(?:budget|utfall|bokslut|prognos|plan|actual|forecast|avvikelse)\b/gi, ' ')
    .replace(/\b(?:19|20)\d{2}\b/g, ' ')
    .replace(/[\s,;:()–-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Figures of an answer as the gate sees them; a computed figure also bears the years, scenarios and associations of its inputs. */
export function gateFigures(figures: readonly Figure[], library: Library): GateFigure[] {
  const byId = new Map(figures.map(figure => [figure.id, figure]))
  return figures.map(figure => {
    const inputs = (figure.calculation?.inputs ?? []).flatMap(id => byId.get(id) ?? [])
    const all = [figure, ...inputs]
    const names = [figure, ...(figure.calculation ? inputs : [])].map(entry => labelName(entry.label)).filter(name => name.length > 1)
    const spellings = library.lines
      .filter(line => names.some(name => name.toLowerCase().includes(line.label.toLowerCase())))
      .flatMap(line => [line.label, ...line.spellings])
    return {
      id: figure.id,
      value: figure.value,
      low: figure.low,
      high: figure.high,
      unit: figure.unit,
      names: [...new Set([...names, ...spellings])],
      associations: [...new Set(all.flatMap(entry => entry.association ?? []))],
      years: [...new Set(all.flatMap(yearsOf))],
      scenarios: [...new Set(all.flatMap(entry => entry.scenario ?? []))],
      ...(figure.direction ? { direction: figure.direction } : {}),
      sources: figure.sources,
    }
  })
}
