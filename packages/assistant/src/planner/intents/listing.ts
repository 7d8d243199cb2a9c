import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { cueLinks, hasCue } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { candidatePicks } from './candidate-lines.ts'
import { pickLabel } from './look-up.ts'

const imperative = /^(lista|rakna|ange|namn|list|name|enumerate|visa|show|ge|give|samtliga|alla|all)$/
const allOf = /^(alla|samtliga|varje|all|every|each|the|de)$/

/** Whether each of a kind is asked for: `lista …`, `vilka insatser finansieras`. */
const asksForAll = (scope: Scope): boolean =>
  cueLinks(scope.frame, 'list').some(({ tokens }) => {
    const first = scope.frame.words[tokens[0] ?? 0]?.token.folded ?? ''
    const next = scope.frame.words[(tokens.at(-1) ?? 0) + 1]?.token.folded ?? ''
    return imperative.test(first) || (/^(vilka|which)$/.test(first) && /(er|or|ar|na|s|team|projekt)$/.test(next) && !allOf.test(next))
  })

/** `Lista alla individinsatser`: the rows of a kind or group, each with its amount. */
export const listing = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1 || !asksForAll(scope)) return undefined
  if (hasCue(frame, 'change', 'share', 'exceeded', 'undershot', 'not', 'project', 'highest', 'lowest', 'average', 'together'))
    return undefined
  const picks = candidatePicks(scope, association)
  if (picks.length < 2) return undefined
  const list = listWords(
    picks.map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`),
    language,
  )
  return answered(
    'listing',
    `${associationWords(scope.library, association)}: ${list}.`,
    picks.map(pick => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    { notes: defaultNotes(scope, picks.slice(0, 1)), confidence: Math.min(...picks.map(pick => pick.certainty)) },
  )
}
