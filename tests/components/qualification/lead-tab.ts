/** The whole lead tab in an emulated portal, and a hand on its keys. */
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { expect } from 'vitest'
// the parts that load later are read before, as the first of their tests would wait for it
import '../../../src/components/qualification/question-parts.ts'
import '../../../src/components/qualification/later-parts.ts'
import QualificationTab from '../../../src/components/qualification/QualificationTab.vue'
import type { EmulatedPortal } from '../../support/emulated-portal.ts'
import { openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

/** Opens the tab with everything in it that loads after the first question. */
export async function openedTab(portal: EmulatedPortal, wishes?: WorkplaceWishes): Promise<OpenPanel> {
  const open = await openPanel(QualificationTab, portal, wishes)
  await expect.poll(() => open.panel.find('.result, [role=alert]').exists()).toBe(true)
  return open
}

/** Presses a key where the focus is. */
export async function press(key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  const focus = document.activeElement ?? document.body
  focus.dispatchEvent(event)
  await flushPromises()
  return event
}

/** Presses one key after the other. */
export async function type(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await press(key)
}

/** The name of the question that is asked. */
export function asked(panel: VueWrapper): string {
  return wordsOf(panel.get('.question .where b'))
}

/** Every question of the path with its answer. */
export function path(panel: VueWrapper): readonly string[] {
  return panel.findAll('nav li').map(wordsOf)
}
