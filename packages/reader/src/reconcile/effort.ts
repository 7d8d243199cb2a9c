/** Steps of a search: counted rather than timed, so that a document always reads the same. */
export class Effort {
  spent = 0
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  spend(steps: number): void {
    this.spent += steps
  }

  get exhausted(): boolean {
    return this.spent > this.limit
  }
}
