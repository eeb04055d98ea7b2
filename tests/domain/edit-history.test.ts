import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begin, did, LONGEST_PAST, redo, settled, undo } from '../../src/domain/edit-history.ts'
import type { History } from '../../src/domain/edit-history.ts'

type Step = readonly ['did', number, string | undefined] | readonly ['undo' | 'redo' | 'settled']

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('did' as const), fc.integer(), fc.constantFrom('name', 'script', undefined)),
  fc.tuple(fc.constantFrom('undo' as const, 'redo' as const, 'settled' as const)),
)

function take(history: History<number>, [what, value, key]: Step): History<number> {
  switch (what) {
    case 'did': return did(history, value, key)
    case 'undo': return undo(history)
    case 'redo': return redo(history)
    case 'settled': return settled(history)
  }
}

const anyHistory = fc.array(step, { maxLength: 40 }).map(steps => steps.reduce(take, begin(0)))

describe('a history of edits', () => {
  it('takes a step back and forth to where it was', () => {
    fc.assert(fc.property(anyHistory, (history) => {
      if (history.past.length > 0) expect(redo(undo(history))).toEqual(settled(history))
      if (history.future.length > 0) expect(undo(redo(history))).toEqual(settled(history))
    }))
  })

  it('comes back to what was there before an edit, unless the edit went on with the one before', () => {
    fc.assert(fc.property(anyHistory, fc.integer(), (history, value) => {
      fc.pre(value !== history.present)
      expect(undo(did(history, value)).present).toBe(history.present)
    }))
  })

  it('gives up what had been taken back as soon as something else is done', () => {
    fc.assert(fc.property(anyHistory, fc.integer(), fc.constantFrom('name', undefined), (history, value, key) => {
      fc.pre(value !== history.present)
      expect(did(history, value, key).future).toEqual([])
    }))
  })

  it('takes typing into one field back at once, up to where the field was left', () => {
    const typed = ['Н', 'Ну', 'Нуж'].reduce((history, words) => did(history, words, 'name.ru'), begin(''))
    const again = did(settled(typed), 'Нужда', 'name.ru')
    expect(undo(typed).present).toBe('')
    expect(undo(again).present).toBe('Нуж')
    expect(undo(did(did(typed, 'x', 'name.en'), 'y', 'name.ru')).present).toBe('x')
  })

  it('starts a new step after one was taken back', () => {
    const typed = did(did(begin(''), 'a', 'name'), 'b', 'script')
    expect(undo(did(undo(typed), 'c', 'name')).present).toBe('a')
  })

  it('counts no step where nothing changed, and leaves both ends as they are', () => {
    const history = begin('a')
    expect(did(history, 'a', 'name')).toBe(history)
    expect(undo(history)).toBe(history)
    expect(redo(history)).toBe(history)
  })

  it('remembers a bounded number of steps, the latest ones', () => {
    const long = Array.from({ length: LONGEST_PAST + 50 }, (_, index) => index + 1).reduce((history, value) => did(history, value), begin(0))
    expect(long.past).toHaveLength(LONGEST_PAST)
    expect(undo(long).present).toBe(LONGEST_PAST + 49)
  })
})
