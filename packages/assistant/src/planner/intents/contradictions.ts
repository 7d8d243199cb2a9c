import type { Calculation } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import { stem } from '../../words/stem.ts'
import { tokenize } from '../../words/tokenize.ts'
import type { Pick } from '../pick-target.ts'
import { factQuery, run, type Scope } from '../scope.ts'

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    tokenize(text)
      .filter(token => token.kind === 'word' && token.folded.length > 4)
      .map(token => stem(fold(token.folded))),
  )

const placeStems = (scope: Scope): ReadonlySet<string> => new Set([...scope.catalogue.places].map(stem))

const partStems = (scope: Scope, pick: Pick): ReadonlySet<string> =>
  new Set(
    [...stemsOf(pick.calculation.label.sv), ...pick.tokens.flatMap(at => scope.frame.words[at]?.forms.map(form => form.stem) ?? [])].filter(
      word => !placeStems(scope).has(word) && !/^(summ|kostnad|intakt|total|budget|utfall|prognos|verksamh)/.test(word),
    ),
  )

const near = (one: ReadonlySet<string>, text: ReadonlySet<string>): boolean => [...one].some(word => word.length > 4 && text.has(word))

/** `av insatsfinansieringen`: the fact's own words say that it is a share of the whole. */
const isOf = (attribute: string, whole: ReadonlySet<string>): boolean => {
  const [first, ...rest] = tokenize(attribute).slice(0, 4)
  return (
    (first?.folded === 'av' || first?.folded === 'of') &&
    rest.some(token =>
      [...whole].some(word => word.length > 4 && (token.stem.startsWith(word.slice(0, 6)) || word.startsWith(token.stem.slice(0, 6)))),
    )
  )
}

/** Shares that the prose gives for the same part and whole, and that rounding does not bring together with the computed one. */
export const contradictions = (
  scope: Scope,
  computed: Calculation,
  part: Pick,
  whole: Pick,
): readonly { readonly calculation: Calculation; readonly text: string }[] => {
  const wholeWords = partStems(scope, whole)
  const partWords = partStems(scope, part)
  return scope.library.facts.flatMap(fact => {
    if (fact.association !== part.association || fact.unit !== 'percent' || typeof fact.value !== 'number') return []
    if (/target|goal|policy|rule|legal/.test(fact.kind) || /\b(mal|malet|ska|bor)\b/i.test(fact.attribute)) return []
    const around = stemsOf(`${fact.subject} ${fact.attribute} ${sentenceAround(fact.context, fact.printed)}`)
    if (!near(partWords, around) || !isOf(fact.attribute, wholeWords)) return []
    const difference = Math.abs(fact.value - computed.result.value)
    if (difference <= 0.5 || difference > 10) return []
    const calculation = run(scope, factQuery(fact))
    return calculation ? [{ calculation, text: `${fact.source.document}, rad ${fact.source.line}` }] : []
  })
}

/** The sentence of a context that holds the printed words; the whole where it cannot be told. */
const sentenceAround = (context: string, printed: string): string => {
  const sentences = context.split(/(?<=[.!?])\s+/)
  return sentences.find(sentence => printed !== '' && sentence.includes(printed)) ?? context
}
