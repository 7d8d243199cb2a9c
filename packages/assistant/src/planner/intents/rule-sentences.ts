import type { Calculation, Query } from '@finsam/domain'
import { amountWords, associationWords, pointWords } from '../../answer/wording.ts'
import type { Scope } from '../scope.ts'

export type RuleName = Extract<Query, { op: 'check' }>['rule']

export const partsOfSplit = (check: Calculation): readonly Calculation[] => check.inputs.flatMap(share => share.inputs.slice(0, 1))

export const splitSentence = (scope: Scope, association: string, check: Calculation): string => {
  const { language } = scope
  const holds = check.verdict?.holds === true
  const [state, region, municipal] = check.inputs.map((share, at) => {
    const part = partsOfSplit(check)[at]
    return `${amountWords(share, language)}${part ? ` (${amountWords(part, language)})` : ''}`
  })
  const name = associationWords(scope.library, association)
  const point = pointWords(partsOfSplit(check)[0] ?? check, language)
  return language === 'sv'
    ? `fördelningen 50/25/25 ${holds ? 'håller' : 'håller inte'} i ${name}, ${point}: staten ${state}, regionen ${region} och kommunerna tillsammans ${municipal}.`
    : `the split 50/25/25 ${holds ? 'holds' : 'does not hold'} in ${name}, ${point}: the state ${state}, the region ${region} and the municipalities together ${municipal}.`
}

export const limitSentence = (scope: Scope, association: string, check: Calculation, rule: RuleName): string => {
  const { language } = scope
  const holds = check.verdict?.holds === true
  const [measured, limit] = check.inputs
  const name = associationWords(scope.library, association)
  const [is, bound] = [measured ? amountWords(measured, language) : '', limit ? amountWords(limit, language) : '']
  if (rule === 'ten-percent-limit') {
    return language === 'sv'
      ? `spärren ${holds ? 'hålls' : 'hålls inte'} för ${name}: tilldelningen minskar med ${is}, spärren är ${bound}.`
      : `the limit ${holds ? 'is kept' : 'is not kept'} for ${name}: the allotment falls by ${is}, the limit is ${bound}.`
  }
  return language === 'sv'
    ? `det egna kapitalet i ${name} ${holds ? 'ligger inom' : 'ligger över'} taket: ${is} mot högst ${bound}.`
    : `the equity of ${name} is ${holds ? 'within' : 'above'} the ceiling: ${is} against at most ${bound}.`
}

/** The two sides of the latest balance: a check of several tells how far apart each one's are. */
export const identitySides = (check: Calculation): readonly Calculation[] => {
  const [latest] = check.inputs
  return latest?.operation === 'change' ? latest.inputs.toReversed() : check.inputs.slice(0, 2)
}

const identities = ['balance-identity', 'equity-rollforward', 'cash-flow'] as const
type Identity = (typeof identities)[number]
export const isIdentity = (rule: RuleName): rule is Identity => identities.some(identity => identity === rule)

/** What is held against what, the sum of the parts first. */
const identityWords: Readonly<Record<Identity, Readonly<Record<'sv' | 'en', (name: string, holds: boolean) => string>>>> = {
  'balance-identity': {
    sv: (name, holds) => `balansräkningen i ${name} ${holds ? 'går ihop' : 'går inte ihop'}: eget kapital och skulder mot tillgångar är`,
    en: (name, holds) =>
      `the balance sheet of ${name} ${holds ? 'balances' : 'does not balance'}: equity and liabilities against assets are`,
  },
  'equity-rollforward': {
    sv: (name, holds) =>
      `det egna kapitalet i ${name} ${holds ? 'stämmer' : 'stämmer inte'} med resultatet: ingående eget kapital plus resultatet mot det tryckta utgående är`,
    en: (name, holds) =>
      `the equity of ${name} ${holds ? 'agrees' : 'does not agree'} with the result: opening equity plus the result against the printed closing equity are`,
  },
  'cash-flow': {
    sv: (name, holds) =>
      `kassaflödet i ${name} ${holds ? 'går ihop' : 'går inte ihop'}: likvida medel vid periodens början plus kassaflödet mot dem vid dess slut är`,
    en: (name, holds) =>
      `the cash flow of ${name} ${holds ? 'adds up' : 'does not add up'}: opening cash plus the cash flow against closing cash are`,
  },
}

export const identitySentence = (scope: Scope, association: string, check: Calculation, rule: Identity): string => {
  const { language } = scope
  const name = associationWords(scope.library, association)
  const sides = identitySides(check).map(side => amountWords(side, language))
  return `${identityWords[rule][language](name, check.verdict?.holds === true)} ${sides.join(language === 'sv' ? ' mot ' : ' against ')}.`
}

export const balanceSentence = (scope: Scope, association: string, check: Calculation): string => {
  const { language } = scope
  const holds = check.verdict?.holds === true
  const [result] = check.inputs
  const name = associationWords(scope.library, association)
  const amount = result ? amountWords(result, language) : ''
  return language === 'sv'
    ? `årets intäkter ${holds ? 'täcker' : 'täcker inte'} årets kostnader i ${name}: resultatet är ${amount}.`
    : `the year's income ${holds ? 'covers' : 'does not cover'} the year's costs in ${name}: the result is ${amount}.`
}

/** An amount that decides can be read in several ways: neither yes nor no. */
export const undecidedSentence = ({ library, language }: Scope, association: string, check: Calculation): string => {
  const name = associationWords(library, association)
  const rule = check.label[language]
  return language === 'sv'
    ? `Det går inte att avgöra för ${name}: något av beloppen bakom ”${rule}” kan läsas på flera sätt.`
    : `It cannot be decided for ${name}: one of the amounts behind “${rule}” can be read in several ways.`
}
