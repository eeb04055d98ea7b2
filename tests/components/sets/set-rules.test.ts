import { describe, expect, it } from 'vitest'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { readSetRules } from '../../../src/portal/sets/read-set-rules.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { openSets } from '../../support/sets-page.ts'

const portal = emulatedPortal({ leads: 3, sets: [DEFAULT_SET, BANT] })

async function openRules() {
  const opened = await openSets(portal)
  const { rules } = opened.words
  const box = () => opened.page.get(`section[aria-label="${rules.title}"]`)
  return {
    ...opened,
    rules,
    press: (name: string, at = 0) => opened.press(name, at > 0 ? box().findAll('fieldset')[at - 1] : box()),
    field: (label: string, at = 1) => {
      const found = box().findAll('fieldset')[at - 1]?.findAll('label').find(one => one.find('span').exists() && one.get('span').text() === label)
      if (!found) throw new Error(`rule ${at} has no “${label}”`)
      return found.get<HTMLInputElement | HTMLSelectElement>('input, select')
    },
    told: () => box().findAll('.bad').map(one => one.text()),
    isSaveable: () => opened.buttons(box()).includes(rules.save),
    said: () => box().get('[role=status]').text(),
  }
}

async function stored() {
  const read = readSetRules((await portal.installation()).settings)
  if (!read.ok) throw new Error('the rules cannot be read')
  return read.value
}

describe('rules that choose a set', () => {
  it('are kept on the portal in their order, once they are saved', async () => {
    const page = await openRules()
    expect(page.isSaveable()).toBe(false)
    await page.press(page.rules.add)
    await page.field(page.rules.from).setValue('500 000')
    await page.press(page.rules.add)
    await page.field(page.rules.set, 2).setValue('default')
    await page.field(page.rules.repeat, 2).setValue('yes')
    await page.press(page.rules.up, 2)
    await page.press(page.rules.save)
    expect(page.said()).toBe(page.rules.saved)
    expect(await stored()).toEqual([
      { set: 'default', when: { repeat: true } },
      { set: 'bant', when: { amount: { from: 500_000, to: null, currency: BANT.currency } } },
    ])
  })

  it('keep the currency in which their sums were given, until somebody takes them as the set’s', async () => {
    const admin = await portal.as('admin')
    const settings = JSON.parse(String((await portal.snapshot()).appOptions['settings'])) as object
    await portal.call(admin, 'app.option.set', { options: { settings: JSON.stringify({ ...settings, rules: [{ set: 'bant', when: { amount: { from: 100, to: null, currency: 'USD' } } }] }) } })
    const page = await openRules()
    expect(page.isSaveable()).toBe(false)
    expect(page.page.text()).toContain(page.rules.foreign('USD', 'RUB'))
    await page.field(page.rules.to).setValue('900')
    await page.press(page.rules.save)
    expect(await stored()).toEqual([{ set: 'bant', when: { amount: { from: 100, to: 900, currency: 'USD' } } }])
    await page.press(page.rules.ofSet('RUB'))
    await page.press(page.rules.save)
    expect(await stored()).toEqual([{ set: 'bant', when: { amount: { from: 100, to: 900, currency: 'RUB' } } }])
  })

  it('name the sources of the portal, to be ticked', async () => {
    const page = await openRules()
    await page.press(page.rules.add)
    const ticks = () => page.page.findAll('.tick')
    await expect.poll(() => ticks().length).toBeGreaterThan(3)
    const call = ticks().find(one => one.text() === 'Звонок')
    await call?.get('input').setValue(true)
    expect(page.page.get('fieldset summary').text()).toBe('Источник: Звонок')
    await page.press(page.rules.save)
    expect(await stored()).toEqual([{ set: 'bant', when: { source: ['CALL'] } }])
  })

  it('that fit every lead or are never reached are said to, and can be saved nevertheless', async () => {
    const page = await openRules()
    await page.press(page.rules.add)
    await page.press(page.rules.add)
    await page.field(page.rules.repeat, 2).setValue('no')
    expect(page.told()).toEqual([page.rules.findings['asks-nothing'], page.rules.findings['never-reached']])
    expect(page.isSaveable()).toBe(true)
  })

  it('with a sum that is no number cannot be saved, and say what is wrong', async () => {
    const page = await openRules()
    await page.press(page.rules.add)
    await page.field(page.rules.to).setValue('много')
    expect(page.page.text()).toContain(page.rules.badNumber)
    expect(page.field(page.rules.to).attributes('aria-invalid')).toBe('true')
    expect(page.isSaveable()).toBe(false)
  })

  it('that were broken past the app are said to be, and are replaced by new ones', async () => {
    const settings = JSON.parse(String((await portal.snapshot()).appOptions.settings)) as Record<string, unknown>
    await portal.call(await portal.as('admin'), 'app.option.set', { options: { settings: JSON.stringify({ ...settings, rules: 'none' }) } })
    const page = await openRules()
    expect(page.told()).toEqual([page.rules.unread])
    await page.press(page.rules.add)
    await page.field(page.rules.repeat).setValue('yes')
    await page.press(page.rules.save)
    expect(await stored()).toEqual([{ set: 'bant', when: { repeat: true } }])
    expect(page.told()).toEqual([])
  })
})
