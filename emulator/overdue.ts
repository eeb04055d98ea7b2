/** Requests that were cut off and have not reached the portal yet: the fault `late`. */
export interface Overdue {
  add(user: string | null, run: () => void): void
  /** Runs what is under way, of one user or of everybody, oldest first. */
  arrive(user?: string | null): void
  clear(): void
}

export function createOverdue(): Overdue {
  let waiting: { readonly user: string | null, readonly run: () => void }[] = []
  return {
    add: (user, run) => { waiting.push({ user, run }) },
    arrive(user) {
      const arriving = waiting.filter(one => user === undefined || one.user === user)
      waiting = waiting.filter(one => !arriving.includes(one))
      for (const { run } of arriving) run()
    },
    clear: () => { waiting = [] },
  }
}
