import { bothLanguages } from '../explain/words.ts'
import type { Library } from '../library/library.ts'
import { toBase } from '../library/printing.ts'
import { given } from '../model/given.ts'
import type { Fact } from '../model/reading.ts'
import { refusal, success } from '../model/result.ts'
import { baseUnit, isUnit, type Unit } from '../model/unit.ts'
import type { Outcome } from './context.ts'
import { unknownFact } from './failures.ts'

const spoken: Readonly<Record<string, Unit>> = {
  sek: 'kr',
  'milj kr': 'mnkr',
  'miljoner kr': 'mnkr',
  'miljoner kronor': 'mnkr',
  kronor: 'kr',
  miljoner: 'mnkr',
  milj: 'mnkr',
  mkr: 'mnkr',
  '%': 'percent',
  procent: 'percent',
  procentenheter: 'percentage_points',
  personer: 'persons',
  deltagare: 'participants',
  möten: 'meetings',
  kontakter: 'contacts',
  år: 'years',
  månader: 'months',
  st: 'count',
  antal: 'count',
}

/** The unit of a fact, whose words are its document's; `count` where they name no unit of the model. */
export function factUnit(unit: string | undefined): Unit {
  return isUnit(unit) ? unit : (spoken[(unit ?? '').toLowerCase()] ?? 'count')
}

function numberOf({ value }: Fact, bound: 'low' | 'high' | undefined): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'object' || Array.isArray(value)) return undefined
  return bound === 'low' ? value.from : bound === 'high' ? value.to : undefined
}

/** A number that the prose states; a range needs to be told which of its ends. */
export function factLeaf(library: Library, id: string, bound: 'low' | 'high' | undefined, document?: string): Outcome {
  const fact = document
    ? library.facts.find(one => one.id === id && one.document === document)
    : (library.facts.find(one => one.id === id) ?? library.facts.find(one => `${one.document}/${one.id}` === id))
  if (!fact) return unknownFact(id)
  const number = numberOf(fact, bound)
  if (number === undefined)
    return refusal('value-unknown', {
      sv: `”${fact.subject}: ${fact.attribute}” är inte ett enda tal; fråga efter den lägsta eller högsta gränsen om det är ett intervall.`,
      en: `"${fact.subject}: ${fact.attribute}" holds no single number; for a range, ask for its low or high bound.`,
    })
  const unit = factUnit(fact.unit)
  const value = toBase(number, unit)
  return success({
    operation: 'fact',
    label: bothLanguages(`${fact.subject}: ${fact.attribute}`),
    result: { value, low: value, high: value, unit: baseUnit(unit) },
    inputs: [],
    fact,
    association: fact.association,
    ...given({ period: fact.period }),
    trust: { status: 'printed', mapping: 'exact' },
    notes: fact.qualifier && fact.qualifier !== 'exact' ? [{ code: 'qualified', parameters: { qualifier: fact.qualifier } }] : [],
  })
}
