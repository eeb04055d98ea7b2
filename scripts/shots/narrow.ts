/** An app that was given only some of its permissions. */
import * as v from 'valibot'
import type { UserName } from '../../emulator/entities.ts'
import type { Scene } from './state.ts'

const Opening = v.looseObject({ fields: v.looseObject({ AUTH_ID: v.string() }), init: v.looseObject({ AUTH_ID: v.string() }) })

/** The frames of this person get a token that opens only these scopes. */
export async function narrowTo({ page, stand }: Pick<Scene, 'page' | 'stand'>, who: UserName, scopes: readonly string[]): Promise<void> {
  await page.route('**/emulator/frame?*', async (route) => {
    const answer = await route.fetch()
    const opening = v.parse(Opening, await answer.json())
    const { portal, store } = stand.portal
    const user = store.user(who)
    if (user === undefined) throw new Error(`the portal has no ${who}`)
    const { AUTH_ID } = portal.tokens.issue(user, scopes)
    await route.fulfill({ response: answer, json: { ...opening, fields: { ...opening.fields, AUTH_ID }, init: { ...opening.init, AUTH_ID } } })
  })
}
