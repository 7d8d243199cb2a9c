import type { Nature } from '../model/reading.ts'

/** The lines that associations share, whatever each calls them. Definitions and names stand in `concept-table.ts`. */
export type ConceptId =
  | 'contributions'
  | 'contribution-state'
  | 'contribution-region'
  | 'contribution-municipality'
  | 'contributions-municipalities'
  | 'other-income'
  | 'brought-forward'
  | 'transferred-in'
  | 'available-funds'
  | 'total-income'
  | 'administration'
  | 'board'
  | 'office'
  | 'audit'
  | 'accounting'
  | 'information'
  | 'other-administration'
  | 'initiatives'
  | 'initiatives-individual'
  | 'initiatives-structural'
  | 'initiative'
  | 'total-costs'
  | 'net-cost'
  | 'financial-income'
  | 'financial-cost'
  | 'result'
  | 'opening-equity'
  | 'closing-equity'
  | 'equity'
  | 'assets'
  | 'current-assets'
  | 'receivables'
  | 'prepaid-costs'
  | 'cash'
  | 'liabilities'
  | 'current-liabilities'
  | 'equity-and-liabilities'
  | 'cash-flow'
  | 'cash-flow-operations'
  | 'opening-cash'
  | 'closing-cash'
  | 'participants'
  | 'population'
  | 'employees'

/** Concepts computed from others, never printed as such. */
export type MeasureId =
  | 'year-result'
  | 'contributions-total'
  | 'administration-share'
  | 'individual-share'
  | 'structural-share'
  | 'equity-ratio'
  | 'equity-to-contributions'
  | 'current-ratio'
  | 'cost-per-participant'
  | 'contribution-per-inhabitant'
  | 'contribution-per-member'
  | 'own-funds-used'
  | 'budget-use'

/** A line that associations share, with its place in the tree and its names in both languages. */
export interface Concept {
  readonly id: ConceptId
  readonly nature: Nature
  readonly parent?: ConceptId
  readonly sv: { readonly name: string; readonly synonyms: readonly string[]; readonly definition: string }
  readonly en: { readonly name: string; readonly synonyms: readonly string[]; readonly definition: string }
}
