// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { emulatedPortal, NOON } from '../support/emulated-portal.ts'
import { HOT, openTab } from './lead-tab.ts'

const portal = emulatedPortal()

describe('answering', () => {
  it('goes from question to question in the order of the set', async () => {
    const { work } = await openTab(portal)
    const way = [work.question?.id]
    for (const [question, choice] of Object.entries({ ...HOT, channel: 'call' })) {
      work.choose(question, choice)
      way.push(work.question?.id)
    }
    expect(way).toEqual(['need', 'urgency', 'budget', 'client_type', 'channel', undefined])
  })

  it('stays with a question until its offer is answered too', async () => {
    const { work, outcome } = await openTab(portal)
    work.choose('need', 'yes')
    work.choose('urgency', 'later')
    expect(work.question?.id).toBe('urgency')
    expect(outcome.result.code).toBe('???')
    work.takeOffer('urgency', 'yes')
    expect(work.question?.id).toBe('budget')
    expect(outcome.result.code).toBe('??B')
  })

  it('takes "not known" for the offer when that is what is asked', async () => {
    const { work } = await openTab(portal)
    work.choose('urgency', 'later')
    work.dontKnow('urgency')
    expect(work.run.answers['urgency']).toEqual({ kind: 'choice', choice: 'later', offer: 'unknown' })
  })

  it('keeps the client’s own words where no choice fits', async () => {
    const { work } = await openTab(portal)
    work.dontKnow('need', 'спросит у мужа')
    expect(work.run.answers['need']).toEqual({ kind: 'unknown', said: 'спросит у мужа' })
    expect(work.question?.id).toBe('urgency')
  })

  it('stays where it is when the manager does not want to be led on', async () => {
    const { work } = await openTab(portal)
    work.goOn = false
    work.choose('need', 'yes')
    expect(work.question?.id).toBe('need')
    work.next()
    expect(work.question?.id).toBe('urgency')
  })

  it('can go back, jump, and take an answer back', async () => {
    const { work, outcome } = await openTab(portal)
    work.choose('need', 'yes')
    work.choose('urgency', 'now')
    work.back()
    expect(work.question?.id).toBe('urgency')
    work.back()
    work.back()
    expect(work.question?.id).toBe('need')
    work.goTo('client_type')
    expect(work.question?.id).toBe('client_type')
    work.clear('urgency')
    expect(outcome.result.code).toBe('???')
    expect(work.run.answered).toEqual(['need'])
  })

  it('from the end goes back to the last question', async () => {
    const { work, answer } = await openTab(portal)
    answer({ ...HOT, channel: 'call' })
    work.back()
    expect(work.question?.id).toBe('channel')
  })

  it('with a question or choice that the set does not have changes no result', async () => {
    const { work, outcome } = await openTab(portal)
    work.choose('nobody', 'yes')
    work.takeOffer('need', 'yes')
    expect(outcome.result.code).toBeUndefined()
    expect(work.dirty).toBe(false)
  })

  it('forgets a note that was emptied', async () => {
    const { work } = await openTab(portal)
    work.note('need', 'цоколь')
    expect(work.dirty).toBe(true)
    work.note('need', '')
    expect(work.dirty).toBe(false)
  })

  it('counts the plan from the moment of the last answer', async () => {
    let now = NOON
    const { work, outcome, answer } = await openTab(portal, { now: () => now })
    answer(HOT)
    expect(outcome.result.plan.items[0].at).toBe('2026-06-01T12:15:00+03:00')
    now += 3_600_000
    work.refresh()
    expect(outcome.result.plan.items[0].at).toBe('2026-06-01T13:15:00+03:00')
  })
})

describe('going through a qualified lead again', () => {
  it('asks everything anew and keeps what is only confirmed', async () => {
    const first = await openTab(portal)
    first.answer({ ...HOT, channel: 'email' })
    await first.save()
    const { work, saving, outcome } = await openTab(portal)
    expect(work.question).toBeUndefined()
    work.again()
    expect(work.question?.id).toBe('need')
    for (let step = 0; step < 5; step++) work.next()
    expect(work.question).toBeUndefined()
    expect(outcome.result.code).toBe('AAA')
    expect(saving.plan?.lines.map(line => line.id)).toEqual(['record', 'comment'])
  })

  it('asks for nothing to be written while nothing was confirmed', async () => {
    const first = await openTab(portal)
    first.answer(HOT)
    await first.save()
    const { work, saving } = await openTab(portal)
    work.again()
    expect(saving.plan?.lines).toEqual([])
  })
})
