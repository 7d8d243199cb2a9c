import type { Unit } from '@finsam/domain'
import type { Draft } from './draft.ts'
import { type Frame, hasCue } from './frame.ts'

const againstLimit = [
  'threshold',
  'filter',
  'overruns',
  'change',
  'rule',
  'check',
  'fact',
  'locate',
  'premise',
  'project',
  'every-result',
  'rank',
  'facts-across',
  'break-even',
] as const

/**
 * Words that ask for an operation, and the ways of asking that carry it out. A draft of any other way has passed over the word,
 * and what it found is an answer to another question.
 */
const carriedOutBy: Readonly<Record<string, readonly string[]>> = {
  average: ['average', 'project'],
  highest: ['per-unit', 'threshold', 'filter', 'rank', 'facts-across', 'fact', 'project', 'rule', 'volumes'],
  lowest: ['per-unit', 'threshold', 'filter', 'rank', 'facts-across', 'fact', 'project', 'rule', 'volumes'],
  'lowest-and-highest': ['rank', 'fact', 'volumes', 'facts-across'],
  rank: ['rank'],
  change: [
    'break-even',
    'threshold',
    'filter',
    'change',
    'series',
    'project',
    'overruns',
    'check',
    'rule',
    'fact',
    'locate',
    'premise',
    'facts-across',
    'rank',
    'every-result',
  ],
  exceeded: againstLimit,
  undershot: againstLimit,
  why: ['locate', 'fact', 'check', 'premise'],
  tie: ['threshold', 'filter', 'check', 'rule', 'every-result', 'fact', 'locate', 'premise', 'project', 'change'],
  split: ['rule', 'share', 'fact', 'locate', 'premise', 'facts-across', 'source-year'],
  'do-with': ['premise', 'fact', 'locate'],
  ratio: ['ratio', 'per-unit', 'change', 'share', 'rank', 'fact', 'locate'],
  times: ['premise', 'project', 'fact', 'facts-across', 'locate'],
  project: [
    'break-even',
    'threshold',
    'filter',
    'project',
    'per-unit',
    'rule',
    'fact',
    'facts-across',
    'locate',
    'premise',
    'every-result',
    'check',
  ],
}

/** Whether some figure of a draft is in a unit. */
export const hasUnit = (draft: Draft, unit: Unit): boolean => draft.figures.some(({ calculation }) => calculation.result.unit === unit)

/**
 * Whether a clause asks for an operation. A condition that the forecast holds, and `räkna med att` of a plan, assume nothing that the
 * amounts do not hold already.
 */
export const asks = (frame: Frame, cue: string): boolean =>
  hasCue(frame, cue) && !(cue === 'project' && (hasCue(frame, 'holds-forecast') || hasCue(frame, 'exclude')))

/** `Vad ökade mest` ranks changes, not the amounts themselves. */
const ranksChanges = (draft: Draft): boolean =>
  draft.figures.some(({ calculation }) => ['change', 'variance'].includes(calculation.operation))

const ofChanges: ReadonlySet<string> = new Set(['change', 'exceeded', 'undershot'])
/** `Jämför …` of several associations sets their amounts side by side. */
const comparesAssociations = (draft: Draft): boolean =>
  new Set([...draft.figures, ...(draft.inputs ?? [])].flatMap(({ calculation }) => calculation.association ?? [])).size > 1

const carriesOut = (draft: Draft, cue: string): boolean =>
  (carriedOutBy[cue]?.includes(draft.intent) === true &&
    !(ofChanges.has(cue) && draft.intent === 'rank' && !ranksChanges(draft) && !comparesAssociations(draft))) ||
  (cue === 'average' && draft.figures.some(({ calculation }) => calculation.operation === 'average')) ||
  (cue === 'change' && draft.intent === 'without') ||
  (cue === 'split' && draft.intent === 'look-up' && draft.figures.length > 1) ||
  (cue === 'times' && hasUnit(draft, 'ratio'))
const differenceAlone = (frame: Frame, draft: Draft): boolean =>
  draft.intent === 'change' && hasCue(frame, 'ratio') && !hasUnit(draft, 'ratio')

/** A word of a clause that asks for an operation which a draft does not carry out. */
export const operationPassedOver = (frame: Frame, draft: Draft): string | undefined =>
  differenceAlone(frame, draft) ? 'ratio' : Object.keys(carriedOutBy).find(cue => asks(frame, cue) && !carriesOut(draft, cue))
