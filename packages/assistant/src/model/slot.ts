import { isMoney } from '@finsam/domain'
import type { FilledSlot } from './gate.ts'
import type { GateFigure } from './gate-figure.ts'
import { unitAfter } from './unit-word.ts'

export interface FilledText {
  readonly text: string
  readonly slots: readonly FilledSlot[]
  /** Slots that name no figure. */
  readonly unknown: readonly string[]
}

const slotPattern = /\{\{\s*(f\d+)(?::(kr|tkr|mnkr))?\s*\}\}/g

/** Writes the figures into a model's text: code puts digits, unit and number format. A unit that the model wrote behind the slot in vain is dropped. */
export function fillSlots(
  template: string,
  figures: readonly GateFigure[],
  format: (figure: GateFigure, unit: 'kr' | 'tkr' | 'mnkr' | undefined) => string,
): FilledText {
  const slots: FilledSlot[] = []
  const unknown: string[] = []
  let text = ''
  let read = 0
  for (const match of template.matchAll(slotPattern)) {
    const figure = figures.find(candidate => candidate.id === match[1])
    text += template.slice(read, match.index)
    read = match.index + match[0].length
    if (!figure) {
      unknown.push(match[0])
      text += match[0]
      continue
    }
    const written = format(figure, match[2] as 'kr' | 'tkr' | 'mnkr' | undefined)
    slots.push({ start: text.length, end: text.length + written.length, figure: figure.id })
    text += written
    read = afterRepeatedUnit(template, read, figure)
  }
  return { text: text + template.slice(read), slots, unknown }
}

/** `{{f1}} kr` says the unit twice; a unit of another kind stays, for the gate to refuse. */
function afterRepeatedUnit(template: string, from: number, figure: GateFigure): number {
  const unit = unitAfter(template, from)
  if (!unit) return from
  const same = unit.unit === figure.unit || (isMoney(unit.unit) && isMoney(figure.unit) && unit.factor === 1)
  return same ? unit.end : from
}
