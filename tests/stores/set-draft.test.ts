import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createApp } from 'vue'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { setQuestionText } from '../../src/domain/set-edit/questions.ts'
import { OFFICE } from '../../src/stores/office.ts'
import type { Office } from '../../src/stores/office.ts'
import { useSetDraft } from '../../src/stores/set-draft.ts'
import { useSets } from '../../src/stores/sets.ts'
import { APP_URL, emulatedPortal, NOON } from '../support/emulated-portal.ts'
// lets requests to the emulated portal through
import '../support/workplace.ts'

const portal = emulatedPortal()

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() { return kept.size },
    clear: () => { kept.clear() },
    getItem: key => kept.get(key) ?? null,
    key: index => [...kept.keys()][index] ?? null,
    removeItem: (key) => { kept.delete(key) },
    setItem: (key, value) => { kept.set(key, value) },
  }
}

const denied = (): Storage => { throw new DOMException('denied', 'SecurityError') }

/** One page of an administrator. */
async function page(storage: () => Storage = denied) {
  const office: Office = {
    portal: await portal.as('admin'), host: 'portal.example', me: { id: 1, name: 'Анна Соколова', admin: true, crmAdmin: true }, zone: 'Europe/Moscow',
    handler: `${APP_URL}index.html`, storage, locks: () => undefined, now: () => NOON,
  }
  const app = createApp({ render: () => null })
  app.use(createPinia()).provide(OFFICE, office)
  const [work, sets] = app.runWithContext(() => [useSetDraft(), useSets()] as const)
  await sets.open()
  return { work, sets, draft: () => sets.rows[0]?.draft }
}

const START = { set: DEFAULT_SET, base: 1 }
const named = (words: string) => setQuestionText(DEFAULT_SET, 'need', 'name', 'ru', words)

describe('a draft of a question set', () => {
  it('is not kept anywhere before it was edited', async () => {
    const { work } = await page()
    work.open(START, undefined)
    expect(work.kept).toBeUndefined()
    await work.keep()
    expect((await portal.requests()).flatMap(({ commands }) => commands).filter(method => method === 'entity.item.add')).toEqual([])
  })

  it('survives the page in the browser, and goes on from there', async () => {
    const browser = memory()
    const one = await page(() => browser)
    one.work.open(START, undefined)
    one.work.change(named('Задача'))
    expect(one.work.kept).toBe('near')
    const other = await page(() => browser)
    expect(other.work.open(START, other.draft())).toBe(true)
    expect(other.work.draft?.set).toEqual(named('Задача'))
  })

  it('survives the way back to the list where the browser denies storage', async () => {
    const { work } = await page()
    work.open(START, undefined)
    work.change(named('Задача'))
    expect(work.kept).toBe('nowhere')
    expect(work.open(START, undefined)).toBe(true)
    expect(work.draft?.set).toEqual(named('Задача'))
  })

  it('is found on the shelf by another browser', async () => {
    const one = await page()
    one.work.open(START, undefined)
    one.work.change(named('Задача'))
    await one.work.keep()
    expect(one.work.kept).toBe('shelf')
    const other = await page()
    expect(other.draft()?.content).toEqual({ ok: true, value: { set: named('Задача'), base: 1 } })
  })

  it('that another administrator kept meanwhile is not written over unseen', async () => {
    const [mine, theirs] = [await page(), await page()]
    mine.work.open(START, mine.draft())
    theirs.work.open(START, theirs.draft())
    theirs.work.change(named('Их'))
    await theirs.work.keep()
    mine.work.change(named('Моя'))
    await mine.work.keep()
    expect(mine.work.problem).toMatchObject({ kind: 'changed', now: { by: 1 } })
    expect(mine.work.draft?.set).toEqual(named('Моя'))
    await mine.work.insist()
    expect(mine.work.kept).toBe('shelf')
    expect((await page()).draft()?.content).toMatchObject({ value: { set: named('Моя') } })
  })

  it('that was brought to the shelf gives way to what somebody made of it there', async () => {
    const browser = memory()
    const mine = await page(() => browser)
    mine.work.open(START, mine.draft())
    mine.work.change(named('Моя'))
    await mine.work.keep()
    const theirs = await page()
    theirs.work.open({ set: named('Моя'), base: 1 }, theirs.draft())
    theirs.work.change(named('Их'))
    await theirs.work.keep()
    const again = await page(() => browser)
    expect(again.work.open({ set: named('Их'), base: 1 }, again.draft())).toBe(false)
    await again.work.keep()
    expect((await page()).draft()?.content).toMatchObject({ value: { set: named('Их') } })
  })

  it('that this browser alone has is not put over a newer one on the shelf unseen, not even by opening it twice', async () => {
    const browser = memory()
    const mine = await page(() => browser)
    mine.work.open(START, mine.draft())
    mine.work.change(named('Моя'))
    const theirs = await page()
    theirs.work.open(START, theirs.draft())
    theirs.work.change(named('Их'))
    await theirs.work.keep()
    for (const again of [await page(() => browser), await page(() => browser)]) {
      expect(again.work.open({ set: named('Их'), base: 1 }, again.draft())).toBe(true)
      await again.work.keep()
      expect(again.work.problem).toMatchObject({ kind: 'changed' })
    }
    expect((await page()).draft()?.content).toMatchObject({ value: { set: named('Их') } })
  })

  it('that this browser edited further than the shelf has it goes there without a question', async () => {
    const browser = memory()
    const one = await page(() => browser)
    one.work.open(START, one.draft())
    one.work.change(named('Моя'))
    await one.work.keep()
    one.work.change(named('Моя, дальше'))
    const again = await page(() => browser)
    expect(again.work.open({ set: named('Моя'), base: 1 }, again.draft())).toBe(true)
    await again.work.keep()
    expect([again.work.problem, again.work.kept]).toEqual([undefined, 'shelf'])
  })

  it('keeps the edits when the portal refuses it, and says why', async () => {
    const { work } = await page()
    work.open(START, undefined)
    work.change(named('Задача'))
    await portal.faults([{ method: 'entity.item.add', kind: '403' }])
    await work.keep()
    expect(work.problem).toMatchObject({ kind: 'portal', error: { kind: 'not-allowed' } })
    expect(work.draft?.set).toEqual(named('Задача'))
    await work.keep()
    expect([work.problem, work.kept]).toEqual([undefined, 'shelf'])
  })

  it('is gone from browser and shelf once it was published', async () => {
    const browser = memory()
    const { work, sets } = await page(() => browser)
    work.open(START, undefined)
    work.change(named('Задача'))
    await work.keep()
    await work.look()
    expect(work.plan?.set.version).toBe(2)
    await work.publish()
    expect([work.published, work.draft, browser.length]).toEqual(['default@2', undefined, 0])
    await sets.open()
    expect(sets.rows[0]).toMatchObject({ inForce: { reference: 'default@2' }, draft: undefined })
  })

  it('can be given up', async () => {
    const browser = memory()
    const one = await page(() => browser)
    one.work.open(START, undefined)
    one.work.change(named('Задача'))
    await one.work.keep()
    await one.work.drop()
    expect([one.work.draft, browser.length, (await page()).draft()]).toEqual([undefined, 0, undefined])
  })
})

describe('the sets of a portal', () => {
  it('cannot lose the only one in force', async () => {
    const { sets } = await page()
    expect(await sets.withdraw('default')).toBe(false)
    expect(sets.problem).toEqual({ kind: 'last' })
  })

  it('tell a set in force that was edited into nonsense, and can be put right again', async () => {
    const { work, sets } = await page()
    work.open(START, undefined)
    work.change(named('Задача'))
    await work.look()
    await work.publish()
    await portal.call(await portal.as('admin'), 'app.option.set', { options: { 'set.default': '{}' } })
    await sets.open()
    expect(sets.rows[0]?.inForce?.content.ok).toBe(false)
    expect(await sets.returnTo('default@1', 'default@2')).toBe(true)
    expect(sets.rows[0]?.inForce).toMatchObject({ reference: 'default@1', content: { ok: true, value: DEFAULT_SET } })
  })
})
