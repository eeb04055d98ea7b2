/** Work that no two tabs of a browser do at once. */

/**
 * Does the work when no other tab is at it under this name; waits for the other one, or gives nothing, as wished. A browser that
 * grants no locks (an insecure page, a frame without storage) does it at once.
 */
export async function alone<T>(locks: () => LockManager | undefined, name: string, wait: boolean, work: () => Promise<T>): Promise<T | undefined> {
  let begun = false
  const begin = () => {
    begun = true
    return work()
  }
  try {
    const manager = locks()
    return manager ? await manager.request(name, { ifAvailable: !wait }, lock => lock ? begin() : undefined) : await begin()
  } catch (error) {
    if (begun) throw error
    return begin()
  }
}
