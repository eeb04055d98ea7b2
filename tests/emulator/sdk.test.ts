import { AjaxError, B24OAuth } from '@bitrix24/b24jssdk'
import { describe, expect, it } from 'vitest'
import { aPortal } from './running-portal.ts'

const portal = aPortal(180)

/** The SDK as a server uses it; the frame's class speaks the same HTTP. */
function sdk(): B24OAuth {
  const { url, store, portal: { tokens, memberId } } = portal.running()
  const user = store.user('manager')
  if (!user) throw new Error('no manager')
  const { AUTH_ID, REFRESH_ID } = tokens.issue(user)
  return new B24OAuth({
    applicationToken: '', userId: user.id, memberId, accessToken: AUTH_ID, refreshToken: REFRESH_ID,
    expires: Math.floor(Date.now() / 1000) + 3600, expiresIn: 3600, scope: 'crm', domain: url,
    clientEndpoint: `${url}/rest/`, serverEndpoint: 'https://oauth.invalid/rest/', status: 'L',
  }, { clientId: 'local.app', clientSecret: 'none' })
}

describe('the unmodified SDK', () => {
  it('calls, and is refused as by a portal', async () => {
    const b24 = sdk()
    const answer = await b24.actions.v2.call.make({ method: 'profile', params: {} })
    expect(answer.getData()?.result).toMatchObject({ ID: '4' })
    const refused = b24.actions.v2.call.make({ method: 'crm.item.get', params: { entityTypeId: 1, id: 5 } })
    await expect(refused).rejects.toBeInstanceOf(AjaxError)
    await expect(refused).rejects.toMatchObject({ code: 'ACCESS_DENIED', status: 400 })
  })

  it('reads a whole list by id', async () => {
    const list = await sdk().actions.v2.callList.make({
      method: 'crm.item.list', params: { entityTypeId: 1, select: ['id'] }, idKey: 'id', customKeyForResult: 'items',
    })
    const own = portal.running().store.state.items[1].all().filter(lead => lead.values['assignedById'] === 4)
    expect(list.getData()).toEqual(own.map(({ id }) => ({ id })))
    expect(own.length).toBeGreaterThan(50)
  })

  it('sends a batch whose commands refer to each other', async () => {
    const batch = await sdk().actions.v2.batch.make({
      calls: {
        lead: { method: 'crm.item.get', params: { entityTypeId: 1, id: 1 } },
        owner: { method: 'user.get', params: { ID: '$result[lead][item][assignedById]' } },
        bad: { method: 'crm.item.get', params: { entityTypeId: 1, id: 99999 } },
      },
      options: { isHaltOnError: false },
    })
    expect(batch.getErrorsByKey()).toHaveProperty('bad')
    expect(batch.getData()).toMatchObject({ owner: [{ ID: '4' }] })
  })
})
