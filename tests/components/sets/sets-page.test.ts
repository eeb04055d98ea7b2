import { describe, expect, it } from 'vitest'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { LARGEST_OPTIONS } from '../../../src/portal/options-writing.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { openSets } from '../../support/sets-page.ts'

const one = emulatedPortal({ leads: 3 })
const two = emulatedPortal({ leads: 3, sets: [DEFAULT_SET, BANT] })

async function ids(portal: typeof one): Promise<readonly string[]> {
  return (await portal.installation()).sets.map(({ id }) => id)
}

/** Publishes the set once more with another name for its first question. */
async function publishNext(opened: Awaited<ReturnType<typeof openSets>>, name: string): Promise<void> {
  await opened.press(opened.words.edit, opened.card('Базовая анкета'))
  await opened.page.get('[data-place="questions[0].name"] input').setValue(name)
  await opened.settled()
  await opened.press(opened.words.editor.publish)
  await opened.press(opened.words.publishing.go)
}

describe('the list of sets', () => {
  it('says of each what is in force, and of the only one never that it could be withdrawn', async () => {
    const opened = await openSets(one)
    const card = opened.card('Базовая анкета')
    expect(card.text()).toContain('действует, версия 1')
    expect(opened.buttons(card)).toEqual([opened.words.edit, opened.words.duplicate, opened.words.exportFile])
  })

  it('offers another set first, and keeps that order on the portal', async () => {
    const opened = await openSets(two)
    expect(opened.card('Базовая анкета').text()).toContain(opened.words.first)
    await opened.press(opened.words.putFirst, opened.card('BANT'))
    expect(await ids(two)).toEqual(['bant', 'default'])
    expect(opened.card('BANT').text()).toContain(opened.words.first)
  })

  it('withdraws a set only after a second word, and not after a no', async () => {
    const opened = await openSets(two)
    await opened.press(opened.words.withdraw, opened.card('BANT'))
    expect(opened.card('BANT').text()).toContain(opened.words.withdrawSure)
    expect(document.activeElement?.textContent).toBe(opened.words.keepIt)
    await opened.press(opened.words.keepIt, opened.card('BANT'))
    expect(await ids(two)).toEqual(['default', 'bant'])
    await opened.press(opened.words.withdraw, opened.card('BANT'))
    await opened.press(opened.words.yesWithdraw, opened.card('BANT'))
    expect(await ids(two)).toEqual(['default'])
  })

  it('keeps a withdrawn set that only the set-up had published, with its version to put back', async () => {
    const opened = await openSets(two)
    await opened.press(opened.words.withdraw, opened.card('BANT'))
    await opened.press(opened.words.yesWithdraw, opened.card('BANT'))
    await opened.press(opened.words.putBack, opened.card('BANT').get('ol.versions > li'))
    expect((await two.installation()).sets).toEqual([DEFAULT_SET, BANT])
  })

  it('has nothing to press for somebody who may not change sets, but files', async () => {
    const opened = await openSets(two, 'manager')
    expect(opened.page.text()).toContain(opened.words.notAdmin)
    expect(opened.buttons()).toEqual([opened.words.exportFile, opened.words.exportFile])
    expect(opened.page.findAll('fieldset:not([disabled])')).toEqual([])
  })

  it('speaks English', async () => {
    const opened = await openSets(one, 'admin', 'en')
    expect(opened.card('Basic set').text()).toContain('in force, version 1')
  })
})

it('says before publishing which list item will be called otherwise', async () => {
  const opened = await openSets(one)
  await opened.press(opened.words.edit, opened.card('Базовая анкета'))
  const field = opened.page.get<HTMLInputElement>('[data-place="questions[0].choices[0].label"] input')
  const before = field.element.value
  await field.setValue('Горит 🔥')
  await opened.settled()
  await opened.press(opened.words.editor.publish)
  expect(opened.page.text()).toContain(opened.words.publishing.renamed('Потребность', before, 'Горит 🔥'))
  await opened.press(opened.words.publishing.go)
  expect((await one.snapshot()).userfields.flatMap(({ LIST }) => LIST.map(({ VALUE }) => VALUE))).toContain('Горит 🔥')
})

it('says before publishing which mandatory fields not everybody will be asked for', async () => {
  const admin = await one.as('admin')
  const [urgency] = (await one.snapshot()).userfields.filter(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_URGENCY')
  await one.call(admin, 'crm.lead.userfield.update', { id: urgency?.id ?? 0, fields: { MANDATORY: 'Y' } })
  const opened = await openSets(one)
  await opened.press(opened.words.edit, opened.card('Базовая анкета'))
  await opened.page.get(`nav ol li:nth-child(2) button`).trigger('click')
  await opened.page.get('[data-place="questions[1].optional"]').setValue(true)
  await opened.settled()
  await opened.press(opened.words.editor.publish)
  expect(opened.page.text()).toContain(opened.words.publishing.demanded('Срочность'))
})

describe('versions', () => {
  it('tell who published them, when, and what became different', async () => {
    const opened = await openSets(one)
    await publishNext(opened, 'Задача')
    await publishNext(opened, 'Задача клиента')
    const card = opened.card('Базовая анкета')
    expect(card.get('summary').text()).toBe(`${opened.words.history} (3)`)
    const versions = card.findAll('ol.versions > li')
    expect(versions.map(row => row.get('strong').text())).toEqual(['версия 3', 'версия 2', 'версия 1'])
    expect(versions[0]?.text()).toContain('Анна Соколова')
    expect(versions[0]?.text()).toContain('действует, версия 3')
    expect(versions[0]?.get('details').text()).toContain('Вопрос «Задача клиента»')
  })

  it('are put back as they were, or taken as a draft', async () => {
    const opened = await openSets(one)
    await publishNext(opened, 'Задача')
    await publishNext(opened, 'Задача клиента')
    const old = () => {
      const row = opened.card('Базовая анкета').findAll('ol.versions > li')[1]
      if (!row) throw new Error('there is no second version')
      return row
    }
    await opened.press(opened.words.putBack, old())
    expect((await one.installation()).sets[0]).toMatchObject({ version: 2 })
    expect(opened.page.get('[role=status]').text()).toContain(opened.words.publishing.undone(2))

    const newest = opened.card('Базовая анкета').findAll('ol.versions > li')[0]
    if (!newest) throw new Error('there is no version')
    await opened.press(opened.words.restore, newest)
    expect(opened.page.get<HTMLInputElement>('[data-place="questions[0].name"] input').element.value).toBe('Задача клиента')
  })

  it('are undone to what was in force before, whatever was published in between', async () => {
    const opened = await openSets(one)
    await publishNext(opened, 'Задача')
    const first = opened.card('Базовая анкета').findAll('ol.versions > li').at(-1)
    if (!first) throw new Error('there is no first version')
    await opened.press(opened.words.putBack, first)
    await publishNext(opened, 'Задача клиента')
    expect((await one.installation()).sets[0]?.version).toBe(3)
    await opened.press(opened.words.publishing.undo)
    expect((await one.installation()).sets[0]?.version).toBe(1)
  })

  it('can be undone once more when the portal refused it first', async () => {
    const opened = await openSets(one)
    await publishNext(opened, 'Задача')
    await one.faults([{ method: 'app.option.set', kind: '403' }])
    await opened.press(opened.words.publishing.undo)
    expect((await one.installation()).sets[0]?.version).toBe(2)
    await opened.press(opened.words.publishing.undo)
    expect((await one.installation()).sets[0]?.version).toBe(1)
  })

  it('that somebody broke in force are said to be, with the place, and the way back lies open', async () => {
    const opened = await openSets(one)
    await publishNext(opened, 'Задача')
    const stored = (await one.snapshot()).appOptions['set.default']
    await one.call(await one.as('admin'), 'app.option.set', { options: { 'set.default': String(stored).replace(/"letters":\d+/, '"letters":30') } })
    const again = await openSets(one)
    const card = again.page.get('article')
    expect(card.text()).toContain(again.words.broken)
    expect(card.text()).toContain('letters')
    expect(card.findAll('details').some(one => one.attributes('open') !== undefined)).toBe(true)
    const [row] = card.findAll('ol.versions > li')
    if (!row) throw new Error('there is no version')
    await again.press(again.words.putBack, row)
    expect((await one.installation()).sets[0]).toMatchObject({ id: 'default', version: 2 })
  })
})

describe('a set that has no room in the settings', () => {
  it('is told to be kept apart before it is published, and when it was deleted there, with a version to put back', async () => {
    const admin = await one.as('admin')
    const taken = new TextEncoder().encode(JSON.stringify((await one.snapshot()).appOptions)).length
    await one.call(admin, 'app.option.set', { options: { other: 'x'.repeat(LARGEST_OPTIONS - taken - 20) } })
    const opened = await openSets(one)
    await opened.press(opened.words.edit, opened.card('Базовая анкета'))
    await opened.page.get('[data-place="questions[0].name"] input').setValue('Задача, с которой пришёл клиент')
    await opened.settled()
    await opened.press(opened.words.editor.publish)
    expect(opened.page.text()).toContain(opened.words.publishing.pointed('Базовая анкета'))
    await opened.press(opened.words.publishing.go)
    expect(opened.card('Базовая анкета').text()).toContain('действует, версия 2')

    const items = await one.call(admin, 'entity.item.get', { ENTITY: 'abcsets', FILTER: { NAME: 'default@2' } }) as readonly { ID: string }[]
    await one.call(admin, 'entity.item.delete', { ENTITY: 'abcsets', ID: Number(items[0]?.ID) })
    const again = await openSets(one)
    const card = again.page.get('article')
    expect(card.text()).toContain(again.words.gone)
    await again.press(again.words.putBack, card.get('ol.versions > li'))
    expect((await one.installation()).sets[0]).toMatchObject({ id: 'default', version: 1 })
  })
})

describe('a new set', () => {
  it('from a preset speaks the language of who begins it', async () => {
    const opened = await openSets(one, 'admin', 'en')
    await opened.page.get(`section[aria-label="${opened.words.fresh.title}"] select`).setValue('champ')
    await opened.press(opened.words.fresh.start)
    await opened.press(opened.words.editor.publish)
    await opened.press(opened.words.publishing.go)
    expect((await one.installation()).sets.find(({ id }) => id === 'champ')?.defaultLanguage).toBe('en')
    expect((await one.snapshot()).userfields.flatMap(({ LIST }) => LIST.map(({ VALUE }) => VALUE))).toContain('Yes')
  })

  it('from a preset that is in force already gets a name and an id of its own', async () => {
    const opened = await openSets(one)
    await opened.page.get(`section[aria-label="${opened.words.fresh.title}"] input:not([type])`).setValue('Для дилеров')
    await opened.press(opened.words.fresh.start)
    await opened.press(opened.words.editor.publish)
    expect(opened.page.text()).toContain(opened.words.publishing.newSet)
    await opened.press(opened.words.publishing.go)
    expect(opened.cards()).toEqual(['Базовая анкета', 'Для дилеров'])
    const [, made] = (await one.installation()).sets
    expect(made?.id).not.toBe('default')
    expect(made?.name.ru).toBe('Для дилеров')
  })
})
