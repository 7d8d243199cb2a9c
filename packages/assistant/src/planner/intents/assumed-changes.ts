import { fold } from '../../words/fold.ts'
import type { Slot } from '../choose-links.ts'
import { top } from '../follow-up.ts'
import { hasCue } from '../frame.ts'
import type { Amount } from '../meaning.ts'
import { conceptId, type Scope } from '../scope.ts'
import { targetOf } from './assumed-target.ts'
import { type AssumedTarget, assumedSlots, inside } from './assumptions.ts'

type Change = AssumedTarget['change']
type Stretch = readonly [from: number, to: number]

const downWords =
  /(minsk|sank|sanks|sjunk|sjonk|lagre|under|fall|fell|foll|went down|gatt ner|gar ner|drop|cut|decreas|lower|below|reduc|shrink|tapp|nere|sparr|dras ner|drar ner|farre|less|neddrag|billig|cheap|smaller|mindre|skar |skars|nedskar|banta|krymp|spara|dra ned|dras ned)/
const upWords =
  /(hogre|ytterligare|extra|fler|costlier|expensive|okar|oka|okning|far ytterligare|tillfor|hoj|stig|mer|over|higher|increas|above|rise|rose|rais|more|grow|grew|vax|dyr|climb|went up|up )/

/** What is struck out or does not come at all. */
const dropsOut =
  /\b(stryks|stroks|strok|stryka|struntar i|skippar|hoppar over|avstar fran|plockas bort|dras in|laggs pa is|tas bort|togs bort|slopas|slopades|utgar|uteblir|inte alls|inget alls|ingenting|noll|laggs ner|laggs ned|(aldrig|inte) (betalar|bidrar|for over|lamnar over|kommer|blir|startar|genomfors|kostar|anstalls|tillsatts|rekryteras)|(kommer|blir|startar|genomfors|kostar) (aldrig|inte)|stalls in|removed|struck|dropped|skipped|left out|cut entirely|nothing|zero|disappears|cancelled|scrapped|never (comes|starts|happens)|costs nothing)\b/
/** What stays as it was planned. */
const stays =
  /\b(oforandra\w*|desamma|detsamma|som planerat|som budgeterat|som vantat|som i dag|star fast|star kvar|ligger fast|ligger kvar|ligger still|inget annat|allt annat|ovrigt|unchanged|nothing else|everything else|all else|as planned|as budgeted|stays? the same|remains? the same|are the same|is the same)\b/
/** What goes the way of what was said before it. */
const follows = /\b(foljer|folja|likasa|lika mycket|follow|follows|likewise)\b/
/** `Blir 100 tkr dyrare` adds to what was planned; `blir 100 tkr` replaces it. */
const comparative =
  /\b(dyrare|billigare|mer|mindre|hogre|lagre|ytterligare|extra|battre|samre|better|worse|more|less|higher|lower|cheaper|costlier|extra|further)\b/
/** `Hälften av sin budget`, `80 % av det som är budgeterat`: a part of the amount itself. */
const ofItself =
  /\b(av|of) ((det|den|de|sin|sitt|sina|its|the|their|what is|som ar) )*(\w+s )?(budget\w*|belopp\w*|kostnad\w*|anslag\w*|plan\w*|amount)/
/** `The first half of 2022` is a time. */
const halfOfYear = /\b(first|second|1st|2nd|last|latter|previous) half( of( the)? (year|[\d]{4}))?\b|\bhalf[- ]year\b/g
const half = /\b(halften|halverar|halveras|half|halves|halved)\b/
const twice = /\b(dubbelt|dubbla|dubblar|dubblas|dubblades|fordubblar|fordubblas|fordubblades|double|doubles|doubled|twice)\b/

const saidIn = ({ frame }: Scope, [from, to]: Stretch): string =>
  fold(
    frame.words
      .slice(from, to)
      .map(({ token }) => token.text)
      .join(' '),
  )

/** `200 tkr bättre än budget`: more of a result, less of a cost. */
const judges = /\b(battre|samre|better|worse)\b/
const outcomes: ReadonlySet<string | undefined> = new Set(['result', 'equity', 'closing-equity'])

/** `För över 2 mnkr` hands over, and is no `över 2 mnkr`; `end up below` goes nowhere up. */
const handsOver =
  /\b(?:ends?|ended|ending|turns?|turned|come|comes) up\b|\b(for|fors|fordes|forda|lamnar|lamnas|tar|comes?|came|handed|hands?|carried) over\b/g

const signOf = (whole: string): 1 | -1 | undefined => {
  const said = whole.replace(handsOver, '')
  const [judged] = judges.exec(said) ?? []
  if (judged !== undefined) return /^(battre|better)$/.test(judged) ? 1 : -1
  const down = said.search(downWords)
  const up = said.search(upWords)
  if (down < 0) return up < 0 ? undefined : 1
  return up < 0 || down < up ? -1 : 1
}

/** `Höjs till 100 tkr`, `blir 100 tkr`, `bara 100 tkr`: the amount itself, no change of it. */
const setsAmount = (said: string): boolean =>
  (/\b(till|to|blir|ar|is|at|pa|kostar|kostade|kosta|costs?|betalar|betalade|pays|paid)\s+(ca |about |bara |endast |only )?[\d]/.test(
    said,
  ) ||
    /\b(bara|endast|only|i stallet|instead)\b/.test(said)) &&
  !/\b(med|by)\s+(ca |about )?[\d]/.test(said) &&
  !comparative.test(said)

const changeBy = (scope: Scope, said: string, amount: Amount | undefined, before: 1 | -1 | undefined): Change | undefined => {
  if (half.test(said.replace(halfOfYear, '')))
    return amount && !(amount.unit === 'percent' && amount.value === 50) ? undefined : { percent: -50 }
  if (twice.test(said)) return amount ? undefined : { percent: 100 }
  if (!amount) return undefined
  if (amount.unit === 'kr' && setsAmount(said)) return { set: amount.value }
  if (amount.unit === 'percent' && ofItself.test(said) && signOf(said.replace(/\bunder\b|\bover\b/g, '')) === undefined)
    return { percent: amount.value - 100 }
  const sign = signOf(said) ?? before
  if (sign === undefined || (amount.unit !== 'percent' && amount.unit !== 'kr')) return undefined
  if (amount.unit === 'kr') return { amount: sign * amount.value }
  return { percent: sign * amount.value, ...(hasCue(scope.frame, 'each-year') ? { yearly: true } : {}) }
}

const joins = /^(och|samt|men|and|but|while|medan)$/
/** An assumption parted where it goes on with another: `kostnaderna blir 5 % högre | och intäkterna 3 % lägre`. */
const stretchesOf = ({ frame, text }: Scope, [from, to]: Stretch): readonly Stretch[] => {
  const cuts = [from]
  for (let at = from + 1; at < to; at += 1) {
    const [before, token] = [frame.words[at - 1]?.token, frame.words[at]?.token]
    if (before && token && (joins.test(token.folded) || /,/.test(text.slice(before.end, token.start)))) cuts.push(at)
  }
  return cuts.map((start, index) => [start, cuts[index + 1] ?? to])
}

const signIn = (change: Change | undefined): 1 | -1 | undefined =>
  change && 'percent' in change ? (change.percent < 0 ? -1 : 1) : change && 'amount' in change ? (change.amount < 0 ? -1 : 1) : undefined

const amountsIn = ({ frame, prior }: Scope, [from, to]: Stretch): readonly Amount[] => {
  const all = [...frame.amounts, ...(prior?.words === frame.words && prior.amounts !== frame.amounts ? prior.amounts : [])]
  return all.filter(({ at }) => at >= from && at < to).map(({ amount }) => amount)
}

interface Told {
  readonly slots: readonly Slot[]
  readonly change: Change
}

/** What a stretch says of its parts: a change, that they stay, that they follow what was said before, or nothing yet. */
const effectIn = (scope: Scope, stretch: Stretch, before: Change | undefined): Change | 'stays' | 'more' | undefined => {
  const said = saidIn(scope, stretch)
  const [amount, ...others] = amountsIn(scope, stretch)
  if (others.length > 0) return undefined
  if (!amount && stays.test(said)) return 'stays'
  if (dropsOut.test(said)) return amount ? undefined : { set: 0 }
  const change = changeBy(scope, said, amount, signIn(before))
  if (change) return change
  if (amount) return undefined
  return follows.test(said) && before ? before : 'more'
}

/** The changes that a stretch of conditions tells, each with its parts; nothing where a part of it was not understood. */
const changesIn = (scope: Scope, part: Stretch, slots: readonly Slot[]): readonly Told[] | undefined => {
  const told: Told[] = []
  let waiting: readonly Slot[] = []
  for (const stretch of stretchesOf(scope, part)) {
    const own = slots.filter(slot => inside(slot, stretch))
    const effect = effectIn(scope, stretch, told.at(-1)?.change)
    if (effect === undefined) return undefined
    if (effect === 'stays') continue
    const meant = [...waiting, ...own]
    if (effect === 'more') {
      if (own.length === 0) return undefined
      waiting = meant
    } else if (meant.length > 0) {
      told.push({ slots: meant, change: effect })
      waiting = []
    } else {
      const pointed = slots.filter(slot => !inside(slot, part))
      if (pointed.length === 0) return undefined
      told.push({ slots: pointed, change: effect })
    }
  }
  return waiting.length > 0 ? undefined : told
}

const counted: ReadonlySet<string | undefined> = new Set(['participants', 'population'])
const wide: ReadonlySet<string | undefined> = new Set(['total-costs', 'initiative', 'contributions'])
const isWide = (slot: Slot): boolean => top(slot)?.kind !== 'lines' && wide.has(conceptId(slot))
/** A line says which amount; `gör av med` and `bidrag` beside it only say of what. Heads have no amount that could change. */
const narrowest = (slots: readonly Slot[]): readonly Slot[] => {
  const amounts = slots.filter(slot => !counted.has(conceptId(slot)))
  if (amounts.some(slot => top(slot)?.kind === 'lines')) return amounts.filter(slot => !isWide(slot))
  return amounts.some(slot => /^contributions?-/.test(conceptId(slot) ?? '') || top(slot)?.kind === 'member')
    ? amounts.filter(slot => conceptId(slot) !== 'contributions')
    : amounts
}

/** The assumptions that a condition states from a year on; none where any part of it was not understood. */
export const assumptionsIn = (scope: Scope, association: string, part: Stretch, year: number): readonly AssumedTarget[] => {
  const slots = assumedSlots(scope, part)
  const told = changesIn(scope, part, slots)
  if (!told || (judges.test(saidIn(scope, part)) && slots.some(slot => !outcomes.has(conceptId(slot))))) return []
  if (told.some(({ slots: meant }) => new Set(meant.map(slot => outcomes.has(conceptId(slot)))).size > 1)) return []
  const assumed = told.flatMap(({ slots: meant, change }) =>
    narrowest(meant).map(slot => ({ target: targetOf(scope, slot, association), change })),
  )
  const known = assumed.flatMap(({ target, change }): readonly AssumedTarget[] => (target ? [{ target, change, from: year }] : []))
  return known.length === assumed.length ? known : []
}

/** The years that one is repeated in: `plan 2026 oförändrad 2027`. */
export const repeatsIn = (scope: Scope, association: string, part: Stretch, year: number): readonly AssumedTarget[] => {
  const years = scope.frame.slots
    .filter(slot => inside(slot, part))
    .flatMap(slot => {
      const meaning = top(slot)
      return meaning?.kind === 'time' ? [meaning.time.year] : []
    })
  const slots = narrowest(assumedSlots(scope, part))
  const held = slots.filter(slot => !outcomes.has(conceptId(slot)))
  return (held.length > 0 ? held : slots).flatMap(slot => {
    const target = targetOf(scope, slot, association)
    return target ? [{ target, change: { repeat: Math.min(...years, ...(years.length === 0 ? [year - 1] : [])) }, from: year }] : []
  })
}
