/** What an administrator, an administrator of the CRM and the others see of question sets and of the names of list items, and what the portal refuses them. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { BANT } from '../../src/domain/presets/bant.ts'
import { setChoiceText } from '../../src/domain/set-edit/choices.ts'
import type { Portal } from '../../src/portal/portal.ts'
import { readInForce } from '../../src/portal/sets/in-force.ts'
import { publishSet } from '../../src/portal/sets/publishing.ts'
import { lookAtPublishing, lookAtReturning } from '../../src/portal/sets/publishing-plan.ts'
import { putFirst, putRules, withdraw } from '../../src/portal/sets/set-rules.ts'
import { bring } from '../../src/portal/setup/checklist.ts'
import { APP_URL, emulatedPortal, PEOPLE } from '../support/emulated-portal.ts'
import type { Login } from '../support/emulated-portal.ts'
import { openSets } from '../support/sets-page.ts'
import { openSetUp } from '../support/set-up-page.ts'

const portal = emulatedPortal({ leads: 3, sets: [DEFAULT_SET, BANT] })
const EVERYBODY = Object.keys(PEOPLE) as Login[]
const OTHERS = EVERYBODY.filter(user => user !== 'admin')
const ZONE = 'Europe/Moscow'
const RENAMED = setChoiceText(DEFAULT_SET, 'need', 'yes', 'label', 'ru', 'Нужно вчера')

async function publish(as: Portal) {
  const plan = await lookAtPublishing(as, { set: RENAMED, base: 1 }, ZONE)
  return plan.ok ? publishSet(as, plan.value) : plan
}

async function restore(as: Portal) {
  const plan = await lookAtReturning(as, 'default@1', 'default@2', ZONE)
  return plan.ok ? publishSet(as, plan.value) : plan
}

async function inForce(as: Portal) {
  const found = await readInForce(as)
  if (!found.ok) throw new Error('the options cannot be read')
  return found.value
}

async function callByHand(): Promise<void> {
  const { id = 0, LIST: [first] = [] } = (await portal.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_NEED') ?? {}
  await portal.call(await portal.as('admin'), 'crm.lead.userfield.update', { id, fields: { LIST: [{ ID: first?.ID ?? '', VALUE: 'Горит', XML_ID: first?.XML_ID ?? '' }] } })
}

const options = async () => (await portal.snapshot()).appOptions
const labels = async () => (await portal.snapshot()).userfields.flatMap(({ LIST }) => LIST.map(({ VALUE }) => VALUE))

describe('the portal', () => {
  it.each(EVERYBODY)('lets %s publish only with the right to it; the version before stays in force else', async (user) => {
    const before = await options()
    const done = await publish(await portal.as(user))
    expect(done.ok).toBe(user === 'admin')
    expect((await portal.installation()).sets[0]?.version).toBe(user === 'admin' ? 2 : 1)
    if (user !== 'admin') expect(await options()).toEqual(before)
  })

  it.each(OTHERS)('does not let %s put an earlier version back', async (user) => {
    await publish(await portal.as('admin'))
    const before = await options()
    expect((await restore(await portal.as(user))).ok).toBe(false)
    expect(await options()).toEqual(before)
  })

  it.each(EVERYBODY)('lets %s change the order of the sets, their rules, and withdraw one only with the right to it', async (user) => {
    const as = await portal.as(user)
    const before = await options()
    expect((await putRules(as, await inForce(as), [{ set: BANT.id, when: { repeat: true } }])).ok).toBe(user === 'admin')
    expect((await putFirst(as, await inForce(as), BANT.id)).ok).toBe(user === 'admin')
    expect((await withdraw(as, await inForce(as), BANT.id)).ok).toBe(user === 'admin')
    if (user !== 'admin') expect(await options()).toEqual(before)
  })

  it.each(EVERYBODY)('lets %s name list items only with the right to the settings of the CRM', async (user) => {
    await callByHand()
    const done = await bring(await portal.as(user), { sets: [], zone: ZONE, handler: `${APP_URL}index.html`, language: 'ru' }, 'labels')
    const may = user === 'admin' || user === 'crmadmin'
    expect(done.ok).toBe(may)
    expect((await labels()).includes('Горит')).toBe(!may)
  })
})

describe('on the screen', () => {
  it('a CRM administrator has the names of list items to put right, and nothing of the sets to change', async () => {
    await callByHand()
    const setUp = await openSetUp(portal, 'crmadmin')
    await setUp.press('Исправить', setUp.item('labels').element)
    expect(setUp.item('labels').attributes('data-state')).toBe('there')
    const sets = await openSets(portal, 'crmadmin')
    expect(sets.page.text()).toContain(sets.words.notAdmin)
    expect(sets.buttons()).toEqual([sets.words.exportFile, sets.words.exportFile])
  })

  it.each(['manager', 'head'] satisfies Login[])('%s reads whom to ask, and has nothing to press that the portal would refuse', async (user) => {
    await callByHand()
    const setUp = await openSetUp(portal, user)
    expect(setUp.item('labels').findAll('button')).toEqual([])
    expect(setUp.page.text()).toContain('Настраивать портал может администратор')
    const sets = await openSets(portal, user)
    expect(sets.buttons()).toEqual([sets.words.exportFile, sets.words.exportFile])
  })

  it('an administrator who lost the right meanwhile reads which right it takes and whom to ask', async () => {
    const opened = await openSets(portal)
    await opened.press(opened.words.edit, opened.card('Базовая анкета'))
    await opened.page.get('[data-place="questions[0].name"] input').setValue('Задача')
    await opened.settled()
    await opened.press(opened.words.editor.publish)
    await portal.faults([{ method: 'app.option.set', kind: '403', when: 'before', times: 1 }])
    await opened.press(opened.words.publishing.go)
    const told = opened.page.get('[role=alert]').text()
    expect(told).toContain('Если администратором вы быть перестали, попросите того, кто им остался')
    expect(told).toContain('Действует прежняя версия')
    expect(told).not.toContain('право менять лиды')
  })
})
