import { describe, expect, it } from 'vitest'
import { readLeadStages } from '../../src/portal/lead-stages.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'

const portal = emulatedPortal()

describe('stages of leads', () => {
  it('are read by their names in one request, in their order, without the one that only converting reaches', async () => {
    const before = (await portal.requests()).length
    const read = await readLeadStages(await portal.as('admin'))
    expect((await portal.requests()).length - before).toBe(1)
    const ids = read.ok ? read.value.map(stage => stage.id) : []
    expect(ids.slice(0, 2)).toEqual(['NEW', 'IN_PROCESS'])
    expect(ids).toContain('JUNK')
    expect(ids).not.toContain('CONVERTED')
  })

  it('are not told where the portal refuses them', async () => {
    await portal.faults([{ method: 'crm.status.list', kind: '403' }])
    expect(await readLeadStages(await portal.as('admin'))).toMatchObject({ ok: false })
  })
})
