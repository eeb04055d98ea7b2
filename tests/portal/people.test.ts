import { describe, expect, it } from 'vitest'
import { readMe, readPerson } from '../../src/portal/people.ts'
import { unreadable } from '../../src/portal/portal.ts'
import { headOf } from '../../src/portal/supervisor.ts'

const yes = (value: unknown) => ({ ok: true, value }) as const
const no = { ok: false, error: unreadable('department.get', '') } as const

const ROOT = { ID: '1', NAME: 'Company', UF_HEAD: '10' }
const SALES = { ID: '2', NAME: 'Sales', PARENT: '1', UF_HEAD: '20' }
const TEAM = { ID: '3', NAME: 'Team', PARENT: '2', UF_HEAD: '30' }
const HEADLESS = { ID: '4', NAME: 'Team without a head', PARENT: '2' }
const ALL = [ROOT, SALES, TEAM, HEADLESS]

function person(id: number, ...departments: number[]) {
  return yes([{ ID: String(id), NAME: 'Anna', LAST_NAME: 'Sokolova', UF_DEPARTMENT: departments }])
}

describe('the head of a person', () => {
  it.each([
    ['his department has one', 5, [3], [[TEAM], [SALES], [ROOT]], 30],
    ['he heads his own department: the one above', 30, [3], [[TEAM], [SALES], [ROOT]], 20],
    ['his department has none: the one above', 5, [4], [[HEADLESS], [SALES], [ROOT]], 20],
    ['two levels up', 20, [4], [[HEADLESS], [SALES], [ROOT]], 10],
    ['he heads the company', 10, [1], [[ROOT], ALL, ALL], undefined],
    ['a reference to nothing lists every department, and the first of them is not his', 5, [], [ALL, ALL, ALL], undefined],
    ['a reference to nothing lists none', 10, [1], [[ROOT], [], []], undefined],
    ['he is in several departments: the first counts', 5, [3, 4], [[TEAM], [SALES], [ROOT]], 30],
    ['no department is listed', 5, [3], [[], [], []], undefined],
    ['the head is nobody', 5, [3], [[{ ...TEAM, UF_HEAD: '0' }], [SALES], [ROOT]], 20],
    ['the head is an empty text', 5, [3], [[{ ...TEAM, UF_HEAD: '' }], [SALES], [ROOT]], 20],
  ])('%s', (_, id, departments, chain, head) => {
    expect(headOf(id, person(id, ...departments), chain.map(yes))).toBe(head)
  })

  it('is not known where the portal does not tell people or departments', () => {
    expect(headOf(5, no, [yes([TEAM])])).toBeUndefined()
    expect(headOf(5, person(5, 3), [no, no, no])).toBeUndefined()
    expect(headOf(5, person(5, 3), [yes('nonsense')])).toBeUndefined()
    expect(headOf(5, yes([{ ID: '6', UF_DEPARTMENT: [3] }]), [yes([TEAM])])).toBeUndefined()
    expect(headOf(5, yes([{ ID: '5', UF_DEPARTMENT: false }]), [yes([TEAM])])).toBeUndefined()
  })
})

describe('people', () => {
  it('have their full name, or their number where they have none', () => {
    expect(readPerson(yes([{ ID: '5', NAME: 'Anna', LAST_NAME: '' }]), 5)).toEqual({ id: 5, name: 'Anna' })
    expect(readPerson(yes([{ ID: 5, NAME: '', LAST_NAME: null }]), 5)).toEqual({ id: 5, name: '#5' })
  })

  it('are found by their id only', () => {
    expect(readPerson(person(5), 6)).toBeUndefined()
    expect(readPerson(person(5), undefined)).toBeUndefined()
    expect(readPerson(no, 5)).toBeUndefined()
  })

  it.each([
    [{ ID: '1', ADMIN: true, NAME: 'Anna', LAST_NAME: 'S' }, { id: 1, name: 'Anna S', admin: true }],
    [{ ID: '4', NAME: 'Ivan' }, { id: 4, name: 'Ivan', admin: false }],
    [{ NAME: 'nobody' }, undefined],
    [null, undefined],
  ])('are signed in as profile says: %j', (profile, me) => {
    expect(readMe(profile)).toEqual(me)
  })
})
