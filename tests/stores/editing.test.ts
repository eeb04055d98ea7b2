import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { setName } from '../../src/domain/set-edit/general.ts'
import { removeQuestion } from '../../src/domain/set-edit/removal.ts'
import { moveQuestion } from '../../src/domain/set-edit/questions.ts'
import { PAUSE, useEditing } from '../../src/stores/editing.ts'

/** A store whose pauses end when the test says so. */
function opened() {
  const waiting = new Set<() => void>()
  const app = createApp({})
  const pinia = createPinia()
  app.use(pinia).provide(PAUSE, (run) => {
    waiting.add(run)
    return () => waiting.delete(run)
  })
  const editing = app.runWithContext(() => useEditing(pinia))
  editing.open(DEFAULT_SET)
  return {
    editing,
    pauses: () => waiting.size,
    pause: () => {
      for (const run of waiting) run()
      waiting.clear()
    },
  }
}

describe('editing a draft', () => {
  it('changes nothing in the draft that was opened, and can be taken back and done again', () => {
    const { editing } = opened()
    editing.edit(set => removeQuestion(set, 'budget'))
    expect(editing.set.questions.map(question => question.id)).not.toContain('budget')
    expect(DEFAULT_SET.questions.map(question => question.id)).toContain('budget')
    editing.undo()
    expect(editing.set).toBe(DEFAULT_SET)
    expect([editing.canUndo, editing.canRedo]).toEqual([false, true])
    editing.redo()
    expect(editing.set.questions.map(question => question.id)).not.toContain('budget')
  })

  it('takes the typing in one field back at once, and other fields one by one', () => {
    const { editing } = opened()
    for (const words of ['A', 'An', 'Ann']) editing.edit(set => setName(set, 'en', words), 'name.en')
    for (const words of ['А', 'Ан']) editing.edit(set => setName(set, 'ru', words), 'name.ru')
    editing.undo()
    expect(editing.set.name).toEqual({ ru: 'Базовая анкета', en: 'Ann' })
    editing.undo()
    expect(editing.set.name).toEqual(DEFAULT_SET.name)
  })

  it('begins a step of its own when a field was left and is typed in again', () => {
    const { editing } = opened()
    editing.edit(set => setName(set, 'en', 'A'), 'name.en')
    editing.settle()
    editing.edit(set => setName(set, 'en', 'An'), 'name.en')
    editing.undo()
    expect(editing.set.name.en).toBe('A')
  })

  it('does not count what changed nothing as an edit', () => {
    const { editing } = opened()
    editing.edit(set => setName(set, 'en', 'Basic set'))
    expect(editing.canUndo).toBe(false)
  })

  it('goes to the place of what was undone or redone, and names it', () => {
    const { editing } = opened()
    editing.edit(set => moveQuestion(set, 'need', 3))
    editing.undo()
    expect(editing.stepped?.way).toBe('undone')
    expect(editing.place).toMatch(/^questions\[\d\]$/)
    editing.redo()
    expect(editing.stepped?.way).toBe('redone')
  })

  it('begins anew with another draft: nothing of the one before can be brought back', () => {
    const { editing } = opened()
    editing.edit(set => setName(set, 'en', 'Other'))
    editing.open(DEFAULT_SET)
    expect([editing.canUndo, editing.canRedo]).toEqual([false, false])
    editing.undo()
    expect(editing.set).toBe(DEFAULT_SET)
  })
})

describe('the doctor beside it', () => {
  it('looks when the edits pause, not at every key', () => {
    const { editing, pause, pauses } = opened()
    for (const words of ['', 'A', 'An']) editing.edit(set => setName(set, 'ru', words), 'name.ru')
    expect(pauses()).toBe(1)
    expect(editing.examined?.set).toBe(DEFAULT_SET)
    pause()
    expect(editing.examined?.set).toBe(editing.set)
  })

  it('finds what an edit broke', () => {
    const { editing, pause } = opened()
    expect(editing.examined?.examination.findings.filter(finding => finding.severity === 'error')).toEqual([])
    editing.edit(set => setName(set, 'ru', ''))
    pause()
    expect(editing.examined?.examination.findings).toContainEqual({ kind: 'no-default-text', severity: 'error', place: 'name', about: 'ru' })
  })

  it('leads to a text in a language that was not shown by showing it', () => {
    const { editing } = opened()
    editing.showOnly('ru')
    expect(editing.languages).toEqual(['ru'])
    editing.goTo('questions[0].script', 'en')
    expect(editing.languages).toEqual(['ru', 'en'])
    expect(editing.jump).toEqual({ place: 'questions[0].script', about: 'en' })
  })
})

describe('ids that are taken', () => {
  it('are those of the draft as it was opened, so that a removed question does not lend its id to a new one', () => {
    const { editing } = opened()
    editing.edit(set => removeQuestion(set, 'budget'))
    expect(editing.taken.questions).toContain('budget')
    expect(editing.taken.choices('budget')).toContain('from_1m')
  })
})
