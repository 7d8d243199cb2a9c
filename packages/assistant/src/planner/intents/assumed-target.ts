import type { Target } from '@finsam/domain'
import { fold } from '../../words/fold.ts'
import { narrowed } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { topicsOf } from '../frame.ts'
import type { Scope } from '../scope.ts'

export const targetOf = (scope: Scope, slot: Slot, association: string): Target | undefined => {
  for (const { meaning } of narrowed(scope, association, slot).links) {
    if (meaning.kind === 'lines') {
      const keys = meaning.names.filter(({ coverage }) => coverage >= 0.6).flatMap(({ name }) => name.keysIn(association))
      const key = keys.find(candidate => scope.library.line(candidate)?.unit === 'kr')
      if (key) return { line: key }
    }
    if (meaning.kind === 'concept')
      return { concept: meaning.id === 'equity' || meaning.id === 'brought-forward' ? 'closing-equity' : meaning.id }
    if (meaning.kind === 'measure') return { measure: meaning.id }
    if (meaning.kind === 'member')
      return scope.library.member(meaning.id)?.kind === 'state' ? { concept: 'contribution-state' } : { member: meaning.id }
  }
  return undefined
}

export const percentIn = (scope: Scope): number | undefined => {
  const named = scope.frame.amounts.find(({ amount }) => amount.unit === 'percent')
  if (named) return named.amount.value
  if (!topicsOf(scope.frame).includes('limit')) return undefined
  const joined = scope.frame.amounts.find(
    ({ amount, at }) => amount.unit === 'none' && /procent|percent/.test(scope.frame.words[at + 1]?.token.folded ?? ''),
  )
  return joined?.amount.value ?? (/(tio|ten)[ -]?(procent|per ?cent)/.test(fold(scope.text)) ? 10 : undefined)
}
