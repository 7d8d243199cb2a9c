import { headerAtoms } from '../tables/header-atoms.ts'
import { dayIn } from '../tables/header-columns.ts'
import type { RawTable } from '../tables/raw-table.ts'
import type { ColumnPlan } from './column-plan.ts'

const ofPopulation = /^\W*(?:antal\s+)?(?:inv[åa]nar\p{L}*|befolkning\p{L}*|folkm[äa]ngd\p{L}*)/iu
const ofMoney = /kr\b|kronor|bidrag|kostnad|belopp|\bper\s+inv/i

/** The heading that calls a single column of numbers a population: `Invånare 16–64 år 2023-12-31`. */
export function populationCaption(table: RawTable): string | undefined {
  if (table.columns !== 1 || table.headers.some(({ atoms }) => atoms.some(atom => atom.scenario !== undefined))) return undefined
  const heads = [
    ...table.headers.map(({ line }) => line.text),
    table.rows[0]?.section.split(' / ').at(-1) ?? '',
    table.titles[0]?.text ?? '',
  ]
  const [caption] = heads.filter(text => /\p{L}/u.test(text))
  return caption !== undefined && ofPopulation.test(caption) && !ofMoney.test(caption) ? caption.trim() : undefined
}

/** The column of a list of populations, of the day or year that its heading names. */
export function populationPlan(table: RawTable): ColumnPlan | undefined {
  const caption = populationCaption(table)
  if (caption === undefined) return undefined
  const when = headerAtoms(caption)
  const day = dayIn(caption) ?? when.find(atom => atom.kind === 'day')?.when
  const year = when.find(atom => atom.kind === 'year')?.when
  return { text: caption, measure: 'population', ...(year ? { year: Number(year) } : {}), days: day ? [day] : [], because: [] }
}
