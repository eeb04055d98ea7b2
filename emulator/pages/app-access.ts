import type { Placement } from '../entities.ts'
import type { Visit } from './visit.ts'

/** Whether the administrator gave this person access to the app; administrators always have it. */
export function mayUseApp({ portal, user }: Visit): boolean {
  return user.admin || !portal.rules.now.noAccess.includes(user.login)
}

/** The tabs of an app that is not installed completely are shown to nobody, administrators included. */
export function tabsAreShown(visit: Visit): boolean {
  return visit.portal.rules.now.installed && mayUseApp(visit)
}

/** What is bound to a placement, as this person sees it; looked up at every showing. */
export function placementsFor(visit: Visit, code: string): readonly Placement[] {
  return tabsAreShown(visit) ? visit.portal.store.state.placements.all().filter(({ placement }) => placement === code) : []
}
