import { describe, expect, it } from 'vitest'
import { aPortal, at } from './running-portal.ts'

const portal = aPortal()

async function batch(cmd: unknown, halt = 0, user = 'admin'): Promise<unknown> {
  return (await portal.as(user)).ok('batch', { halt, cmd })
}

describe('a batch', () => {
  it('runs named commands and keeps their names', async () => {
    const result = await batch({ me: 'user.current', time: 'server.time?' })
    expect(at(result, 'result', 'me', 'ID')).toBe('1')
    expect(Object.keys(Object(at(result, 'result_time')))).toEqual(['me', 'time'])
  })

  it('prints lists for lists and for empty maps', async () => {
    const result = await batch(['server.time', 'profile'])
    expect(at(result, 'result')).toHaveLength(2)
    expect(result).toMatchObject({ result_error: [], result_next: [], result_total: [] })
  })

  it('puts in what earlier commands found, whole or inside a text, several at once', async () => {
    const result = await batch({
      lead: 'crm.item.get?entityTypeId=1&id=1',
      boss: 'user.get?ID=$result[lead][item][assignedById]',
      department: 'department.get?ID=$result[boss][0][UF_DEPARTMENT][0]',
      above: 'department.get?ID=$result[department][0][PARENT]',
      top: 'department.get?ID=$result[above][0][PARENT]',
      comment: 'crm.timeline.comment.add?fields[ENTITY_ID]=$result[lead][item][id]&fields[ENTITY_TYPE]=lead&fields[COMMENT]=$result[boss][0][NAME]%20$result[boss][0][LAST_NAME]',
      read: 'crm.timeline.comment.get?id=$result[comment]',
    })
    expect(at(result, 'result_error')).toEqual([])
    expect(at(result, 'result', 'department', 0)).toMatchObject({ ID: '3', UF_HEAD: '3' })
    expect(at(result, 'result', 'above', 0)).toMatchObject({ ID: '2', UF_HEAD: '7' })
    expect(at(result, 'result', 'top', 0)).toMatchObject({ ID: '1', UF_HEAD: '1' })
    expect(at(result, 'result', 'read', 'COMMENT')).toBe('Иван Морозов')
  })

  it('leaves a reference to nothing empty', async () => {
    const result = await batch({ a: 'crm.item.list?entityTypeId=1&filter[id]=999&start=-1', b: 'crm.item.list?entityTypeId=1&select[]=id&order[id]=ASC&filter[>id]=$result[a][items][49][id]&start=-1' })
    expect(at(result, 'result', 'b', 'items', 0)).toEqual({ id: 1 })
  })

  it('goes on after an error, or halts at it', async () => {
    const cmd = { first: 'server.time', bad: 'crm.item.get?entityTypeId=1&id=999', last: 'profile' }
    const going = await batch(cmd)
    expect(going).toMatchObject({ result: { last: { ID: '1' } }, result_error: { bad: { error: 'NOT_FOUND' } } })
    const halted = await batch(cmd, 1)
    expect(Object.keys(Object(at(halted, 'result')))).toEqual(['first'])
  })

  it('refuses the 51st command, a batch within, and what the token does not open', async () => {
    const many = await batch(Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`c${at}`, 'server.time'])))
    expect(at(many, 'result_error')).toMatchObject({ c50: { error: 'ERROR_BATCH_LENGTH_EXCEEDED' } })
    expect(Object.keys(Object(at(many, 'result')))).toHaveLength(50)

    expect(await batch({ b: 'batch?cmd[a]=server.time' })).toMatchObject({ result: [], result_error: { b: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' } } })

    const narrow = await portal.as('manager', 'crm')
    expect(await narrow.ok('batch', { cmd: { d: 'department.get', l: 'crm.item.get?entityTypeId=1&id=1' } }))
      .toMatchObject({ result: { l: { item: { id: 1 } } }, result_error: { d: { error: 'insufficient_scope' } } })
  })

  it('reports totals and next pages by command', async () => {
    expect(await batch({ leads: 'crm.lead.list?select[]=ID', none: 'crm.item.list?entityTypeId=2&filter[id]=99' }))
      .toMatchObject({ result_total: { leads: 30, none: 0 }, result_next: [] })
  })
})
