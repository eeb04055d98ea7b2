import type { CrmItem } from '../entities.ts'
import { bbCode } from './bb-code.ts'
import { html, type Html } from './html.ts'
import { fullName, type Visit } from './visit.ts'

/** The record's comments, the newest first. */
export function timeline(visit: Visit, item: CrmItem | undefined): readonly Html[] {
  const { portal, words, time } = visit
  const comments = portal.store.state.comments.all()
    .filter((one) => one.entityTypeId === item?.entityTypeId && one.entityId === item.id)
    .reverse()
  if (comments.length === 0) return [html`<li class="nothing">${words.noComments}</li>`]
  return comments.map(({ created, authorId, text }) => html`<li>
<small>${time(created)} · ${personOf(visit, authorId)}</small>
<div>${bbCode(text)}</div>
</li>`)
}

/** The record's activities that are not done, the nearest deadline first. */
export function todos(visit: Visit, item: CrmItem | undefined): readonly Html[] {
  const { portal, words, time, portal: { clock } } = visit
  const open = portal.store.state.activities.all()
    .filter((one) => one.ownerTypeId === item?.entityTypeId && one.ownerId === item.id && !one.completed)
    .sort((one, other) => (one.deadline ?? Infinity) - (other.deadline ?? Infinity) || one.id - other.id)
  if (open.length === 0) return [html`<li class="nothing">${words.noTodos}</li>`]
  return open.map(({ deadline, responsibleId, subject, description }) => html`<li>
<small${deadline !== null && deadline < clock.now() && html` class="late"`}>${deadline === null ? '—' : time(deadline)} · ${personOf(visit, responsibleId)}</small>
<div>${subject && html`<strong>${subject}</strong> `}${bbCode(description)}</div>
</li>`)
}

function personOf({ portal }: Visit, id: number): string {
  const user = portal.store.user(id)
  return user ? fullName(user) : String(id)
}
