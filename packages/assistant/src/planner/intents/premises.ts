import { amountWords, associationWords, pointWords } from '../../answer/wording.ts'
import { directionIn } from '../../lexicon/directions.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft, refused } from '../draft.ts'
import { cueLinks, hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import { triesFor } from '../pick-point.ts'
import { factQuery, lookup, run, type Scope } from '../scope.ts'
import { facts } from './facts.ts'
import { asksWhether, yesNo } from './whether.ts'

/** An association that did not exist in the year asked about. */
const existence = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const years = frame.points.flatMap(point => (point.time ? [point.time.year] : []))
  const [id] = scope.associations
  const association = id === undefined ? undefined : library.association(id)
  if (!association || scope.associations.length !== 1 || scope.open || years.length === 0 || frame.associations.length === 0)
    return undefined
  const printed = library
    .linesOf(association.id)
    .some(line =>
      line.quantities.some(({ period }) => period !== null && years.includes(Number(('at' in period ? period.at : period.to).slice(0, 4)))),
    )
  if (printed) return undefined
  const stated = facts(scope)
  if (stated?.status === 'answered' && stated.confidence >= 0.62) return stated
  const formed = association.formed ? Number(association.formed.slice(0, 4)) : undefined
  const closed = association.closed ? Number(association.closed.slice(0, 4)) : undefined
  const names = (ids: readonly string[]): string => ids.map(other => library.association(other)?.name ?? other).join(', ')
  if (formed !== undefined && years.every(year => year < formed)) {
    const before = names(association.predecessors)
    const sentence =
      language === 'sv'
        ? `${association.name} fanns inte då: det bildades ${association.formed}${before ? ` genom sammanslagning av ${before}` : ''}.`
        : `${association.name} did not exist then: it was formed on ${association.formed}${before ? ` by a merger of ${before}` : ''}.`
    return refused('premise', 'association-not-formed', sentence, { nearest: association.predecessors, confidence: 0.9 })
  }
  if (closed !== undefined && years.every(year => year > closed)) {
    const after = association.successor ? names([association.successor]) : ''
    const sentence =
      language === 'sv'
        ? `${association.name} fanns inte då: det upphörde ${association.closed}${after ? ` och gick upp i ${after}` : ''}.`
        : `${association.name} did not exist then: it was closed on ${association.closed}${after ? ` and became part of ${after}` : ''}.`
    return refused('premise', 'association-closed', sentence, {
      nearest: association.successor ? [association.successor] : [],
      confidence: 0.9,
    })
  }
  return undefined
}

const resultOf = (scope: Scope, association: string) => {
  for (const attempt of triesFor(scope.library, association, scope.frame.points[0]).flat()) {
    const calculation = run(scope, lookup(association, { measure: 'year-result' }, attempt.scenario, attempt.period))
    if (calculation) return calculation
  }
  return undefined
}

/** A surplus that is a deficit, or the other way round; as a yes-or-no question it is answered. */
const surplusOrDeficit = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const [association] = scope.associations
  const surplus = hasCue(frame, 'surplus')
  const deficit = hasCue(frame, 'deficit')
  if (!association || scope.associations.length !== 1 || surplus === deficit || hasCue(frame, 'change', 'project')) return undefined
  if (frame.points.length > 1 || directionIn(scope.text, ['movement', 'comparison']) !== undefined) return undefined
  const result = resultOf(scope, association)
  if (!result || result.result.value === 0) return undefined
  const isSurplus = result.result.value > 0
  const name = `${associationWords(library, association)}, ${pointWords(result, language)}`
  const amount = amountWords(result, language)
  const what = isSurplus ? (language === 'sv' ? 'överskott' : 'surplus') : language === 'sv' ? 'underskott' : 'deficit'
  if (asksWhether(scope)) {
    const holds = isSurplus === surplus && !hasCue(frame, 'not')
    return answered(
      'premise',
      `${yesNo(holds, language)}, ${name}: ${language === 'sv' ? 'resultatet är ett' : 'the result is a'} ${what}, ${amount}.`,
      [{ calculation: result }],
      { verdict: { holds, rule: 'balance' } },
    )
  }
  if (isSurplus === surplus) return undefined
  const sentence =
    language === 'sv'
      ? `Det är inget ${isSurplus ? 'underskott' : 'överskott'}: ${name} har ett ${what}, ${amount}.`
      : `There is no ${isSurplus ? 'deficit' : 'surplus'}: ${name} shows a ${what}, ${amount}.`
  return refused('premise', 'false-premise', sentence, {
    inputs: [{ calculation: result }],
    nearest: [`${result.label[language]} ${amount}`],
    confidence: 0.9,
  })
}

/** A split between members that one line holds together. */
const unsplit = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1) return undefined
  const states = [
    ...new Set(
      frame.targets.flatMap(slot =>
        slot.links.flatMap(({ meaning }) =>
          meaning.kind === 'member' && library.member(meaning.id)?.kind === 'state' ? [meaning.id] : [],
        ),
      ),
    ),
  ]
  const apart = hasCue(frame, 'split') || /\b(var for sig|vardera|each|respectively|respektive|separately)\b/i.test(fold(scope.text))
  const alone = states.length === 1 && states[0] === 'arbetsformedlingen'
  if (!(states.length > 1 && apart) && !alone) return undefined
  for (const attempt of triesFor(library, association, frame.points[0]).flat()) {
    const calculation = run(scope, lookup(association, { concept: 'contribution-state' }, attempt.scenario, attempt.period))
    if (!calculation) continue
    const names = states.map(id => library.member(id)?.name ?? id).join(language === 'sv' ? ' och ' : ' and ')
    const sentence =
      language === 'sv'
        ? `Dokumentet delar inte upp statens bidrag för ${names}: bara ett gemensamt belopp står där, ${amountWords(calculation, language)} (${calculation.label.sv}).`
        : `The document does not split the state's contribution for ${names}: it prints one amount together, ${amountWords(calculation, language)} (${calculation.label.en}).`
    return refused('premise', 'not-split', sentence, { inputs: [{ calculation }], nearest: [calculation.label[language]], confidence: 0.9 })
  }
  return undefined
}

/** Asked to make something up, or to multiply by what no document holds. */
const invented = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const factor =
    cueLinks(frame, 'times').length > 0 &&
    !/\b(hur manga ganger|how many times)\b/i.test(fold(scope.text)) &&
    (frame.unplaced.length > 0 || /\b(antalet|number of)\b/i.test(fold(scope.text)))
  if (!hasCue(frame, 'invent') && !factor) return undefined
  const sentence =
    language === 'sv'
      ? 'Jag svarar bara med det som står i dokumenten eller kan räknas ut ur dem, och det gör inte detta.'
      : 'I answer only with what the documents say or what follows from it, and this does not.'
  return refused('premise', 'out-of-scope', sentence)
}

/** Equity handed from one association to another: what the one says it leaves and what the other counts on. */
const handOver = (scope: Scope): Draft | undefined => {
  const { library, language, frame } = scope
  const hands = mainTargets(frame).some(slot =>
    slot.links.some(({ meaning }) => meaning.kind === 'concept' && meaning.id === 'transferred-in'),
  )
  const [id] = scope.associations
  const giver = id === undefined ? undefined : library.association(id)
  if (!hands || !giver || giver.successor === undefined || scope.associations.length > 2) return undefined
  const name = fold(giver.shortName)
  const expected = library.linesFor(giver.successor, 'transferred-in').filter(line => fold(line.label).includes(name))
  const readings = expected.flatMap(line => run(scope, lookup(line.association, { line: line.key })) ?? [])
  const told = library.facts.filter(
    fact =>
      fact.association === giver.id &&
      (fact.unit === 'kr' || fact.unit === 'tkr' || fact.unit === 'mnkr') &&
      /overfor|over till|fors over|lamna/.test(fold(`${fact.attribute} ${fact.printed}`)),
  )
  const facts = told.flatMap(fact => run(scope, factQuery(fact)) ?? [])
  const distinct = facts.filter((one, at) => facts.findIndex(other => other.result.value === one.result.value) === at)
  if (readings.length === 0 || distinct.length === 0) return undefined
  if (distinct.every(({ result }) => readings.some(reading => reading.result.low <= result.value && result.value <= reading.result.high)))
    return undefined
  const own = distinct.map(one => amountWords(one, language)).join(', ')
  const other = readings.map(one => amountWords(one, language)).join(', ')
  const successor = library.association(giver.successor)?.shortName ?? giver.successor
  const sentence =
    language === 'sv'
      ? `Uppgifterna går isär och inget utfall är känt: ${giver.shortName} skriver ${own}, ${successor} räknar med ${other}.`
      : `The documents differ and no outcome is known: ${giver.shortName} writes ${own}, ${successor} counts on ${other}.`
  return {
    ...refused('premise', 'documents-differ', sentence),
    status: 'ambiguous',
    readings: [...distinct, ...readings].map(calculation => ({ calculation })),
    confidence: 0.8,
  }
}

/** What a question takes for granted and the documents say otherwise. */
export const premises = (scope: Scope): Draft | undefined =>
  invented(scope) ?? existence(scope) ?? unsplit(scope) ?? handOver(scope) ?? surplusOrDeficit(scope)
