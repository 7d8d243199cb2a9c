import type { PlacedValue } from './golden-figures.ts'

const lineOf = (place: string): string => place.slice(0, place.indexOf(' '))
const isAnyPeriod = (place: string): boolean => place.endsWith('any period')
const describeValue = ({ amount, status, alternatives }: PlacedValue): string =>
  `${amount ?? 'nothing'} (${status}${alternatives.length > 1 ? ` of ${[...alternatives].sort((a, b) => a - b).join(', ')}` : ''})`

/** The value is a certain zero that no column can claim: three zeros printed for four columns. */
const isUnplacedZero = ({ status, amount, alternatives }: PlacedValue): boolean =>
  status === 'ambiguous' && amount === 0 && alternatives.every(alternative => alternative === 0)

function meets(wanted: PlacedValue, read: PlacedValue): boolean {
  if (isUnplacedZero(wanted)) return read.amount === 0
  if (wanted.status === 'missing') return read.amount === null
  if (wanted.status !== 'ambiguous') return read.amount === wanted.amount && [wanted.status, 'confirmed'].includes(read.status)
  const same = describeValue({ ...read, amount: null }) === describeValue({ ...wanted, amount: null })
  return same && (read.amount === null || wanted.alternatives.includes(read.amount))
}

const mayBeAbsent = (wanted: PlacedValue): boolean => wanted.status === 'missing' || isUnplacedZero(wanted)

/**
 * What was read differently from the golden figures, one sentence for each difference, in the order of the document.
 * Values are met by place: the source line with the scenario and period of the column.
 *
 * @example  findDifferences([…line 690 forecast −5127 repaired], [… −51270 printed])
 *           // → ['690 forecast 2022-01-01..2022-12-31, Verksamhetens nettokostnad: wanted -5127000 (repaired), read -51270000 (printed)']
 */
export function findDifferences(golden: readonly PlacedValue[], read: readonly PlacedValue[]): readonly string[] {
  const left = [...read]
  const take = (fits: (value: PlacedValue) => boolean): PlacedValue | undefined => {
    const index = left.findIndex(fits)
    return index < 0 ? undefined : left.splice(index, 1)[0]
  }
  const atPlaceOf =
    (wanted: PlacedValue) =>
    (value: PlacedValue): boolean =>
      isAnyPeriod(wanted.place) ? lineOf(value.place) === lineOf(wanted.place) : value.place === wanted.place
  const unmet = golden.filter(wanted => take(value => atPlaceOf(wanted)(value) && meets(wanted, value)) === undefined)
  const differing = unmet.flatMap(wanted => {
    const instead = take(atPlaceOf(wanted))
    if (instead === undefined && mayBeAbsent(wanted)) return []
    const found = instead === undefined ? 'read nothing there' : `read ${describeValue(instead)}`
    return [`${wanted.place}, ${wanted.label}: wanted ${describeValue(wanted)}, ${found}`]
  })
  const extra = left
    .filter(({ amount }) => amount !== null)
    .map(value => `${value.place}, ${value.label}: wanted nothing, read ${describeValue(value)}`)
  return [...differing, ...extra].sort((a, b) => Number(lineOf(a)) - Number(lineOf(b)))
}
