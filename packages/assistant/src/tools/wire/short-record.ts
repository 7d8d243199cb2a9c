import { isMoney } from '@finsam/domain'
import type { Citation } from '../../answer/answer.ts'
import { amountText } from './amount-text.ts'
import type { CalculationRecord } from './calculation-record.ts'
import type { FigureRecord, Sharable, WireFigure } from './figure-record.ts'

/** So few figures are given with all that went into them. */
const fewFigures = 4

/** Places that a computed figure names at most; `detail: "full"` has each under its own input. */
const mostPlaces = 3

/** What was asked for alone: each figure bears the places of what went into it, each told once in a reply, and its formula the numbers. */
function answersAlone(figures: readonly FigureRecord[]): readonly FigureRecord[] {
  const byId = new Map(figures.map(figure => [figure.id, figure]))
  const placesOf = ({ sources, calculation }: FigureRecord): readonly Citation[] => [
    ...sources,
    ...(calculation?.inputs ?? []).flatMap(id => {
      const input = byId.get(id)
      return input ? placesOf(input) : []
    }),
  ]
  const told = new Set<string>()
  return figures
    .filter(({ role }) => role !== 'input')
    .map(figure => {
      const places = new Map(placesOf(figure).map(place => [`${place.document}:${place.line}`, place]))
      const sources = [...places].flatMap(([key, place]) => (told.has(key) ? [] : [place])).slice(0, mostPlaces)
      for (const { document, line } of sources) told.add(`${document}:${line}`)
      return { ...figure, sources, ...(figure.calculation ? { calculation: { ...figure.calculation, inputs: [] } } : {}) }
    })
}

/** Whether the interval is narrower than what is shown of the value: a whole krona, the last digit of a share. */
const isNarrow = ({ value, low, high, unit }: FigureRecord): boolean =>
  isMoney(unit) ? high - low <= 1 : amountText(low, unit) === amountText(value, unit) && amountText(high, unit) === amountText(value, unit)

const sharable: readonly Sharable[] = ['role', 'unit', 'kind', 'association', 'period', 'scenario', 'mapping']

/** The fields that are the same in all figures. */
function sharedBy(figures: readonly FigureRecord[]): readonly Sharable[] {
  const [first] = figures
  if (!first || figures.length === 1) return []
  return sharable.filter(field => {
    const own = JSON.stringify(first[field])
    return own !== undefined && figures.every(figure => JSON.stringify(figure[field]) === own)
  })
}

function without(figure: FigureRecord, left: ReadonlySet<string>): WireFigure {
  const { label, value, sources } = figure
  return { ...Object.fromEntries(Object.entries(figure).filter(([key]) => !left.has(key))), label, value, sources }
}

export interface ShortRecord extends Omit<CalculationRecord, 'figures'> {
  readonly shared?: Partial<Pick<FigureRecord, Sharable>>
  readonly figures: WireFigure[]
}

/** The record with what was asked for alone, unless there are only few figures. */
export function briefRecord(record: CalculationRecord): CalculationRecord {
  if (record.figures.length <= fewFigures) return record
  const figures = [...answersAlone(record.figures)]
  const left = record.figures.length - figures.length
  return left === 0
    ? record
    : { ...record, figures, notes: [...record.notes, `detail "full" gives the ${left} figures that went into these.`] }
}

/** A record as it goes on the wire: what all figures share stands once, intervals too narrow to show are left out. */
export function shortRecord({ figures, ...rest }: CalculationRecord): ShortRecord {
  const common = sharedBy(figures)
  const hasInputs = figures.some(({ calculation }) => (calculation?.inputs.length ?? 0) > 0)
  const always = [...common, ...(hasInputs ? [] : ['id'])]
  const [first] = figures
  return {
    ...(first && common.length > 0 ? { shared: Object.fromEntries(common.map(field => [field, first[field]])) } : {}),
    figures: figures.map(figure => without(figure, new Set(isNarrow(figure) ? [...always, 'low', 'high'] : always))),
    ...rest,
  }
}
