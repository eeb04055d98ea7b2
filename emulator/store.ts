import type {
  Activity, Comment, CrmItem, Department, EntityStorage, EntityTypeId, Notice, Options, Placement, ProductRow,
  StageMove, Status, User, UserField,
} from './entities.ts'
import type { Rows } from './rows.ts'
import { fillPortal } from './seed/fill.ts'

/** Everything that the portal keeps. Records are replaced, never changed in place. */
export interface PortalState {
  readonly users: readonly User[]
  readonly departments: readonly Department[]
  readonly items: Readonly<Record<EntityTypeId, Rows<CrmItem>>>
  readonly productRows: Map<string, readonly ProductRow[]>
  readonly activities: Rows<Activity>
  readonly comments: Rows<Comment>
  readonly notices: Rows<Notice>
  readonly userFields: Rows<UserField>
  readonly statuses: Rows<Status>
  readonly stageMoves: Rows<StageMove>
  readonly placements: Rows<Placement>
  readonly storages: Map<string, EntityStorage>
  readonly cardLayouts: Map<string, unknown>
  readonly appOptions: Map<string, unknown>
  readonly userOptions: Map<number, Map<string, unknown>>
  /** Fired `crm.automation.trigger` calls: target and code. */
  readonly triggers: { readonly target: string, readonly code: string, readonly userId: number }[]
  readonly counters: Map<string, number>
}

/**
 * Bytes of the one row that holds all options of an app, or of a user for the app. A longer row is cut by the database and
 * is then no more to be read: all of it is gone, and the write was answered with `true`.
 */
const OPTIONS_ROW = 65_535

export interface SeedOptions {
  /** How many leads, 0 … 60,000. */
  readonly leads: number
  readonly seed: number
  /** Unix milliseconds; dates of the seed count back from it. */
  readonly now: number
}

export interface Store {
  readonly state: PortalState
  /** The next id of a kind of record, counting up from the seed's highest. */
  nextId(kind: string): number
  user(nameOrId: string | number): User | undefined
  /** All options of the app; a copy. */
  appOptions(): Options
  setAppOptions(options: Options): void
  /** The options of one user for the app; a copy. */
  userOptions(userId: number): Options
  setUserOptions(userId: number, options: Options): void
  /** Takes over a state that nobody else holds. */
  restore(held: PortalState): void
  /** Back to the seed. */
  reset(options?: Partial<SeedOptions>): void
}

export function createStore(seedOptions: SeedOptions): Store {
  let options = seedOptions
  let state = fillPortal(options)

  function merge(into: Map<string, unknown>, values: Options): void {
    for (const [key, value] of Object.entries(values)) into.set(key, structuredClone(value))
    if (Buffer.byteLength(JSON.stringify(Object.fromEntries(into))) > OPTIONS_ROW) into.clear()
  }

  return {
    get state() {
      return state
    },
    nextId(kind) {
      const id = (state.counters.get(kind) ?? 0) + 1
      state.counters.set(kind, id)
      return id
    },
    user: nameOrId => state.users.find(user => user.login === nameOrId || String(user.id) === String(nameOrId)),
    appOptions: () => structuredClone(Object.fromEntries(state.appOptions)),
    setAppOptions: values => merge(state.appOptions, values),
    userOptions: userId => structuredClone(Object.fromEntries(state.userOptions.get(userId) ?? [])),
    setUserOptions(userId, values) {
      const own = state.userOptions.get(userId) ?? new Map<string, unknown>()
      merge(own, values)
      state.userOptions.set(userId, own)
    },
    restore: (held) => { state = held },
    reset(changed = {}) {
      options = { ...options, ...changed }
      state = fillPortal(options)
    },
  }
}
