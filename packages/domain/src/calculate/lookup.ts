import type { ConceptId } from '../concepts/concept.ts'
import { conceptNames, conceptOf } from '../concepts/concept-table.ts'
import { measureOf } from '../concepts/measure-table.ts'
import type { Library, LibraryLine } from '../library/library.ts'
import { refusal, success } from '../model/result.ts'
import { isMoney } from '../model/unit.ts'
import type { Selector } from '../query/target.ts'
import { compose } from './compose.ts'
import type { Context, Outcome } from './context.ts'
import { conceptQuery } from './context.ts'
import { closingEquity, openingEquity } from './equity.ts'
import { conceptNotPrinted, unknownAssociation, unknownConcept, unknownLine, unknownMember } from './failures.ts'
import { leafOf } from './leaf.ts'
import { evaluateMeasure } from './measures.ts'
import { changeOf } from './operations.ts'
import { selectQuantity, withDefaults } from './select.ts'

function printed(context: Context, lines: readonly LibraryLine[], selector: Selector): Outcome {
  const selected = selectQuantity(context.library, lines, selector)
  return selected.ok ? leafOf(selected.value, context.readings) : selected
}

/** Of lines that one table adds into each other, the last: a subtotal is a part of what its total says. */
function outermost(library: Library, lines: readonly LibraryLine[]): readonly LibraryLine[] {
  const added = new Set<string>()
  const walk = (line: LibraryLine | undefined): void => {
    for (const { line: key } of line?.sumOf ?? [])
      if (!added.has(key)) {
        added.add(key)
        walk(library.line(key))
      }
  }
  for (const line of lines) walk(line)
  const outer = lines.filter(({ key }) => !added.has(key))
  return outer.length > 0 ? outer : lines
}

/** A concept as a line prints it: the whole before what is a part of it. */
function printedConcept(context: Context, id: ConceptId, selector: Selector): Outcome {
  const lines = context.library.linesFor(selector.association, id)
  if (lines.length === 0) return conceptNotPrinted(context.library, selector.association, id)
  const whole = lines.filter(line => line.role !== 'of-which')
  const all = printed(context, whole.length > 0 ? whole : lines, selector)
  if (all.ok || all.failure.code !== 'several-match') return all
  const outer = printed(context, outermost(context.library, whole), selector)
  return outer.ok ? outer : all
}

/** The year's result: printed, else income minus costs, without funds of earlier years. */
function yearResult(outer: Context, asked: Selector): Outcome {
  const context = outer.within('result')
  const lines = context.library.linesFor(asked.association, 'result')
  const direct = lines.length > 0 ? printed(context, lines, asked) : conceptNotPrinted(context.library, asked.association, 'result')
  if (direct.ok || direct.failure.code === 'several-match' || direct.failure.code === 'value-unknown' || outer.trail.includes('result'))
    return direct
  const selector = withDefaults(context.library, asked)
  const costs = context.run(conceptQuery(selector, 'total-costs'))
  if (!costs.ok) return direct
  const income = context.run(conceptQuery(selector, 'total-income'))
  if (!income.ok) return direct
  const difference = changeOf(costs.value, income.value, 'amount')
  if (!difference.ok) return difference
  return success({
    ...difference.value,
    label: conceptNames('result'),
    concept: 'year-result',
    notes: [{ code: 'result-computed', parameters: { association: asked.association } }, ...difference.value.notes],
  })
}

function lookUpConcept(context: Context, name: string, selector: Selector): Outcome {
  const concept = conceptOf(name)
  if (!concept) return measureOf(name) ? lookUpMeasure(context, name, selector) : unknownConcept(name)
  const { id } = concept
  if (id === 'result') return yearResult(context, selector)
  if (id === 'opening-equity') return openingEquity(context, selector)
  if (id === 'equity' || id === 'closing-equity') return closingEquity(context, selector)
  const direct = printedConcept(context, id, selector)
  if (direct.ok || direct.failure.code === 'value-unknown') return direct
  // Totals that contradict each other are for the asker to choose from; only rows that add up to the concept are one answer.
  if (direct.failure.code === 'several-match' && context.library.linesFor(selector.association, id).some(isTotal)) return direct
  const composed = compose(context, selector, id)
  return composed.ok ? composed : direct
}

const isTotal = ({ role, sumOf }: LibraryLine): boolean => role === 'total' || sumOf !== undefined

function lookUpMeasure(context: Context, name: string, selector: Selector): Outcome {
  const measure = measureOf(name)
  return measure ? evaluateMeasure(context, measure.id, selector) : unknownConcept(name)
}

function lookUpMember(context: Context, member: string, selector: Selector): Outcome {
  const { library } = context
  const known = library.association(selector.association)?.members.find(({ id }) => id === member)
  if (!known) return unknownMember(library, selector.association, member)
  const lines = library
    .linesOf(selector.association)
    .filter(line => line.member === member && line.nature === 'income' && isMoney(line.unit))
  if (lines.length === 0)
    return refusal('not-printed', {
      sv: `Ingen rad anger bidraget från ${known.name} för sig.`,
      en: `No line prints the contribution of ${known.name} alone.`,
    })
  return printed(context, lines, selector)
}

/** Looks up a line, concept, measure or member's contribution of one association. */
export function lookUp(context: Context, selector: Selector): Outcome {
  const { library } = context
  const { association, target } = selector
  if (!library.association(association)) return unknownAssociation(library, association)
  if ('concept' in target) return lookUpConcept(context, target.concept, selector)
  if ('measure' in target) return lookUpMeasure(context, target.measure, selector)
  if ('member' in target) return lookUpMember(context, target.member, selector)
  const line = library.line(target.line)
  if (!line || line.association !== association) return unknownLine(library, association, target.line)
  return printed(context, [line], selector)
}
