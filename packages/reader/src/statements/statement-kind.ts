import type { StatementKind } from '@finsam/domain'
import type { RawTable } from '../tables/raw-table.ts'
import { speaksOfEquity, wordClasses } from './label-words.ts'
import type { RowMeaning } from './row-roles.ts'

const titled: readonly (readonly [RegExp, StatementKind])[] = [
  [/kassafl/i, 'cash-flow'],
  [/balans(?:r|b)|balansposter/i, 'balance'],
  [/driftredov|driftsredov|budgetavr|budgetuppf|verksamhetens utfall/i, 'operating'],
  [/resultat(?:r|b|plan)/i, 'income'],
  [/^\W*not(?:er)?\s*\d/i, 'note'],
  [/femårs|flerårs|nyckeltal|översikt|oversikt|i sammandrag/i, 'overview'],
]

/** The kind of a statement, from its title, else from what its rows measure and its columns hold. */
export function kindOfStatement(table: RawTable, meanings: readonly RowMeaning[], titles: readonly string[]): StatementKind {
  const header = table.headers.map(line => line.line.text).join(' ')
  const paid = /kr|belopp/i.test(header) || wordClasses(header).has('income') || paysBeside(table)
  if (/befolkning|invånar|invanar|folkmängd|folkmangd/i.test(header) && !paid) return 'distribution-key'
  const equity = meanings.filter(
    (meaning, index) => meaning.role.opening || meaning.role.closing || speaksOfEquity(table.rows[index]?.label ?? ''),
  ).length
  const results = meanings.filter(meaning => meaning.nature === 'result').length
  if (equity >= 2 && equity + results === meanings.length && results >= 1) return 'equity-rollforward'
  const near = titles.slice(0, 2).flatMap(title => titled.find(([pattern]) => pattern.test(title.trim()))?.[1] ?? [])[0]
  const natures = new Set(meanings.map(meaning => meaning.nature))
  if (near && near !== 'balance') return near === 'income' && !natures.has('income') && !natures.has('cost') ? 'other' : near
  if (natures.has('asset') && (natures.has('equity') || natures.has('liability'))) return 'balance'
  if (near) return near
  return kindByContent(table, meanings)
}

/** Whether a head that counts inhabitants has columns that say nothing but their year: what is paid. */
const paysBeside = ({ head = [] }: RawTable): boolean =>
  head.some(({ measure }) => measure === 'population') && head.some(({ measure, year }) => measure === undefined && year !== undefined)

function kindByContent(table: RawTable, meanings: readonly RowMeaning[]): StatementKind {
  const has = (nature: RowMeaning['nature']): number => meanings.filter(meaning => meaning.nature === nature).length
  if (has('share') === meanings.length) return 'shares'
  if (has('income') > 0 && has('cost') > 0) return 'income'
  const members = table.rows.filter(row => wordClasses(row.label).has('member')).length
  if (has('income') > 0 && members * 2 >= meanings.length) return 'funding'
  if (has('cost') > 0 && has('cost') * 2 >= meanings.length) return 'income'
  if (has('income') > 0) return 'income'
  return 'other'
}
