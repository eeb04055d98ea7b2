import { describe, expect, it } from 'vitest'
import { saveTexts } from '../../../src/components/save/save-texts.ts'
import type { Answers } from '../../../src/domain/answers.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Language } from '../../../src/domain/question-set.ts'
import type { SetTexts } from '../../../src/domain/set-texts.ts'
import type { Run } from '../../../src/domain/run.ts'
import type { WriteLine } from '../../../src/domain/write-plan.ts'
import { loadWords } from '../../../src/i18n/words.ts'
import type { OpenedLead } from '../../../src/stores/qualification.ts'
import { aLead, answered, NOW, qualified } from '../../domain/answering.ts'

const NOBODY = { ok: true, value: [] } as const
const NO_HIERARCHY: OpenedLead['hierarchy'] = { of: 4, person: NOBODY, departments: [], heads: NOBODY }

interface Told {
  readonly answers: Answers
  readonly language?: Language
  readonly lines?: readonly WriteLine[]
  readonly notes?: Run['notes']
  readonly title?: string
  readonly texts?: SetTexts
}

async function textsOf({ answers, language = 'ru', lines = [], notes = {}, title = 'Кирпич', texts }: Told) {
  const words = await (await loadWords(language)).fetchAll()
  const lead: OpenedLead = {
    card: { record: aLead({ title }), client: '', contacts: [], source: '', repeatClient: false, responsible: 4, contact: 0, company: 0, fromForm: false, converted: false, updated: '', absent: [] },
    me: { id: 4, name: 'Иван Морозов', admin: false },
    responsible: undefined, hierarchy: NO_HIERARCHY, qualifier: undefined,
    mayChange: 'yes', stages: {}, sources: {}, withoutLeads: false, entries: { ok: true, value: [] }, missing: [],
  }
  const run: Run = { id: 'run000', set: 'default@1', at: '2026-11-23T11:00:00+03:00', by: 4, seconds: 34, answers, notes }
  return saveTexts({ ...words, set: { ...DEFAULT_SET, ...(texts && { texts }) }, lead, result: qualified(DEFAULT_SET, answers), lines, zone: 'Europe/Moscow', now: NOW })(run)
}

describe('the comment', () => {
  it('holds what was answered, what was not known and what the client said about it', async () => {
    const { comment } = await textsOf({
      answers: { ...answered({ need: 'yes', urgency: 'later/yes', budget: 350_000 }), client_type: { kind: 'unknown', said: 'пока [i]секрет[/i]' } },
    })
    const lines = comment.replaceAll('\u00a0', ' ').replaceAll('\u2060', '~').split('\n')
    expect(lines).toContain('Бюджет: 350 000 ₽ (От 300 до 500 тыс. ₽)')
    expect(lines.find(line => line.startsWith('Срочность'))).toContain('при хорошем предложении готов сейчас')
    expect(lines).toContain('Тип клиента: неизвестно, со слов клиента: «пока [~i]секрет[~/i]»')
  })

  it('is in the language of whoever saves', async () => {
    const { comment } = await textsOf({ answers: answered({ need: 'no' }), language: 'en' })
    expect(comment).toContain('[b]Qualification: ?C?, class CCC[/b]\namount not known, 0 touches\nReason: No need')
    expect(comment).toContain('Next step: Come back to the lead, Call, ')
    expect(comment).toContain('set “Basic set”, version 1, took 0:34')
  })

  it('stays below 20 kB however much was noted, with every answer in it', async () => {
    const long = 'ж'.repeat(4000)
    const answers = answered({ need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' })
    const { comment, todo } = await textsOf({ answers, notes: Object.fromEntries(Object.keys(answers).map(id => [id, long])) })
    expect(new TextEncoder().encode(comment).length).toBeLessThanOrEqual(20_000)
    expect(comment).toContain('Тип клиента: B2B')
    expect(comment).toContain('жж…')
    expect(todo.description.length).toBeLessThanOrEqual(3000)
  })
})

describe('the to-do', () => {
  it('names the touch and says what to do', async () => {
    const { todo } = await textsOf({ answers: answered({ need: 'yes', urgency: 'now', budget: 350_000, client_type: 'b2b' }), notes: { need: 'звонить\nпосле обеда' } })
    expect(todo.title).toBe('Касание 1 из 12: Обработка обращения')
    expect(todo.description).toMatch(/^Как: Звонок\nПоблагодарите за обращение.*\nЗаметка: звонить после обеда$/)
  })

  it('asks what an open class depends on', async () => {
    const { todo } = await textsOf({ answers: answered({ need: 'yes', urgency: 'now', budget: '?', client_type: 'b2b' }) })
    expect(todo.title).toBe('Спросить: бюджет')
    expect(todo.description).toContain('На какую сумму вы примерно рассчитываете?')
  })

  it('comes back to a lead of class C, with the reason', async () => {
    const { todo } = await textsOf({ answers: answered({ need: 'no' }) })
    expect(todo.title).toBe('Вернуться к лиду')
    expect(todo.description).toContain('Причина: Нет потребности')
  })
})

describe('the notice', () => {
  const notice: WriteLine = { id: 'notice', ticked: true, kind: 'notice', to: 3, reasons: ['large-order'] }
  const answers = answered({ need: 'yes', urgency: 'quarter/no', budget: 'from_1m', client_type: 'b2b' })

  it('is empty when nobody is told', async () => {
    expect((await textsOf({ answers })).notice).toBe('')
  })

  it('links the lead by its title on one line, cut when it is long', async () => {
    const { notice: text } = await textsOf({ answers, lines: [notice], title: `Кирпич\n${'и ещё '.repeat(60)}` })
    expect(text).toMatch(/^\[b\]Крупный заказ\[\/b\]: \[URL=\/crm\/lead\/details\/7\/\]Кирпич и ещё .{80,110}…\[\/URL\]\n/)
  })

  it('names a lead without a title by its number', async () => {
    expect((await textsOf({ answers, lines: [notice], title: '', language: 'en' })).notice).toContain('[URL=/crm/lead/details/7/]#7[/URL]')
  })
})

describe('a set with words of its own', () => {
  const answers = answered({ need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' })
  const lines: readonly WriteLine[] = [{ id: 'notice', ticked: true, kind: 'notice', to: 3, reasons: ['hot'] }]

  it('puts them below the line by which a comment and a notice are known, and in place of the to-do\'s', async () => {
    const texts = { comment: { ru: '{code}: {next}\n{answers}' }, todo: { ru: 'Позвоните: {client}\nКласс {class}, {touches}' }, notice: { ru: 'Класс {class}' } }
    const told = await textsOf({ answers, lines, texts })
    expect(told.comment).toMatch(/^\[b\]Квалификация: AAA, класс AAA\[\/b\]\nAAA: Касание 1: Обработка обращения\nПотребность: Есть потребность\n/)
    expect(told.todo.description).toBe('Класс AAA, 24 касания')
    expect(told.notice).toBe('[b]Горячий лид[/b]: [URL=/crm/lead/details/7/]Кирпич[/URL]\nКласс AAA')
  })

  it('shows BB codes as text, its own and those of a lead\'s title', async () => {
    const { notice } = await textsOf({ answers, lines, title: '[url=x]да[/url]', texts: { notice: { ru: '[b]{title}' } } })
    expect(notice.split('\n')[1]).toBe('[\u2060b][\u2060url=x]да[\u2060/url]')
  })

  it('falls back to the set\'s default language, and to the app\'s words where it has none', async () => {
    expect((await textsOf({ answers, language: 'en', texts: { todo: { ru: 'Звоните' } } })).todo.description).toBe('Звоните')
    expect((await textsOf({ answers, language: 'en', texts: { todo: { ru: ' ' } } })).todo.description).toContain('How: Call')
  })
})
