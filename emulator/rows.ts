/**
 * Records by ascending id. Records are replaced, never changed. A page that starts after some id is found without
 * walking the rows before it: lists of 60,000 leads are read that way.
 */
export class Rows<T extends { readonly id: number }> {
  private readonly rows: T[]

  /** `rows` in ascending order of id; the list is copied. */
  constructor(rows: readonly T[] = []) {
    this.rows = [...rows]
  }

  get size(): number {
    return this.rows.length
  }

  get(id: number): T | undefined {
    const row = this.rows[this.position(id)]
    return row?.id === id ? row : undefined
  }

  /** Adds a record, or replaces the record with that id. */
  put(row: T): T {
    const at = this.position(row.id)
    this.rows.splice(at, this.rows[at]?.id === row.id ? 1 : 0, row)
    return row
  }

  delete(id: number): boolean {
    const at = this.position(id)
    return this.rows[at]?.id === id && this.rows.splice(at, 1).length > 0
  }

  /** Rows with an id of at least `from`, in ascending order of id; a copy of the list. */
  ascending(from = 0): T[] {
    return this.rows.slice(this.position(from))
  }

  /** Rows of their own with the same records. */
  copy(): Rows<T> {
    return new Rows(this.rows)
  }

  all(): T[] {
    return this.rows.slice()
  }

  /** Where the id is, or would be put. */
  private position(id: number): number {
    let low = 0
    let high = this.rows.length
    if (high === 0 || (this.rows[high - 1]?.id ?? 0) < id) return high
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.rows[middle]?.id ?? Infinity) < id) low = middle + 1
      else high = middle
    }
    return low
  }
}
