/** Counts the changes that are made through one store. */
export interface ChangeCounter {
  readonly count: () => number
  /** The same work, counted when it has ended, well or not: what failed halfway may have changed something. */
  readonly by: <Given extends readonly unknown[], Done>(work: (...given: Given) => Promise<Done>) => (...given: Given) => Promise<Done>
}

export function changeCounter(): ChangeCounter {
  let count = 0
  return {
    count: () => count,
    by:
      work =>
      async (...given) => {
        try {
          return await work(...given)
        } finally {
          count += 1
        }
      },
  }
}
