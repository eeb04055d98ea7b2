import { afterEach, describe, expect, it, vi } from 'vitest'
import { guide } from '../../src/client-form/guide.ts'
import type { Guide } from '../../src/client-form/guide.ts'
import { AWAY } from '../../src/client-form/looks.ts'
import { SET, vendorForm } from './vendor-form.ts'
import type { VendorForm } from './vendor-form.ts'

afterEach(() => document.body.replaceChildren())

const onProblem = vi.fn()

interface Screen {
  readonly vendor: VendorForm
  readonly guide: Guide
  /** What can be read, a line each. */
  readonly text: () => readonly string[]
  readonly choose: (label: string) => void
  readonly press: (label: string) => void
  readonly values: () => readonly unknown[]
}

function host(): Element | null {
  return document.querySelector('[data-triple-a]')
}

function shown(selector: string): readonly HTMLElement[] {
  return [...host()?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []]
}

function start(change: (vendor: VendorForm) => void = () => undefined, language?: string): Screen {
  onProblem.mockReset()
  const vendor = vendorForm()
  change(vendor)
  const labelled = (selector: string, label: string): HTMLElement => {
    const found = shown(selector).find(({ textContent }) => textContent === label)
    if (!found) throw new Error(`there is no “${label}”`)
    return found
  }
  return {
    vendor,
    guide: guide(vendor.form, SET, language, onProblem),
    text: () => shown('[role=status], legend, h2, label, [role=alert], button').map(({ textContent }) => textContent).filter(text => text !== ''),
    choose: label => labelled('label', label).querySelector('input')?.click(),
    press: label => labelled('button', label).click(),
    values: () => vendor.fields.map(field => field.values()),
  }
}

function isAway(element: Element | null): boolean {
  return element?.hasAttribute(AWAY) === true
}

describe('the questionnaire in front of a form', () => {
  it('shows the first question, and puts the form out of sight', () => {
    const { text, vendor } = start()
    expect(text()).toEqual(['Вопрос 1 из 2', 'Нужны окна?', 'Да', 'Нет', 'Не знаю', 'Пропустить', 'Дальше'])
    expect(isAway(vendor.root.querySelector('form'))).toBe(true)
    expect([...vendor.root.querySelectorAll('.b24-form-field')].every(isAway)).toBe(true)
    expect(vendor.root.firstElementChild).toBe(host())
  })

  it('hands every answer to the form’s own field, and then gives way to the contact fields', () => {
    const { text, choose, press, values, vendor } = start()
    choose('Да')
    press('Дальше')
    expect(values()).toEqual([['11'], [], []])
    expect(text()[0]).toBe('Вопрос 2 из 3')
    choose('Потом')
    press('Дальше')
    choose('Для компании')
    press('Дальше')
    expect(values()).toEqual([['11'], ['22'], ['31']])
    expect(text()).toEqual(['Осталось сказать, как с вами связаться', 'Вернуться к вопросам'])
    expect(isAway(vendor.root.querySelector('form'))).toBe(false)
    expect(vendor.reference.value).toBe('windows@2')
  })

  it('asks for an answer when none was chosen', () => {
    const { text, press, choose } = start()
    press('Дальше')
    expect(text()).toContain('Выберите ответ или пропустите вопрос.')
    choose('Нет')
    expect(text()).not.toContain('Выберите ответ или пропустите вопрос.')
  })

  it('leaves the field of a question empty that is skipped or not known, and of one that is hidden again', () => {
    const { choose, press, values } = start()
    choose('Да')
    press('Дальше')
    choose('Сейчас')
    press('Дальше')
    press('Назад')
    press('Назад')
    choose('Не знаю')
    press('Дальше')
    expect(values()).toEqual([[], [], []])
    press('Пропустить')
    expect(values()).toEqual([[], [], []])
  })

  it('shows what was answered when somebody goes back, with the focus on it', () => {
    const { choose, press } = start()
    choose('Нет')
    press('Дальше')
    press('Назад')
    const [checked] = shown('input:checked')
    expect(checked?.parentElement?.textContent).toBe('Нет')
    expect(host()?.shadowRoot?.activeElement).toBe(checked)
  })

  it('does not take the focus before somebody has done anything', () => {
    start()
    expect(document.activeElement).toBe(document.body)
  })

  it('speaks the language that the script tag names, else the form’s', () => {
    expect(start(undefined, 'en-GB').text().slice(0, 2)).toEqual(['Question 1 of 2', 'Нужны окна? (en)'])
    document.body.replaceChildren()
    expect(start(({ form }) => { form['language'] = 'en' }).text()[0]).toBe('Question 1 of 2')
    document.body.replaceChildren()
    expect(start(({ form }) => { form['language'] = 'de' }, 'la').text()[0]).toBe('Вопрос 1 из 2')
  })

  it('begins with empty fields, whatever the form was filled with', () => {
    expect(start(({ fields }) => fields[1]?.setValues(['22'])).values()).toEqual([[], [], []])
  })

  it('empties lists of a form that takes nothing to set for nothing to do', () => {
    const { choose, press, values } = start(({ fields }) => {
      for (const field of fields) {
        const set = field.setValues.bind(field)
        field.setValues = (given) => { if (given.length > 0) set(given) }
      }
    })
    choose('Да')
    press('Дальше')
    press('Назад')
    press('Пропустить')
    expect(values()).toEqual([[], [], []])
  })

  it('thanks when the form was sent, and begins anew when it is used again', () => {
    const { guide: { sent, again }, text, press, choose } = start()
    again()
    choose('Нет')
    press('Дальше')
    press('Пропустить')
    sent()
    expect(text()).toEqual(['Спасибо! Ваши ответы отправлены.'])
    again()
    expect(text()[0]).toBe('Вопрос 1 из 2')
  })

  it('shows the plain form with the answers so far when a field stops taking values', () => {
    const { choose, press, vendor, values } = start()
    choose('Да')
    press('Дальше')
    const field = vendor.fields[1]
    if (field) field.setValues = () => { throw new TypeError('changed') }
    choose('Сейчас')
    press('Дальше')
    expect(host()).toBeNull()
    expect(document.querySelector(`[${AWAY}]`)).toBeNull()
    expect(values()).toEqual([['11'], [], []])
    expect(onProblem).toHaveBeenCalledExactlyOnceWith(new TypeError('changed'))
  })

  it('is gone without a trace when the form goes', () => {
    const { guide: { leave } } = start()
    leave()
    expect(document.querySelector(`[data-triple-a], [${AWAY}]`)).toBeNull()
  })
})
