import { isMoney, type Query } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { cellsOf } from '../cells.ts'
import { answered, type Draft, refused } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Point } from '../points.ts'
import { run, type Scope } from '../scope.ts'
import { monthsIn } from '../times/months.ts'
import { gather, pickLabel } from './look-up.ts'

/** The part of the year that the pace is of: the one that is named, or the one that the report covers. */
const partOfYear = ({ frame }: Scope): Point | undefined => {
  const time = frame.points.find(point => point.time)?.time
  if (!time) return undefined
  const { full: _, edge: __, ...part } = time
  return { scenario: 'actual', time: { ...part, half: true }, at: 0, tokens: [] }
}

const notTold = ({ language }: Scope): Draft =>
  refused(
    'project',
    'assumption-not-understood',
    language === 'sv'
      ? 'Jag kan inte räkna upp takten till ett helt år med det som finns i dokumenten.'
      : 'I cannot carry that pace on to a whole year from what the documents hold.',
  )

/** `If it goes on at the pace of the first half, what will the full year cost?`: the outcome of a part of a year, carried on evenly to the whole. */
export const atPace = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  if (!hasCue(frame, 'pace') || !hasCue(frame, 'project', 'full-year')) return undefined
  const point = partOfYear(scope)
  if (!point || !hasCue(frame, 'full-year') || scope.associations.length !== 1 || frame.amounts.length > 0) return notTold(scope)
  const parted = { ...scope, frame: { ...frame, points: [point] } }
  const { picks, open, missing } = gather(parted, cellsOf(parted, mainTargets(frame)), 'money')
  const [pick] = picks
  const months = pick?.calculation.period && monthsIn(pick.calculation.period)
  if (!pick || picks.length > 1 || open.length + missing.length > 0 || !months || months === 12) return notTold(scope)
  const query: Query = { op: 'scale', of: pick.query, factor: 12 / months }
  const calculation = isMoney(pick.calculation.result.unit) ? run(scope, query) : undefined
  if (!calculation) return notTold(scope)
  const [part, all] = [amountWords(pick.calculation, language), amountWords(calculation, language)]
  const named = `${pickLabel(parted, pick)} (${associationWords(library, pick.association)})`
  const sentence =
    language === 'sv'
      ? `I samma takt hela året blir det ${all}: ${named} är ${part} på ${months} månader.`
      : `At the same pace for the whole year it comes to ${all}: ${named} is ${part} in ${months} months.`
  return answered('project', sentence, [{ calculation }], { inputs: [{ calculation: pick.calculation }], confidence: 0.85 })
}
