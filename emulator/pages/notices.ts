import { bbCode } from './bb-code.ts'
import { html, type Html } from './html.ts'
import type { Visit } from './visit.ts'

/** How many notices the bell lists, the newest first. */
const LISTED = 20

/** The bell with the notices of whoever looks; count and list are refreshed with a card. */
export function noticesBell({ portal, user, words, time }: Visit): Html {
  const own = portal.store.state.notices.all().filter((notice) => notice.userId === user.id)
  const newest = own.slice(-LISTED).reverse()
  return html`<details class="bell">
<summary>${words.notices} <span class="count" data-region="notice-count">${own.length}</span></summary>
<ul data-region="notices">
${newest.length === 0 && html`<li class="nothing">${words.noNotices}</li>`}
${newest.map((notice) => html`<li><small>${time(notice.created)}</small> ${bbCode(notice.message)}</li>`)}
</ul>
</details>`
}
