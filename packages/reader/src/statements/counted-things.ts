import { lineCells } from '../tables/line-cells.ts'
import type { RawTable } from '../tables/raw-table.ts'
import { speaksOfEquity, wordClasses } from './label-words.ts'
import { populationCaption } from './population.ts'
import { isPercentRow } from './row-roles.ts'
import type { Amount, UnitTask } from './unit-amounts.ts'
import { unitOfText } from './units.ts'

/** No statement in thousands of kronor is made of amounts as small as these alone. */
const mostCounted = 100

/**
 * Whether a table holds points, weeks or numbers of persons and no money: small whole numbers under headings that do not speak of
 * money, and few labels that do, in a document that declares no unit.
 */
export function countsThings({ table }: UnitTask, own: readonly Amount[], declared: boolean): boolean {
  if (populationCaption(table) !== undefined || scores(table) || countsInRows(table)) return true
  if (isScored(table, own)) return true
  if (own.some(amount => amount.value >= 1_000 || !Number.isInteger(amount.value))) return false
  if (columnsOfPersons(table)) return true
  const captions = [
    ...table.headers.map(header => header.line.text),
    ...table.titles.slice(0, 2).map(title => title.text),
    table.rows[0]?.section ?? '',
  ]
  if (countedCaption(table)) return true
  const labels = table.rows.filter(row => speaksOfMoney(row.label)).length
  const told = table.headers.some(header => header.atoms.some(atom => atom.scenario !== undefined))
  const measures = table.headers.flatMap(header => header.atoms.map(atom => atom.measure ?? (atom.kind === 'unit' ? 'amount' : undefined)))
  const counting = measures.some(measure => measure === 'count' || measure === 'participants')
  if (counting && !told && !measures.some(measure => measure === 'cost' || measure === 'income' || measure === 'amount')) return true
  if (captions.some(speaksOfMoney) || labels * 2 >= table.rows.length) return false
  const counted = table.rows.filter(row => wordClasses(row.label).has('counted')).length
  if (captions.some(text => wordClasses(text).has('counted')) || counted * 2 >= table.rows.length) return true
  const small = own.every(amount => amount.value < mostCounted)
  return small && !declared && !told
}

/** Grades go to ten at most. */
const mostScore = 10

/** Whether a table holds means of answers on a scale: `Enkäten, medelvärde på en femgradig skala`. */
const isScored = ({ titles, headers }: RawTable, own: readonly Amount[]): boolean =>
  own.every(amount => amount.value <= mostScore) &&
  [...titles.slice(0, 2), ...headers.map(({ line }) => line)].some(({ text }) => /medelv[aä]rde|skala|betyg|enk[aä]t|po[aä]ng/i.test(text))

const isCounted = (text: string): boolean => {
  const words = wordClasses(text)
  return (words.has('counted') || words.has('scored')) && !speaksOfMoney(text)
}

/** Whether most rows that are no shares name what is counted, measured or waited for: `Antal anställda`, `Väntetid, veckor`. */
function countsInRows({ rows }: RawTable): boolean {
  const labels = rows.filter(row => !isPercentRow(row) && !wordClasses(row.label).has('share')).map(row => row.label)
  return labels.length >= 2 && labels.filter(isCounted).length * 3 >= labels.length * 2 && !labels.some(speaksOfMoney)
}

/** Whether columns are named by what is scored: `Sannolikhet | Konsekvens | Riskvärde`. */
const scores = ({ headers, columnWords, titles }: RawTable): boolean =>
  [...headers.map(({ line }) => line.text), (columnWords ?? []).join(' '), titles[0]?.text ?? ''].some(
    text => text.split(/[\s|]+/).filter(word => wordClasses(word).has('scored')).length >= 2 && !speaksOfMoney(text),
  )

/** Whether what stands right over the rows says that things are counted, and names no money: `Antal deltagare per insats`. */
function countedCaption({ titles, rows, headers }: RawTable): boolean {
  const over = [
    titles[0]?.text ?? '',
    rows[0]?.section ?? '',
    ...headers.filter(({ atoms }) => !atoms.some(atom => atom.scenario)).map(({ line }) => line.text),
  ]
  const money = /kostnad|belopp|budget\s+per|\bper\s+deltagare|bidrag|medel/i
  const head = headers.some(({ line }) => unitOfText(line.text) !== undefined)
  return !head && over.some(text => wordClasses(text).has('counted') && unitOfText(text) === undefined && !money.test(text))
}

/** Whether most columns are named by whom they count: `Kvinnor`, `Män`, `Avslutade`. */
function columnsOfPersons({ columnWords, cellIndexes, headers }: RawTable): boolean {
  const cells = cellIndexes && headers.flatMap(({ line }) => lineCells(line.text).cells).map(cell => cell.text)
  const words = (columnWords ?? cells ?? []).filter(word => /\p{L}/u.test(word))
  const headed = words.filter(word => wordClasses(word).has('headed')).length
  return headed >= 2 && headed * 2 >= words.length - 1 && !words.some(speaksOfMoney)
}

const moneyClasses = ['income', 'cost', 'result', 'asset', 'liability', 'cash', 'broughtForward'] as const
const speaksOfMoney = (text: string): boolean => {
  // What is done for participants is a cost where amounts are; the word alone is not money.
  const words = wordClasses(text.replace(/\p{L}*insats\p{L}*/giu, ''))
  return (
    speaksOfEquity(text) ||
    unitOfText(text) !== undefined ||
    moneyClasses.some(name => words.has(name)) ||
    /budget|ekonomi|belopp/i.test(text)
  )
}
