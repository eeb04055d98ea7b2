import { expect, it } from 'vitest'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Workplace } from '../../../src/stores/workplace.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'
import { openedTab, type } from './lead-tab.ts'

const portal = emulatedPortal({ sets: [DEFAULT_SET, BANT] })

async function opened(wishes: WorkplaceWishes = {}): Promise<OpenPanel & { readonly changed: readonly Workplace[] }> {
  const changed: Workplace[] = []
  const open = await openedTab(portal, { reopen(workplace) { changed.push(workplace); return Promise.resolve() }, ...wishes })
  await expect.poll(() => open.panel.find('.before').exists()).toBe(true)
  return { ...open, changed }
}

it('names the set, and offers the others that are in force', async () => {
  const { panel } = await opened()
  const box = panel.findAll('details').find(one => wordsOf(one).startsWith('Анкета: Базовая анкета'))
  expect(box?.findAll('button').map(wordsOf)).toEqual(['Спросить по анкете «BANT»'])
})

it('shows the screen anew with the other set first and the answers that it asks for, too', async () => {
  const { panel, changed } = await opened()
  await type('1', '1')
  await control(panel, 'button', 'Спросить по анкете «BANT»').trigger('click')
  const [workplace] = changed
  expect(workplace?.installation.sets.map(set => set.id)).toEqual([BANT.id, 'default'])
  expect(workplace?.left?.map(draft => [draft.set, Object.keys(draft.answers)])).toEqual([['default@1', ['need', 'urgency']]])
  const [draft] = workplace?.drafts.read(4) ?? []
  expect(draft).toMatchObject({ set: `${BANT.id}@1`, answers: { need: { choice: 'yes' } } })
  workplace?.drafts.forget(4)
  expect(workplace?.drafts.read(4)).toEqual([])
})

it('hands over no draft where nothing was answered', async () => {
  const { panel, changed } = await opened()
  await control(panel, 'button', 'Спросить по анкете «BANT»').trigger('click')
  expect(changed[0]?.drafts.read(4)).toEqual([])
})

it.each<[string, WorkplaceWishes]>([
  ['who may only read', { user: 'manager2' }],
  ['who has one set', { installation: all => ({ ...all, sets: all.sets.slice(0, 1) }) }],
])('is not there for one %s', async (_, wishes) => {
  const { panel } = await opened(wishes)
  expect(wordsOf(panel)).not.toContain('Анкета: Базовая')
})
