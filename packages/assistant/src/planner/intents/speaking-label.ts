import { type Calculation, conceptOf, type LibraryLine } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import type { Scope } from '../scope.ts'

const unitInBrackets = /\s*\((?:t?kr|kkr|mn?kr|m?sek|tusental(?: kronor)?)\)$/iu
const bareTotal = /^(totalt?|summa|totalsumma|sum)$/

/**
 * A line as an answer calls it: a municipality by its own name, whatever the scan made of it; a unit in brackets left out, since the
 * amount has its own; a bare `Totalt` with what it is a total of.
 */
const nameOf = ({ library, language }: Scope, line: LibraryLine): string => {
  const member = line.member === undefined ? undefined : library.member(line.member)
  if (/kommun$/i.test(line.label) && member?.kind === 'municipality') return member.name
  const label = line.label.replace(unitInBrackets, '')
  const total = line.concept && bareTotal.test(fold(label)) ? conceptOf(line.concept.id)?.[language].name : undefined
  return total ? `${label} (${total.charAt(0).toLowerCase()}${total.slice(1)})` : label
}

/** The label of a figure with its line so called. */
export const speakingLabel = (scope: Scope, { quantity, label }: Calculation): string => {
  const line = quantity && scope.library.line(quantity.line)
  return line ? label[scope.language].replace(line.label, () => nameOf(scope, line)) : label[scope.language]
}
