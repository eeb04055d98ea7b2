import { describe, expect, it } from 'vitest'
import { parseRun } from '../../../src/domain/run.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'
import { asked, openedTab, path, type } from '../qualification/lead-tab.ts'

const portal = emulatedPortal()
const ALL = { need: 'yes', urgency: 'now', budget: 'from_300k', client_type: 'b2b' }

/** Somebody or something writes these answers, by choice id, and raw values into the fields of lead 1. */
async function fill(answers: Readonly<Record<string, string>>, raw: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { fields } = await portal.installation()
  const items = Object.entries(answers).map(([question, choice]) => [fields.answers[question] ?? '', fields.choices[question]?.[choice]])
  await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { ...Object.fromEntries(items), ...raw } })
}

async function opened(wishes?: WorkplaceWishes): Promise<OpenPanel> {
  return openedTab(portal, wishes)
}

function box({ panel }: OpenPanel) {
  return panel.get('section[aria-label="Ответы, которые уже были в лиде"]')
}

function rows(open: OpenPanel): readonly string[] {
  return box(open).findAll('dl > div').map(row => row.findAll('dt, .said, .heard-as, .odd').map(wordsOf).join(' | '))
}

describe('a lead whose client has answered already', () => {
  it('is asked everything once more, with what the client said chosen', async () => {
    await fill(ALL)
    const open = await opened()
    expect(asked(open.panel)).toBe('Потребность')
    expect(wordsOf(open.panel.get('.question .where'))).toContain('ответил клиент: Enter подтвердит')
    expect(path(open.panel)[0]).toContain('Есть потребность')
    expect(wordsOf(open.panel.get('.notes'))).toContain('Клиент уже ответил сам.')
    expect(rows(open)).toEqual([
      'Потребность | Есть потребность | не уточнено', 'Срочность | Прямо сейчас | не уточнено', 'Бюджет | От 300 до 500 тыс. ₽ | не уточнено', 'Тип клиента | B2B | не уточнено',
    ])
    expect(box(open).text()).toContain('Код пока построен на словах клиента.')
  })

  it('takes one key for each answer: Enter confirms, a digit corrects', async () => {
    await fill(ALL)
    const open = await opened()
    await type('Enter', 'Enter', '1', 'Enter')
    expect(rows(open)).toEqual([
      'Потребность | Есть потребность | подтверждено', 'Срочность | Прямо сейчас | подтверждено', 'Бюджет | От 300 до 500 тыс. ₽ | в разговоре: От 1 млн ₽', 'Тип клиента | B2B | подтверждено',
    ])
    expect(box(open).text()).toContain('Уточнено 4 из 4')
    expect(box(open).text()).not.toContain('Код пока построен')
  })

  it('keeps what was declared and what was heard, in the run and in the comment', async () => {
    await fill(ALL)
    const open = await opened()
    await type('Enter', 'Enter', '1', 'Enter')
    await open.save()
    const run = parseRun(String((await portal.lead(1))['UF_CRM_ABC_RUN']))
    if (!run.ok) throw new Error('the run cannot be read')
    expect(run.value.declared).toEqual({ answers: ALL, confirmed: ['need', 'urgency', 'budget', 'client_type'] })
    expect(run.value.answers['budget']).toEqual({ kind: 'choice', choice: 'from_1m' })
    expect((await portal.snapshot()).comments.at(-1)?.COMMENT).toContain('Бюджет: От 1 млн ₽ (в форме: От 300 до 500 тыс. ₽)')
    expect(rows(open)[2]).toBe('Бюджет | От 300 до 500 тыс. ₽ | в разговоре: От 1 млн ₽')
  })

  it('tells what is forged, stale or impossible, and what is missing', async () => {
    await fill({ need: 'yes' }, { UF_CRM_ABC_SET: 'default@999' })
    const { fields } = await portal.installation()
    const open = await opened({
      installation: installed => ({ ...installed, fields: { ...fields, choices: { ...fields.choices, need: { ghost: fields.choices['need']?.['yes'] ?? 0 } } } }),
    })
    expect(rows(open)).toEqual(['Потребность | ghost | не уточнено | Ответа «ghost» в этой версии анкеты нет, в код он не входит.'])
    expect(box(open).text()).toContain('Форма назвала default@999, а такой версии ещё не было.')
    expect(box(open).text()).toContain('Без ответа: Потребность, Срочность, Бюджет, Тип клиента')
  })

  it('shows a value that is no answer as it stands, and leaves it in the field when nobody answers', async () => {
    await fill({ need: 'yes' })
    const installation = (installed: Awaited<ReturnType<typeof portal.installation>>) => ({
      ...installed, fields: { ...installed.fields, choices: { ...installed.fields.choices, need: { other: 424_242 } } },
    })
    const open = await opened({ installation })
    const item = (await portal.installation()).fields.choices['need']?.['yes']
    expect(rows(open)).toEqual([`Потребность | ${item} | не уточнено | В поле стоит «${item}»: такого ответа нет, в код он не входит.`])
    await type('?', '1', '1', '1')
    await open.save()
    expect(open.saving.saving.state).toBe('saved')
    expect((await portal.lead(1))['UF_CRM_ABC_NEED']).toBe(item)
  })

  it('is not there for a lead without answers, nor for one that was qualified in the tab', async () => {
    const open = await opened()
    expect(open.panel.text()).not.toContain('Ответы, которые уже были в лиде')
    await type('1', '1', '1', '1')
    await open.save()
    expect((await opened()).panel.text()).not.toContain('Ответы, которые уже были в лиде')
  })
})
