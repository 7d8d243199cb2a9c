import type { Nature } from '@finsam/domain'
import type { RowRole } from '../reconcile/grid.ts'
import type { RowSum } from '../reconcile/structure.ts'
import { distance, fold } from '../tables/fold.ts'
import type { RawRow, RawTable } from '../tables/raw-table.ts'
import { accrualOf, speaksOfEquity, wordClasses } from './label-words.ts'
import { printedUnit, unitOfLabel } from './units.ts'

export interface RowMeaning {
  readonly nature: Nature
  readonly role: RowRole
}

/** What the shares of a column are of says nothing of the rows: `Andel av tilldelning`. */
const shareOf = /\bandel(?:ar)?\s+av\s+\p{L}+/giu

/** What each row of a table measures and whether it sums others, from its label, its heading and the table's title. */
export function meaningsOf(table: RawTable): readonly RowMeaning[] {
  const title = table.titles[0]?.text ?? ''
  const heads = table.headers.map(header => header.line.text.replace(shareOf, ' ')).join(' ')
  const ground = natureOfTitle(`${title} ${heads}`)
  let section: Nature | undefined = ground
  let sectionIndex = -1
  let last: Nature | undefined
  const unit = printedUnit(table)?.unit
  return table.rows.map(row => {
    if (row.sectionIndex !== sectionIndex) {
      sectionIndex = row.sectionIndex
      section = natureOfHeading(row.section) ?? section
    }
    const bare = isBare(row.label) ? last : undefined
    const nature = bare ?? natureOf(row, section)
    last = nature
    if (nature === 'result') section = ground
    const own = unitOfLabel(row)
    const role = roleOf(row, nature)
    return { nature, role: own !== undefined && unit !== undefined && own !== unit ? { ...role, apart: true } : role }
  })
}

const isBare = (label: string): boolean => /^(?:summa|totalt?|delsumma)\W*$/i.test(label)

/** What most of a total's parts measure. */
function commonNature(sum: RowSum, meanings: readonly RowMeaning[]): Nature | undefined {
  const natures = sum.parts.flatMap(part => meanings[part.row]?.nature ?? [])
  return natures.find(nature => natures.filter(other => other === nature).length * 2 > natures.length)
}

const summedNatures: ReadonlySet<Nature> = new Set(['income', 'cost', 'asset', 'liability'])

/** Rows whose own words leave it open measure what the total that sums them measures. */
export function refineMeanings(meanings: readonly RowMeaning[], sums: readonly RowSum[], rows: readonly RawRow[]): readonly RowMeaning[] {
  const refined = [...meanings]
  for (const sum of sums) {
    const own = refined[sum.total]
    const shared = isBare(rows[sum.total]?.label ?? '') && sum.kind === 'sum' ? commonNature(sum, refined) : undefined
    if (own && shared) refined[sum.total] = { nature: shared, role: { ...own.role, cost: shared === 'cost' } }
    const nature = refined[sum.total]?.nature
    if (sum.kind !== 'sum' || !nature || !summedNatures.has(nature)) continue
    for (const part of sum.parts) {
      const own = refined[part.row]
      if (own && (own.nature === 'income' || own.nature === 'cost'))
        refined[part.row] = { nature, role: { ...own.role, cost: nature === 'cost' } }
    }
  }
  return refined
}

function natureOfTitle(title: string): Nature | undefined {
  const words = wordClasses(title)
  if (words.has('cash')) return 'cash'
  if (/balans(?:räkning|rakning|budget)/i.test(title)) return undefined
  const accrual = accrualOf(title)
  if (accrual) return accrual
  if (words.has('asset') && !words.has('cost') && !words.has('income') && !words.has('liability')) return 'asset'
  if (words.has('liability')) return 'liability'
  if (words.has('income') && !words.has('cost')) return 'income'
  if (words.has('cost') && !words.has('income')) return 'cost'
  return undefined
}

function natureOfHeading(heading: string): Nature | undefined {
  if (heading === '') return undefined
  const last = heading.split(' / ').at(-1) ?? heading
  const words = wordClasses(last)
  if (speaksOfEquity(last) && !words.has('liability')) return 'equity'
  const accrual = accrualOf(last)
  if (accrual) return accrual
  if (words.has('asset')) return 'asset'
  if (words.has('liability')) return 'liability'
  if (words.has('cost') && words.has('income')) return undefined
  if (words.has('cost')) return 'cost'
  if (words.has('income')) return 'income'
  if (/administration|insatser|verksamhet|projekt/i.test(last)) return 'cost'
  return undefined
}

/** Funds of earlier years that a budget counts in. */
const usesEquity =
  /(?:överskott|overskott|medel)\s+fr[åa]n\s+(?:tidigare|föregående|foreg)|ianspr[åa]ktag|(?:uttag|medel|täckning)\s+(?:ur|av|från|fran|med)\s+eget\s+kapital/i

/** What interest yields less what it costs: signed like income. */
const ofFinance = /^\W*(?:finansnetto|finansiella\s+poster)/i

/** A row of heads in a table of money: `Deltagare`, `Deltagare totalt`, `Deltagare i insatser`. */
const countedRow = /^\W*(?:deltagare|personer|individer|årsarbetare)(?:\s+(?:(?:i|på|inom)\s+)?\p{L}+)?\W*$/iu

/** What a roll-forward of nothing named begins and ends with. */
const balanceOfEquity = /^\W*(?:(?:ing[åa]ende|utg[åa]ende)\s+balans|[iu]b)(?:\s|$)/i

function natureOf(row: RawRow, section: Nature | undefined): Nature {
  const label = row.label
  const words = wordClasses(label)
  if (isPercentRow(row) || words.has('share') || /(?:^|[\s,(])%\)?$|\bprocent\b/i.test(label)) return 'share'
  if (words.has('count') || countedRow.test(label)) return 'count'
  if (usesEquity.test(label)) return 'equity'
  if (ofFinance.test(label)) return 'income'
  if (words.has('broughtForward') || (speaksOfEquity(label) && !words.has('liability')))
    return words.has('result') && !words.has('broughtForward') ? 'result' : 'equity'
  if (words.has('result') && !/\bresultaträkning/i.test(label)) return 'result'
  if (balanceOfEquity.test(label) && section !== 'asset' && section !== 'liability' && section !== 'cash') return 'equity'
  if (words.has('cash')) return 'cash'
  if (section === 'cash') return 'cash'
  const accrual = accrualOf(label)
  if (accrual) return accrual
  if (words.has('liability')) return 'liability'
  if (section === 'asset' || (section === 'liability' && !words.has('asset'))) return section
  if (words.has('asset') && section !== 'cost' && section !== 'income') return 'asset'
  if (label === '' && section) return section
  const total = words.has('total')
  if (words.has('income') && (total || !words.has('cost')) && section !== 'cost' && section !== 'liability') return 'income'
  if (words.has('cost') && section !== 'income' && section !== 'liability') return 'cost'
  if (words.has('income') && total) return 'income'
  if (words.has('cost') && total) return 'cost'
  if (section) return section
  return words.has('member') ? 'income' : 'cost'
}

/** Whether a row's amounts are printed with a percent sign; one that stands before them (`Kurator ca 60% 400 000`) belongs to the label. */
export const isPercentRow = (row: RawRow): boolean => {
  const amounts = row.readings[0]?.cells.flatMap(cell => cell ?? []) ?? []
  const begin = amounts[0]?.start ?? 0
  const signs = row.draft.tail.filter(token => /%$/.test(token.text) && token.start >= begin).length
  return signs > 0 && signs >= amounts.length
}

/** Which side of a balance a total closes: `Summa tillgångar`, `Summa eget kapital och skulder`. */
function balanceSide(label: string): 'assets' | 'claims' | undefined {
  if (speaksOfEquity(label) && /skuld|avs[aäi]+ttning/i.test(label)) return 'claims'
  const last = fold(label).replace(/^(?:summa|totalt?|totala)/, '')
  return distance(last, 'tillgangar', 2) <= 2 ? 'assets' : undefined
}

function roleOf(row: RawRow, nature: Nature): RowRole {
  const words = wordClasses(row.label)
  const heading = fold(row.section.split(' / ').at(-1) ?? '')
  const own = fold(row.label)
  const repeats = own.length >= 5 && heading.length >= 5 && distance(own, heading, 1) <= (own.length >= 8 ? 1 : 0)
  const strong = row.label === '' || words.has('total') || repeats
  const opening = words.has('opening') || (words.has('broughtForward') && !words.has('closing') && !/prel/i.test(row.label))
  const closing = !opening && (words.has('closing') || (words.has('broughtForward') && /prel|efter/i.test(row.label)))
  const result =
    closing ||
    nature === 'result' ||
    words.has('flow') ||
    /prel.*balans|^medel från|^medel fran|före förändring|fore forandring/i.test(row.label)
  const balance = strong && words.has('total') ? balanceSide(row.label) : undefined
  return {
    ...(balance ? { balance } : {}),
    total: strong ? 'strong' : result ? 'result' : 'none',
    ofWhich: words.has('ofWhich'),
    cost: nature === 'cost',
    opening,
    closing: closing || /prel.*balanserat/i.test(row.label),
    apart: nature === 'share' || nature === 'count',
  }
}
