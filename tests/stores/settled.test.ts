// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { HOT, openTab } from './lead-tab.ts'

const portal = emulatedPortal()

describe('the details of a result', () => {
  it('follow one paint after code and plan', async () => {
    const paints: (() => void)[] = []
    const tab = await openTab(portal, { afterPaint: (run) => { paints.push(run) } })
    tab.answer(HOT)
    expect(tab.outcome.result.code).toBe('AAA')
    expect(tab.outcome.settled.result.code).toBeUndefined()
    expect(tab.lineIds()).toEqual([])
    expect(paints, 'four answers wait for one paint').toHaveLength(1)
    paints.forEach((run) => { run() })
    expect(tab.outcome.settled.result).toBe(tab.outcome.result)
    expect(tab.lineIds()).toContain('title')
  })

  it('are those of the last answer when a save does not wait for the paint, as in a tab that nobody sees', async () => {
    const tab = await openTab(portal, { afterPaint: () => undefined })
    tab.answer(HOT)
    await tab.save()
    expect(tab.saving.saving.state).toBe('saved')
    expect(tab.lineIds()).toEqual([])
    expect(tab.work.card?.record.title).toMatch(/^AAA /)
  })
})
