/** How the official SDK behaves where the adapter depends on it, and what the adapter makes of it. */
import { B24OAuth, ParamsFactory } from '@bitrix24/b24jssdk'
import { describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import type { Command } from '../../src/portal/portal.ts'
import { sdkPortal } from '../../src/portal/sdk-adapter.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'

const portal = emulatedPortal()
const lead: Command = { method: 'crm.item.get', params: { entityTypeId: 1, id: 1 } }

describe('a batch with the SDK', () => {
  it('takes a classic error with an empty code for a success without a result, which the adapter calls no result', async () => {
    const manager = await portal.as('manager')
    const sent = await manager.send({ bad: { method: 'crm.lead.get', params: { id: 999_999 } }, lead }, { halt: false })
    expect(sent).toMatchObject({ ok: true, value: { bad: { ok: false, error: { kind: 'no-result', method: 'crm.lead.get', code: '' } }, lead: { ok: true } } })
  })

  it('does not take false, 0 or an empty list for no result', async () => {
    const manager = await portal.as('manager')
    expect(await manager.send({
      no: { method: 'user.admin', params: {} },
      none: { method: 'user.get', params: { FILTER: { ID: [77_777] } } },
      empty: { method: 'user.option.get', params: { option: 'never.set' } },
    }, { halt: false })).toMatchObject({ ok: true, value: { no: { ok: true, value: false }, none: { ok: true, value: [] }, empty: { ok: true, value: '' } } })
  })

  it('leaves out what comes after a failed command, which the adapter calls not run', async () => {
    const manager = await portal.as('manager')
    const sent = await manager.send({ first: lead, bad: { method: 'crm.lead.get', params: { id: 999_999 } }, after: lead, last: lead }, { halt: true })
    expect(sent).toMatchObject({ value: {
      first: { ok: true }, bad: { error: { kind: 'no-result' } }, after: { error: { kind: 'not-run' } }, last: { error: { kind: 'not-run' } },
    } })
  })

  it('gives up a whole reading for one answer that is lost, of which nothing is known then', async () => {
    await portal.faults([{ method: 'crm.item.get', kind: 'no-result' }])
    expect(await (await portal.as('manager')).send({ lead, me: { method: 'profile', params: {} } }, { halt: false }))
      .toMatchObject({ ok: false, error: { kind: 'unreachable', code: 'JSSDK_INTERACTION_BATCH_STRATEGY_V2_EMPTY_COMMAND_RESPONSE' } })
  })

  it('does not count a write as done whose answer is lost', async () => {
    const manager = await portal.as('manager')
    await portal.faults([{ method: 'crm.timeline.comment.add', kind: 'no-result', when: 'after' }])
    const comment = { method: 'crm.timeline.comment.add', params: { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'x' } } }
    expect(await manager.send({ before: lead, comment, after: lead }, { halt: true }))
      .toMatchObject({ value: { before: { ok: true }, comment: { ok: false, error: { kind: 'no-result' } }, after: { ok: true } } })
  })

  it('calls no result, too, what a portal passed over and went on', async () => {
    const manager = await portal.as('manager')
    await portal.faults([{ method: 'crm.timeline.comment.add', kind: 'no-result', times: 2 }])
    const comment = { method: 'crm.timeline.comment.add', params: { fields: { ENTITY_ID: 1, ENTITY_TYPE: 'lead', COMMENT: 'x' } } }
    expect(await manager.send({ first: comment, second: comment, after: lead }, { halt: true }))
      .toMatchObject({ value: { first: { error: { kind: 'no-result' } }, second: { error: { kind: 'no-result' } }, after: { ok: true } } })
  })

  it('gives the commands of one send as one request', async () => {
    await (await portal.as('manager')).send({ a: lead, b: lead, c: lead }, { halt: false })
    expect(await portal.requests()).toMatchObject([{ method: 'batch', commands: ['crm.item.get', 'crm.item.get', 'crm.item.get'] }])
  })
})

describe('what the SDK throws', () => {
  it('is a missing right with 400', async () => {
    expect(await (await portal.as('seller')).send({ lead }, { halt: true }))
      .toMatchObject({ value: { lead: { error: { kind: 'not-allowed', code: 'ACCESS_DENIED' } } } })
  })

  it('is a missing scope for one command', async () => {
    expect(await (await portal.as('manager', ['im'])).send({ lead }, { halt: true })).toMatchObject({ value: { lead: { error: { kind: 'missing-scope' } } } })
  })

  it.each(['cut', 'html'] as const)('is an unreachable portal when the answer is %s, after one request', async (kind) => {
    const manager = await portal.as('manager')
    await portal.faults([{ method: 'crm.item.get', kind, times: 9 }])
    expect(await manager.send({ lead }, { halt: true })).toMatchObject({ ok: false, error: { kind: 'unreachable', method: 'batch' } })
    expect(await portal.requests()).toHaveLength(1)
  })

  it('is an unreachable portal when the answer is cut after the commands ran', async () => {
    const manager = await portal.as('manager')
    await portal.faults([{ method: 'crm.item.update', kind: 'cut', when: 'after' }])
    const update = { method: 'crm.item.update', params: { entityTypeId: 1, id: 1, fields: { title: 'written' } } }
    expect(await manager.send({ update }, { halt: true })).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
    expect((await portal.lead(1)).title).toBe('written')
    expect(await portal.requests()).toHaveLength(1)
  })

  it('is an error of the portal itself for one command', async () => {
    await portal.faults([{ method: 'crm.item.get', kind: '500' }])
    expect(await (await portal.as('manager')).send({ lead }, { halt: true })).toMatchObject({ value: { lead: { ok: false, error: { code: 'INTERNAL_SERVER_ERROR' } } } })
  })

  it('is an expired sign-in when the token cannot be renewed', async () => {
    const b24 = new B24OAuth({
      applicationToken: '', userId: 4, memberId: '', accessToken: 'old', refreshToken: 'old', expires: Math.floor(Date.now() / 1000) + 3600, expiresIn: 3600,
      scope: '', domain: new URL(portal.url()).host, clientEndpoint: `${portal.url()}/rest`, serverEndpoint: `${portal.url()}/rest/`, status: 'L',
    }, { clientId: '', clientSecret: '' }, { restrictionParams: { ...ParamsFactory.getDefault(), maxRetries: 1 } })
    b24.offClientSideWarning()
    b24.setCustomRefreshAuth(() => Promise.reject(new Error('nobody renews it')))
    expect(await sdkPortal(b24).send({ lead }, { halt: true })).toMatchObject({ ok: false, error: { kind: 'expired' } })
  })
})

describe('parameters', () => {
  it('may be a Vue proxy: what the screen holds is sent once and as it is', async () => {
    const fields = reactive({ title: 'from a screen', comments: 'two\nlines' })
    const sent = await (await portal.as('manager')).send({ update: { method: 'crm.item.update', params: { entityTypeId: 1, id: 1, fields } } }, { halt: true })
    expect(sent).toMatchObject({ ok: true, value: { update: { ok: true } } })
    expect((await portal.lead(1)).title).toBe('from a screen')
    expect(await portal.requests()).toHaveLength(1)
  })
})
