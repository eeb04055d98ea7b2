/**
 * A list of half-open ranges as its inner edges: from 0 on without gap or overlap, the last one open. Bands may be listed in any
 * order, which is the order of the digit keys; edges are counted from the lowest.
 */
export interface Range {
  readonly from: number
  readonly to: number | null
}

function ascending<T extends Range>(bands: readonly T[]): readonly T[] {
  return bands.toSorted((a, b) => a.from - b.from)
}

/** Where one range ends and the next begins, from the lowest on. */
export function edgesOf(bands: readonly Range[]): readonly number[] {
  return ascending(bands).slice(1).map(band => band.from)
}

/** The ranges between edges, as the list that has them; what was uneven before is even after. */
function between<T extends Range>(bands: readonly T[], edges: readonly number[]): readonly T[] {
  const order = ascending(bands)
  return bands.map((band) => {
    const place = order.indexOf(band)
    const from = place === 0 ? 0 : edges[place - 1] ?? 0
    const to = edges[place] ?? null
    return band.from === from && band.to === to ? band : { ...band, from, to }
  })
}

/** Do the ranges go from 0 without gap or overlap, the last one open? */
export function isEven(bands: readonly Range[]): boolean {
  const order = ascending(bands)
  return order.every((band, index) => band.from === (index === 0 ? 0 : order[index - 1]?.to) && (band.to === null ? index === order.length - 1 : band.to > band.from))
    && order.at(-1)?.to === null
}

/** The same list with gaps and overlaps closed: each range goes up to where the next begins. */
export function evened<T extends Range>(bands: readonly T[]): readonly T[] {
  if (isEven(bands)) return bands
  let least = 0
  return between(bands, edgesOf(bands).map(edge => least = Math.max(edge, least + 1)))
}

function isEdge(value: number): boolean {
  return Number.isFinite(value) && value > 0
}

/** With this edge moved; it stays between its neighbours, otherwise nothing changes. */
export function moveEdge<T extends Range>(bands: readonly T[], edge: number, to: number): readonly T[] {
  const even = evened(bands)
  const edges = edgesOf(even)
  if (edges[edge] === undefined || !isEdge(to) || to <= (edges[edge - 1] ?? 0) || to >= (edges[edge + 1] ?? Infinity)) return bands
  return between(even, edges.with(edge, to))
}

/**
 * With the range that holds this value split there: the lower part stays what it was, the upper one is made of it. In a list from
 * the highest to the lowest the new range stands before it. On an edge there is nothing to split.
 */
export function splitAt<T extends Range>(bands: readonly T[], at: number, upper: (band: T) => T): readonly T[] {
  const even = evened(bands)
  const index = even.findIndex(band => at > band.from && (band.to === null || at < band.to))
  const band = even[index]
  if (band === undefined || !isEdge(at)) return bands
  const next = even[index + 1]
  const before = even[index - 1]
  const descends = next !== undefined ? next.from < band.from : before !== undefined && before.from > band.from
  const parts = [{ ...band, to: at }, { ...upper(band), from: at, to: band.to }]
  return even.toSpliced(index, 1, ...(descends ? parts.toReversed() : parts))
}

/** With the two ranges at this edge made one, which is the lower or the upper of them. */
export function mergeAt<T extends Range>(bands: readonly T[], edge: number, stays: 'lower' | 'upper'): readonly T[] {
  const even = evened(bands)
  const order = ascending(even)
  const goes = order[stays === 'lower' ? edge + 1 : edge]
  const edges = edgesOf(even)
  if (edges[edge] === undefined || goes === undefined) return bands
  return between(even.filter(band => band !== goes), edges.toSpliced(edge, 1))
}
