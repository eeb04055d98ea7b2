/**
 * Records by ascending id. Records are replaced, never changed. A page that starts after some id is found without
 * walking the rows before it: lists of 60,000 leads are read that way.
 */
export class Rows<T extends { readonly id: number }> {
  private readonly byId = new Map<number, T>()
  private readonly ids: number[] = []

  get size(): number {
    return this.ids.length
  }

  get(id: number): T | undefined {
    return this.byId.get(id)
  }

  /** Adds a record with a new, highest id, or replaces the record with that id. */
  put(row: T): T {
    if (!this.byId.has(row.id)) {
      const at = this.position(row.id)
      if (at === this.ids.length) this.ids.push(row.id)
      else this.ids.splice(at, 0, row.id)
    }
    this.byId.set(row.id, row)
    return row
  }

  delete(id: number): boolean {
    if (!this.byId.delete(id)) return false
    this.ids.splice(this.position(id), 1)
    return true
  }

  /** Rows with an id of at least `from`, in ascending order of id. */
  * ascending(from = 0): Generator<T> {
    for (let at = this.position(from); at < this.ids.length; at += 1) {
      const row = this.byId.get(this.ids[at] ?? 0)
      if (row) yield row
    }
  }

  all(): T[] {
    return [...this.ascending()]
  }

  private position(id: number): number {
    let low = 0
    let high = this.ids.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ids[middle] ?? Infinity) < id) low = middle + 1
      else high = middle
    }
    return low
  }
}
