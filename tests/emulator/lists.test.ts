import { describe, expect, it } from 'vitest'
import { aPortal, asRecord, at, listAt } from './running-portal.ts'

const portal = aPortal(170)

async function ids(filter: unknown, more: Record<string, unknown> = {}, user = 'admin'): Promise<unknown[]> {
  const caller = await portal.as(user)
  return listAt(await caller.ok('crm.item.list', { entityTypeId: 1, select: ['id'], filter, ...more }), 'items').map(item => at(item, 'id'))
}

describe('pages of a list', () => {
  it('hold 50 rows and name the next one', async () => {
    const admin = await portal.as('admin')
    const first = await admin.call('crm.item.list', { entityTypeId: 1, select: ['id'] })
    expect(first.body).toMatchObject({ total: 170, next: 50 })
    expect(listAt(first.result, 'items')).toHaveLength(50)
    const last = await admin.call('crm.item.list', { entityTypeId: 1, select: ['id'], start: 150 })
    expect(last.body).not.toHaveProperty('next')
    expect(listAt(last.result, 'items')).toHaveLength(20)
    const inside = await admin.call('crm.lead.list', { select: ['ID'], start: 70 })
    expect(at(inside.result, 0, 'ID')).toBe('51')
  })

  it('can be read by id without a count', async () => {
    const admin = await portal.as('admin')
    const seen: unknown[] = []
    let last: unknown = 0
    for (;;) {
      const { body, result } = await admin.call('crm.item.list', { entityTypeId: 1, select: ['id'], order: { id: 'ASC' }, filter: { '>id': last }, start: -1 })
      expect(body).toMatchObject({ total: 0 })
      expect(body).not.toHaveProperty('next')
      const page = listAt(result, 'items').map(item => at(item, 'id'))
      seen.push(...page)
      if (page.length < 50) break
      last = page.at(-1)
    }
    expect(seen).toEqual(Array.from({ length: 170 }, (_, index) => index + 1))
  })
})

describe('filters', () => {
  it.each([
    ['equal', { id: 3 }, [3]],
    ['one of', { '@id': [5, 3, 4] }, [3, 4, 5]],
    ['one of, without a sign', { id: [2, 9] }, [2, 9]],
    ['between', { '>=id': 7, '<id': 10 }, [7, 8, 9]],
    ['part of the text', { '%title': 'маяк' }, [19]],
    ['pattern', { '=%title': 'AAB %' , '<=id': 25 }, [6]],
    ['not', { '!stageId': ['NEW', 'IN_PROCESS', 'PROCESSED', 'JUNK'], '<=id': 25 }, [19]],
    ['empty', { 'name': '', '<=id': 25 }, [25]],
    ['not empty', { '!companyId': '', '<=id': 25 }, [8, 19]],
    ['a number by its value', { '=opportunity': '1000000', '<=id': 25 }, [18]],
    ['or', { logic: 'OR', 0: { id: 2 }, 1: { '%title': 'маяк' } }, [2, 19]],
    ['or beside an id', { id: 2, '%title': 'маяк', logic: 'OR' }, [2, 19]],
    ['a group inside', { '<=id': 25, 0: { logic: 'OR', 0: { currencyId: 'USD', opened: 'N' }, 1: { stageId: 'CONVERTED' } } }, [14, 19, 22]],
    ['an instant', { '<createdTime': '2012-01-01T00:00:00+03:00', '<=id': 25 }, [23]],
  ])('%s', async (_, filter, expected) => {
    expect(await ids(filter)).toEqual(expected)
  })

  it('are strict in the universal methods and lax in the classic ones', async () => {
    const admin = await portal.as('admin')
    for (const params of [{ filter: { noSuch: 1 } }, { order: { noSuch: 'ASC' } }, { order: { id: 'UP' } }, { select: ['noSuch'] }, { filter: { TITLE: 'x' } }]) {
      expect(await admin.call('crm.item.list', { entityTypeId: 1, ...params })).toMatchObject({ status: 400, body: { error: 'INVALID_ARG_VALUE' } })
    }
    expect((await admin.call('crm.lead.list', { filter: { NO_SUCH: 1 }, select: ['ID'] })).body).toMatchObject({ total: 170 })
  })

  it('find classic rows by phone, and show phones only when they are asked for', async () => {
    const admin = await portal.as('admin')
    const filter = { PHONE: '+7 921 555-14-20' }
    expect(await admin.ok('crm.lead.list', { filter, select: ['ID', 'PHONE'] })).toMatchObject([{ ID: '1', PHONE: [{ VALUE: '+7 921 555-14-20' }] }])
    expect(at(await admin.ok('crm.lead.list', { filter }), 0)).not.toHaveProperty('PHONE')
  })
})

describe('order and columns', () => {
  it('sort by any column, both ways', async () => {
    const admin = await portal.as('admin')
    const rows = listAt(await admin.ok('crm.item.list', { entityTypeId: 1, select: ['id', 'opportunity'], order: { opportunity: 'DESC' }, filter: { currencyId: 'RUB', '<=id': 25 } }), 'items')
    expect(rows.slice(0, 2)).toEqual([{ id: 19, opportunity: 7_800_000 }, { id: 12, opportunity: 3_400_000 }])
    expect((await ids({}, { order: { id: 'DESC' }, start: -1 }))[0]).toBe(170)
  })

  it('sort classic stages by their place, not by their code', async () => {
    const rows = listAt({ rows: await (await portal.as('admin')).ok('crm.lead.list', { select: ['ID', 'STATUS_ID'], order: { STATUS_ID: 'ASC' }, filter: { '<=ID': 25 } }) }, 'rows')
    const places = rows.map(row => ['NEW', 'IN_PROCESS', 'PROCESSED', 'CONVERTED', 'JUNK'].indexOf(String(at(row, 'STATUS_ID'))))
    expect(places).toEqual([...places].sort((left, right) => left - right))
  })

  it('print text in the classic family and typed values in the universal one', async () => {
    const admin = await portal.as('admin')
    expect(await admin.ok('crm.lead.get', { id: 5 })).toMatchObject({ ID: '5', OPPORTUNITY: '18500.00', CURRENCY_ID: 'USD', ASSIGNED_BY_ID: '5', DATE_CLOSED: '', COMPANY_ID: null, EMAIL: [{ TYPE_ID: 'EMAIL' }] })
    const item = asRecord(at(await admin.ok('crm.item.get', { entityTypeId: 1, id: 5 }), 'item'))
    expect(item).toMatchObject({ id: 5, opportunity: 18500, assignedById: 5, companyId: 0, emailWork: 'andris@nordbrick.example', isReturnCustomer: 'N' })
    expect(item['createdTime']).toBe('2026-06-01T07:00:00+03:00')
  })
})
