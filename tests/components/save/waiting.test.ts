/** A portal that asks to come back later, as the panel shows it. */
import { expect, it } from 'vitest'
import SavePanel from '../../../src/components/save/SavePanel.vue'
import { failed } from '../../../src/domain/result.ts'
import type { Portal, PortalErrorKind } from '../../../src/portal/portal.ts'
import { repeating } from '../../../src/portal/repeating.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { openPanel, wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal()

it.each<[PortalErrorKind, string]>([
  ['busy', 'Портал просит подождать. Нажимать ничего не нужно: всё продолжится само.'],
  ['unreachable', 'Портал не ответил. Пробуем ещё раз.'],
])('a save that waits to be sent again (%s) says so until it goes on, and is saved once', async (kind, said) => {
  const given = await portal.as('manager')
  let failing = false
  let goOn = (): void => { throw new Error('nothing waits') }
  const stumbling: Portal = {
    send(commands, options) {
      if (!failing) return given.send(commands, options)
      failing = false
      return Promise.resolve(failed({ kind, method: 'batch', code: '', description: '' }))
    },
  }
  const patient = repeating(stumbling, { now: () => 0, wait: () => new Promise((resolve) => { goOn = resolve }), random: () => 0.5 })
  const open = await openPanel(SavePanel, { ...portal, as: () => Promise.resolve(patient) })
  for (const [question, choice] of Object.entries({ need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' })) open.store.choose(question, choice)
  failing = true
  const saving = open.save()
  const status = () => wordsOf(open.panel.get('[role=status]'))
  await expect.poll(status).toBe(said)
  expect(wordsOf(open.panel.get('.save button'))).toContain('Сохраняем…')
  goOn()
  await saving
  await expect.poll(status).toContain('Сохранено')
  expect(status()).not.toContain(said)
})
