import { type Figure, figureSchema } from '../answer/answer.ts'

/** The figures that the tools gave in one conversation, each under an id that a slot can name. */
export class FigureBook {
  readonly #figures: Figure[] = []

  get figures(): readonly Figure[] {
    return this.#figures
  }

  /** Enters the figures of a tool's result; their ids become `f1`, `f2` … over the whole conversation. Anything that is no figure is left out. */
  enter(data: unknown): readonly Figure[] {
    const listed = typeof data === 'object' && data !== null && 'figures' in data && Array.isArray(data.figures) ? data.figures : []
    const figures = listed.flatMap(entry => figureSchema.safeParse(entry).data ?? [])
    const first = this.#figures.length + 1
    const renamed = new Map(figures.map((figure, index) => [figure.id, `f${first + index}`]))
    const entered = figures.map((figure, index) => ({
      ...figure,
      id: `f${first + index}`,
      ...(figure.calculation
        ? { calculation: { ...figure.calculation, inputs: figure.calculation.inputs.flatMap(id => renamed.get(id) ?? []) } }
        : {}),
    }))
    this.#figures.push(...entered)
    return entered
  }
}
