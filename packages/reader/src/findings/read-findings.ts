import type { Fact, Statement } from '@finsam/domain'
import type { Sentence } from '../facts/sentence.ts'
import type { TextDocument } from '../text/text-document.ts'
import { amountsOf } from './amounts.ts'
import { checkBroughtForward } from './check-brought-forward.ts'
import { checkCeiling } from './check-ceiling.ts'
import { checkComparability } from './check-comparability.ts'
import { checkContributionShares } from './check-contribution-shares.ts'
import { checkDecreaseLimit } from './check-decrease-limit.ts'
import { checkDisagreement } from './check-disagreement.ts'
import { checkExceeded } from './check-exceeded.ts'
import { checkParticipants } from './check-participants.ts'
import { checkTextAgainstTable } from './check-text-against-table.ts'
import { checkToldShare } from './check-told-share.ts'
import { checkToldTotal } from './check-told-total.ts'
import type { Check, Checked } from './finding-context.ts'

const checks: readonly Check[] = [
  checkCeiling,
  checkContributionShares,
  checkDecreaseLimit,
  checkBroughtForward,
  checkComparability,
  checkDisagreement,
  checkTextAgainstTable,
  checkToldShare,
  checkToldTotal,
  checkParticipants,
  checkExceeded,
]

/** What the checks of prose, policy and comparison look at. */
export interface Readings {
  readonly document: TextDocument
  readonly statements: readonly Statement[]
  readonly facts: readonly Fact[]
  readonly sentences: readonly Sentence[]
  readonly fiscalYear: number | undefined
}

/** Compares the prose with the tables, with itself and with what it says the rules are; returns what does not fit, and facts that follow. */
export function readFindings(readings: Readings): Checked {
  const context = { ...readings, amounts: amountsOf(readings.statements) }
  const results = checks.map(check => check(context))
  return { findings: results.flatMap(result => result.findings), facts: results.flatMap(result => result.facts) }
}
