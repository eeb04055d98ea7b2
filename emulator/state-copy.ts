import { COMPANY, CONTACT, DEAL, LEAD } from './entities.ts'
import type { PortalState } from './store.ts'

/** A state of its own. Records are replaced, never changed, so that both may hold the same ones: 5 leads or 60,000 cost next to nothing. */
export function copyState(state: PortalState): PortalState {
  const { items } = state
  return {
    users: state.users,
    departments: state.departments,
    items: { [LEAD]: items[LEAD].copy(), [DEAL]: items[DEAL].copy(), [CONTACT]: items[CONTACT].copy(), [COMPANY]: items[COMPANY].copy() },
    productRows: new Map(state.productRows),
    activities: state.activities.copy(),
    comments: state.comments.copy(),
    notices: state.notices.copy(),
    userFields: state.userFields.copy(),
    statuses: state.statuses.copy(),
    stageMoves: state.stageMoves.copy(),
    placements: state.placements.copy(),
    storages: new Map(state.storages),
    cardLayouts: new Map(state.cardLayouts),
    appOptions: new Map(state.appOptions),
    userOptions: new Map([...state.userOptions].map(([user, options]) => [user, new Map(options)])),
    triggers: [...state.triggers],
    counters: new Map(state.counters),
  }
}
