import { type Calculation, formulaOf, isMoney, type Language, type SourceRef } from '@finsam/domain'
import type { Citation, Figure } from './answer.ts'
import { plainSource } from './plain-source.ts'
import { leavesOf, moneyUnitOf } from './wording.ts'

/** One figure as a draft has it. */
export interface FigureDraft {
  readonly calculation: Calculation
  readonly label?: string
}

/** The place of a source as answers cite it. */
const citation = (source: SourceRef): Citation => ({
  document: source.document,
  ...(source.page ? { page: source.page } : {}),
  line: source.line,
  text: plainSource(source.text),
  ...(source.place ? { place: source.place } : {}),
})

/** The places that a result rests on, each line once. */
export const sourcesOf = (calculation: Calculation): Citation[] => {
  const found = leavesOf(calculation).flatMap(leaf => [
    ...(leaf.quantity?.printings.map(printing => citation(printing.source)) ?? []),
    ...(leaf.fact ? [citation(leaf.fact.source)] : []),
  ])
  return found.filter(
    (source, at) =>
      found.findIndex(
        other => other.document === source.document && other.line === source.line && other.place?.cells === source.place?.cells,
      ) === at,
  )
}

const base = (value: number, calculation: Calculation): number => (isMoney(calculation.result.unit) ? value / 100 : value)

const kindOf = (calculation: Calculation): Figure['kind'] => {
  if (calculation.operation === 'project') return 'projected'
  if (calculation.inputs.length > 0) return 'computed'
  const { status } = calculation.trust
  return status === 'confirmed' ? 'printed' : status
}

const figureOf = (id: string, role: Figure['role'], draft: FigureDraft, language: Language, inputs: readonly string[]): Figure => {
  const { calculation } = draft
  const { result } = calculation
  return {
    id,
    role,
    label: draft.label ?? calculation.label[language],
    value: base(result.value, calculation),
    unit: isMoney(result.unit) ? 'kr' : result.unit,
    low: base(result.low, calculation),
    high: base(result.high, calculation),
    ...(calculation.direction ? { direction: calculation.direction } : {}),
    kind: kindOf(calculation),
    ...(calculation.association ? { association: calculation.association } : {}),
    ...(calculation.period ? { period: calculation.period } : {}),
    ...(calculation.scenario ? { scenario: calculation.scenario } : {}),
    sources: sourcesOf(calculation),
    ...(calculation.inputs.length > 0
      ? {
          calculation: {
            operation: calculation.operation,
            formula: formulaOf(calculation, language, { moneyUnit: moneyUnitOf(calculation) }),
            inputs: [...inputs],
          },
        }
      : {}),
  }
}

/** Numbers the figures of an answer: those asked for, the readings, then everything that went into them. */
export const figuresOf = (
  drafts: { readonly answers: readonly FigureDraft[]; readonly readings: readonly FigureDraft[]; readonly inputs: readonly FigureDraft[] },
  language: Language,
): Figure[] => {
  const ids = new Map<Calculation, string>()
  const inputs: Figure[] = []
  let count = 0
  const nextId = (): string => {
    count += 1
    return `f${count}`
  }
  const addInput = (draft: FigureDraft): string => {
    const known = ids.get(draft.calculation)
    if (known !== undefined) return known
    const below = draft.calculation.inputs.map(input => addInput({ calculation: input }))
    const id = nextId()
    ids.set(draft.calculation, id)
    inputs.push(figureOf(id, 'input', draft, language, below))
    return id
  }
  const top =
    (role: 'answer' | 'reading') =>
    (draft: FigureDraft): Figure => {
      const id = nextId()
      ids.set(draft.calculation, id)
      return figureOf(
        id,
        role,
        draft,
        language,
        draft.calculation.inputs.map(input => addInput({ calculation: input })),
      )
    }
  const figures = [...drafts.answers.map(top('answer')), ...drafts.readings.map(top('reading'))]
  for (const draft of drafts.inputs) addInput(draft)
  return [...figures, ...inputs]
}
