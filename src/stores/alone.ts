/** Work that no two tabs of a browser do at once. */

/**
 * Does the work when no other tab is at it under this name; waits for the other one, or gives nothing, as wished. A browser that
 * grants no locks (an insecure page, a frame without storage) does it at once.
 */
export async function alone<T>(locks: () => LockManager | undefined, name: string, wait: boolean, work: () => Promise<T>): Promise<T | undefined> {
  let done: Promise<T> | undefined
  const begin = () => done ??= work()
  try {
    const manager = locks()
    return await (manager ? manager.request(name, { ifAvailable: !wait }, lock => lock ? begin() : undefined) : begin())
  } catch {
    // either the locks are refused, or the work itself failed: then it fails here again
    return begin()
  }
}
