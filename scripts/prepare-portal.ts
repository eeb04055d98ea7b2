/** Sets the app up in an emulated portal, by the same REST calls that an administrator's browser makes. */
import * as v from 'valibot'

const Token = v.object({ access_token: v.string(), app_url: v.string() })

async function call(portalUrl: string, auth: string, method: string, params: object): Promise<void> {
  const answer = await fetch(`${portalUrl}/rest/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...params, auth }),
  })
  if (!answer.ok) throw new Error(`${method} was refused: ${answer.status} ${await answer.text()}`)
}

/** Puts the tab into the lead card. Rejects when the portal refuses. */
export async function preparePortal(portalUrl: string): Promise<void> {
  const answer = await fetch(`${portalUrl}/emulator/token?user=admin`)
  const { access_token: auth, app_url: HANDLER } = v.parse(Token, await answer.json())
  await call(portalUrl, auth, 'placement.bind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER, TITLE: 'Triple A' })
}
