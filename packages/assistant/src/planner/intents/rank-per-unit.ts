import type { LibraryLine, Query } from '@finsam/domain'
import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { upperFirst } from '../../words/upper-first.ts'
import { cellsOf, lineLink } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft, refused } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { conceptId, run, type Scope } from '../scope.ts'
import { candidateLines } from './candidate-lines.ts'
import { countOf, type Heads } from './heads.ts'
import { gather, pickLabel } from './look-up.ts'
import { inItsPlace, placeAsked } from './place-in-order.ts'
import { orderOf } from './rank.ts'
import { asksWhether, yesNo } from './whether.ts'

/** An amount divided by the heads that it is for. */
interface PerHead {
  readonly of: Pick
  readonly heads: Pick
  readonly ratio: Pick
}

/** A part of a question that stands for a line and for what is counted under the same name. */
const slotOfNamesakes = ({ library }: Scope, line: LibraryLine): Slot => ({
  tokens: [],
  value: 1,
  links: library
    .linesOf(line.association)
    .filter(other => fold(other.label) === fold(line.label) || (line.member !== undefined && other.member === line.member))
    .map(other => lineLink(other)),
})

/** The amounts of the parts, each by its own heads; `without` are those whose heads no document gives. */
function perHeads(
  scope: Scope,
  slots: readonly Slot[],
  kind: Heads,
): { readonly known: readonly PerHead[]; readonly without: readonly Pick[] } {
  const known: PerHead[] = []
  const without: Pick[] = []
  for (const slot of slots) {
    const [of] = gather(scope, cellsOf(scope, [slot]), 'money').picks
    if (!of) continue
    const heads = countOf(scope, slot, of, kind)
    const query: Query | undefined = heads && { op: 'ratio', numerator: of.query, denominator: heads.query }
    const calculation = query && run(scope, query)
    if (heads && calculation) known.push({ of, heads, ratio: { ...of, query, calculation } })
    else without.push(of)
  }
  return { known, without }
}

const told = (scope: Scope, { of, heads, ratio }: PerHead): string => {
  const [all, each, result] = [of, heads, ratio].map(({ calculation }) => amountWords(calculation, scope.language))
  return `${pickLabel(scope, of)} ${result} (${all} / ${each})`
}

const missingNote = ({ language }: Scope, kind: Heads, without: readonly string[]): string => {
  const names = listWords(without, language)
  if (language === 'sv') return `För ${names} hittar jag inget ${kind === 'population' ? 'invånarantal' : 'deltagarantal'}.`
  return `I find no number of ${kind === 'population' ? 'inhabitants' : 'participants'} for ${names}.`
}

const notesFor = (scope: Scope, kind: Heads, known: readonly PerHead[], without: readonly Pick[]): readonly string[] => [
  ...defaultNotes(
    scope,
    known.map(({ of }) => of),
  ),
  ...(without.length > 0
    ? [
        missingNote(
          scope,
          kind,
          without.map(pick => pickLabel(scope, pick)),
        ),
      ]
    : []),
]

const chooser = /^(vilken|vilket|vilka|which|what)$/
/** `Which municipality`: the noun of what is chosen among names no line, though a label has the word. */
const isChosenAmong = ({ frame }: Scope, { tokens: [at = 0, ...more] }: Slot): boolean =>
  more.length === 0 && chooser.test(frame.words[at - 1]?.token.folded ?? '')

const named = (scope: Scope): readonly Slot[] =>
  mainTargets(scope.frame).filter(
    slot =>
      !isChosenAmong(scope, slot) &&
      !['participants', 'population'].includes(conceptId(slot) ?? '') &&
      slot.links.some(({ meaning }) => meaning.kind === 'lines' || meaning.kind === 'member'),
  )

const unitWords = {
  population: { sv: 'per invånare', en: 'per inhabitant' },
  participants: { sv: 'per deltagare', en: 'per participant' },
} as const

/** A ranking of the few that can be divided would say nothing of the others. */
function tooFew({ language }: Scope, kind: Heads): Draft {
  const heads = { population: { sv: 'invånare', en: 'inhabitants' }, participants: { sv: 'deltagare', en: 'participants' } }[kind][language]
  const sentence =
    language === 'sv'
      ? `Jag hittar antalet ${heads} för så få att det inte går att säga vem som kommer högst eller lägst.`
      : `I find the number of ${heads} for too few to say which comes highest or lowest.`
  return refused('rank', 'not-printed', sentence, { confidence: 0.7 })
}

/** `Vilken insats kostar mest per deltagare?`: each line of the kind by its own heads, in order. */
export function rankPerUnit(scope: Scope, kind: Heads): Draft | undefined {
  const [association, ...others] = scope.associations
  const order = orderOf(scope)
  if (!association || others.length > 0 || order === undefined || named(scope).length > 0) return undefined
  const money = {
    ...scope,
    frame: { ...scope.frame, targets: scope.frame.targets.filter(slot => !['participants', 'population'].includes(conceptId(slot) ?? '')) },
  }
  const { known, without } = perHeads(
    scope,
    candidateLines(money, association)
      .filter(({ unit }) => unit === 'kr')
      .map(line => slotOfNamesakes(scope, line)),
    kind,
  )
  const calculation =
    known.length < 2 || known.length < without.length
      ? undefined
      : run(scope, { op: 'rank', of: known.map(({ ratio }) => ratio.query), order })
  if (!calculation) return tooFew(scope, kind)
  const sign = order === 'highest' ? -1 : 1
  const sorted = known.toSorted((one, other) => sign * (one.ratio.calculation.result.value - other.ratio.calculation.result.value))
  const place = placeAsked(scope.frame)
  const first = sorted[place - 1]
  if (!first) return undefined
  const { language } = scope
  const superlative = { sv: order === 'highest' ? 'högst' : 'lägst', en: order === 'highest' ? 'highest' : 'lowest' }[language]
  const head = upperFirst(inItsPlace(superlative, place, language))
  const then = sorted
    .slice(place)
    .map(one => told(scope, one))
    .join('; ')
  const sentence =
    language === 'sv'
      ? `${head} ${unitWords[kind].sv} i ${associationWords(scope.library, association)}: ${told(scope, first)}.${then && ` Därefter: ${then}.`}`
      : `${head} ${unitWords[kind].en} in ${associationWords(scope.library, association)}: ${told(scope, first)}.${then && ` Then: ${then}.`}`
  const figures = sorted.map(({ of, ratio }) => ({
    calculation: ratio.calculation,
    label: `${pickLabel(scope, of)}, ${unitWords[kind][language]}`,
  }))
  return answered('rank', sentence, figures.slice(place - 1, place), {
    inputs: figures.filter((_, at) => at !== place - 1),
    notes: notesFor(scope, kind, known, without),
    confidence: 0.85,
  })
}

const cheaper = /\b(mindre|lagre|billigare|less|lower|cheaper)\b/

/** `Kostar A mer per deltagare än B?`, `A resp. B per deltagare`: each by its own heads, and whether it is so. */
export function comparePerUnit(scope: Scope, kind: Heads): Draft | undefined {
  const slots = named(scope)
  if (slots.length < 2 || hasCue(scope.frame, 'together', 'average')) return undefined
  const { known, without } = perHeads(scope, slots, kind)
  const [one, other, ...others] = known
  if (!one || !other || without.length > 0) return undefined
  const { language } = scope
  const difference = one.ratio.calculation.result.value - other.ratio.calculation.result.value
  const holds = cheaper.test(fold(scope.text)) ? difference < 0 : difference > 0
  const whether = others.length === 0 && /\b(an|than)\b/.test(fold(scope.text)) && asksWhether(scope)
  const figures = known.map(({ of, ratio }) => ({
    calculation: ratio.calculation,
    label: `${pickLabel(scope, of)}, ${unitWords[kind][language]}`,
  }))
  const amounts = `${unitWords[kind][language]}: ${known.map(each => told(scope, each)).join('; ')}.`
  const sentence = whether ? `${yesNo(holds, language)}, ${amounts}` : upperFirst(amounts)
  return answered('per-unit', sentence, figures, {
    notes: notesFor(scope, kind, known, without),
    confidence: Math.min(...known.map(({ of }) => of.certainty)),
    ...(whether ? { verdict: { holds, rule: 'per-unit' } } : {}),
  })
}
