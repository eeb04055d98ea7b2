import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nextTick } from 'vue'
import PreviewPage from '../../../src/components/preview/PreviewPage.vue'
import { BUILDING } from '../../../src/domain/presets/building.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Language, QuestionSet } from '../../../src/domain/question-set.ts'
import { loadPreviewWords, PREVIEW_WORDS } from '../../../src/i18n/preview-words.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'
import { readingOnly } from '../../../src/portal/reading-only.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal()

/** Milliseconds for the parts of the tab that load later. */
const PATIENCE = 45_000

interface Wishes {
  readonly set?: QuestionSet
  readonly language?: Language
  readonly setUp?: boolean
}

async function preview({ set = BUILDING, language = 'ru', setUp = true }: Wishes = {}) {
  const [words, source] = [await loadPreviewWords(language), await loadWords(language)]
  await source.fetchAll()
  const page = mount(PreviewPage, {
    attachTo: document.body,
    props: { language, source: { set, portal: await portal.as('admin'), host: 'portal.example', installation: setUp ? await portal.installation() : undefined } },
    global: { plugins: [createPinia()], provide: { [PREVIEW_WORDS]: words, [WORDS]: source } },
  })
  onTestFinished(() => page.unmount())
  return page
}

type Page = Awaited<ReturnType<typeof preview>>

async function openLead(page: Page, lead: string): Promise<void> {
  await page.get('input[inputmode=numeric]').setValue(lead)
  await page.get('form').trigger('submit')
  await vi.waitFor(() => { expect(wordsOf(page)).toContain('Ответственный') }, PATIENCE)
}

describe('a preview as a manager', () => {
  it('asks the draft’s questions on a real lead and says what would be written, with nothing to save it by', async () => {
    const page = await preview()
    await openLead(page, '1')
    const name = BUILDING.questions[0]?.name.ru ?? ''
    expect(wordsOf(page)).toContain(name)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true }))
    await vi.waitFor(() => { expect(wordsOf(page)).toContain('Предпросмотр: в лид ничего не записывается.') }, PATIENCE)
    expect(page.findAll('button').map(wordsOf).filter(text => /Сохранить|Отменить/.test(text))).toEqual([])
  })

  it('sends nothing that writes, whatever is pressed', async () => {
    const page = await preview()
    const before = (await portal.requests()).length
    await openLead(page, '1')
    for (const key of ['1', '1', '1', '1', 'Enter']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}`, bubbles: true }))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true }))
    await flushPromises()
    page.unmount()
    const sent = (await portal.requests()).slice(before)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.commands.filter(method => !/\.(?:get|list)$|^profile$|^crm\.automation\.trigger$/.test(method))).toEqual([])
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('says on a portal that is not set up what to do first', async () => {
    const page = await preview({ setUp: false })
    expect(wordsOf(page.get('[role=status]'))).toContain('Портал ещё не настроен')
    expect(page.find('form').exists()).toBe(false)
  })
})

describe('a preview as a client', () => {
  async function asClient(wishes: Wishes = {}) {
    const page = await preview(wishes)
    await page.findAll('.views input').at(1)?.setValue()
    const shown = (selector: string) => [...document.querySelector('[data-triple-a]')?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []]
    const texts = (selector: string) => shown(selector).map(({ textContent }) => textContent)
    return {
      page, texts,
      position: () => texts('.position')[0],
      question: () => texts('legend')[0],
      reply: (place: number) => shown('input').at(place)?.click(),
      press: (label: string) => {
        const found = shown('button').find(({ textContent }) => textContent === label)
        if (!found) throw new Error(`there is no “${label}”`)
        found.click()
      },
    }
  }

  it('asks one question at a time in the client’s words, without letters, until the form asks for contacts', async () => {
    const { page, position, question, texts, reply, press } = await asClient()
    const first = BUILDING.questions[0]
    expect(question()).toBe(first?.clientWording?.ru ?? first?.script.ru)
    const read: string[] = []
    while (question() !== undefined) {
      read.push(...texts('legend, label'))
      const before = question()
      reply(0)
      press('Дальше')
      expect(question()).not.toBe(before)
    }
    expect(read.length).toBeGreaterThan(9)
    expect(read.join('\n')).not.toMatch(/\b[ABC]{3}\b/)
    expect(position()).toBe('')
    expect(texts('h2')).toEqual(['Осталось сказать, как с вами связаться'])
    await nextTick()
    expect(wordsOf(page.get('.client'))).toBe('Дальше форма сама спросит контакты и согласие.')
  })

  it('lets a question be skipped, not known, and come back to', async () => {
    const { question, texts, reply, press } = await asClient()
    const first = question()
    press('Пропустить')
    expect(question()).not.toBe(first)
    press('Назад')
    expect(question()).toBe(first)
    reply(-1)
    expect(texts('label.chosen')).toEqual(['Не знаю'])
    press('Дальше')
    expect(question()).not.toBe(first)
  })

  it('asks no more than a site does', async () => {
    const { position } = await asClient({ set: DEFAULT_SET })
    expect(position()).toBe('Вопрос 1 из 4')
  })

  it('speaks the language that is chosen, in its own words, too', async () => {
    const { page, position, question, texts } = await asClient()
    await page.get('select').setValue('en')
    expect(position()).toMatch(/^Question 1 of \d$/)
    expect(texts('label').at(-1)).toBe('I don’t know')
    expect(question()).toBe(BUILDING.questions[0]?.clientWording?.en ?? BUILDING.questions[0]?.script.en)
  })

  it('is not offered in a language that lacks words, and says what is read there instead', async () => {
    const [first, ...others] = BUILDING.questions
    if (!first) throw new Error('the preset asks something')
    const { clientWording: _wording, ...rest } = first
    const { page, question } = await asClient({ set: { ...BUILDING, questions: [{ ...rest, name: { ru: 'Что строите?' } }, ...others] } })
    expect(page.findAll('option').map(wordsOf)).toEqual(['Русский'])
    expect(wordsOf(page)).toContain('Переведено не всё (Английский)')
    expect(question()).toBe('Что строите?')
  })

  it('says when there is nothing to ask clients', async () => {
    const { page } = await asClient({ set: { ...BUILDING, questions: BUILDING.questions.filter(({ kind }) => kind === 'text') } })
    expect(wordsOf(page.get('[role=status]'))).toContain('Клиентов эта анкета ни о чём не спросит')
  })
})

describe('a portal that is only read', () => {
  it.each(['crm.item.update', 'user.option.set', 'entity.item.add', 'im.notify.personal.add', 'placement.bind'])('is not sent %s, nor what comes with it', async (method) => {
    const before = (await portal.requests()).length
    const sent = await readingOnly(await portal.as('admin')).send({ write: { method, params: {} }, me: { method: 'profile', params: {} } }, { halt: false })
    expect(sent).toMatchObject({ ok: true, value: { write: { ok: false, error: { kind: 'not-allowed', method } }, me: { ok: false } } })
    expect((await portal.requests()).length).toBe(before)
  })

  it('is not sent a trigger that somebody may have set up', async () => {
    const trigger = { method: 'crm.automation.trigger', params: { target: 'LEAD_1', code: 'REAL' } }
    expect(await readingOnly(await portal.as('admin')).send({ trigger }, { halt: true })).toMatchObject({ value: { trigger: { ok: false } } })
  })
})
