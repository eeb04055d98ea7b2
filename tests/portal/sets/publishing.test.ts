import { describe, expect, it } from 'vitest'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { QuestionSet, SetDraft } from '../../../src/domain/question-set.ts'
import { failed } from '../../../src/domain/result.ts'
import { addChoice } from '../../../src/domain/set-edit/choices.ts'
import { addQuestion, setQuestionText } from '../../../src/domain/set-edit/questions.ts'
import { removeChoice } from '../../../src/domain/set-edit/removal.ts'
import { printSet } from '../../../src/domain/set-codec.ts'
import { LARGEST_OPTIONS } from '../../../src/portal/options-writing.ts'
import { optionOfSet } from '../../../src/portal/options.ts'
import type { Portal } from '../../../src/portal/portal.ts'
import { printPointer } from '../../../src/portal/sets/pointer.ts'
import { lookAtPublishing, lookAtReturning } from '../../../src/portal/sets/publishing-plan.ts'
import { publishSet } from '../../../src/portal/sets/publishing.ts'
import { readShelf } from '../../../src/portal/sets/shelf.ts'
import { emulatedPortal, PEOPLE } from '../../support/emulated-portal.ts'

const portal = emulatedPortal()
const ZONE = 'Europe/Moscow'

const named = (words: string): SetDraft => setQuestionText(DEFAULT_SET, 'need', 'name', 'ru', words)
const withDealer = addChoice(DEFAULT_SET, 'client_type', { ru: 'Дилер', en: 'Dealer' })

/** Marks the choices that came without a grade, so that the doctor has nothing against the set. */
function graded(set: SetDraft): SetDraft {
  return { ...set, questions: set.questions.map(question => question.kind === 'choice' ? { ...question, choices: question.choices.map(choice => ({ grade: 'C' as const, ...choice })) } : question) }
}

async function planned(admin: Portal, set: SetDraft, base: number | null = 1) {
  const plan = await lookAtPublishing(admin, { set, ...(base !== null && { base }) }, ZONE)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}

async function published(admin: Portal, set: SetDraft, base: number | null = 1) {
  return publishSet(admin, await planned(admin, set, base))
}

const inForce = async () => (await portal.installation()).sets
const shelf = async (admin: Portal, id = 'default') => {
  const read = await readShelf(admin, id)
  return read.ok ? read.value[0]?.versions.map(({ reference, by }) => [reference, by]) ?? [] : read.error
}

describe('publishing', () => {
  it('makes what is missing, shelves the version and puts it into force, the version before being kept', async () => {
    const admin = await portal.as('admin')
    const plan = await planned(admin, graded(withDealer))
    expect(plan).toMatchObject({ set: { version: 2 }, beforeReference: 'default@1', isInForce: false })
    expect(plan.fields.filter(({ state }) => state !== 'there')).toMatchObject([{ state: 'incomplete', wanted: { code: 'UF_CRM_ABC_CLIENT_TYPE' }, items: [{ label: 'Дилер' }] }])
    expect(await publishSet(admin, plan)).toEqual({ ok: true, value: 'default@2' })
    const [set] = await inForce()
    expect(set).toEqual(plan.set)
    expect(Object.keys((await portal.installation()).fields.choices['client_type'] ?? {})).toContain('dealer')
    expect(await shelf(admin)).toEqual([['default@2', PEOPLE.admin], ['default@1', PEOPLE.admin]])
  })

  it('does nothing the second time', async () => {
    const admin = await portal.as('admin')
    await published(admin, named('Боль'))
    const before = await portal.snapshot()
    const plan = await planned(admin, named('Боль'))
    expect(plan.isInForce).toBe(true)
    expect(await publishSet(admin, plan)).toEqual({ ok: true, value: 'default@2' })
    expect(await portal.snapshot()).toEqual(before)
  })

  it('publishes another set beside the one in force', async () => {
    const admin = await portal.as('admin')
    expect(await publishSet(admin, await planned(admin, BANT, null))).toEqual({ ok: true, value: `${BANT.id}@1` })
    expect((await inForce()).map(({ id }) => id)).toEqual(['default', BANT.id])
    expect((await portal.installation()).fields.answers).toHaveProperty('client_type')
  })

  it('tells which list items stay though no choice names them any more, and leaves them', async () => {
    const admin = await portal.as('admin')
    const items = (await portal.installation()).fields.choices['client_type']
    const plan = await planned(admin, removeChoice(DEFAULT_SET, 'client_type', 'c2c'))
    expect(plan.retired).toEqual([{ question: 'client_type', choice: 'c2c' }])
    await publishSet(admin, plan)
    const fields = (await portal.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_CLIENT_TYPE')
    expect(fields?.LIST.map(({ ID }) => Number(ID))).toContain(items?.['c2c'])
    expect((await portal.installation()).fields.choices['client_type']).toEqual(items)
  })
})

describe('publishing is refused', () => {
  it('for a set that the doctor calls ill, with what is wrong', async () => {
    const { classElse: _, ...headless } = DEFAULT_SET
    const found = await lookAtPublishing(await portal.as('admin'), { set: headless, base: 1 }, ZONE)
    expect(found).toMatchObject({ ok: false, error: { kind: 'ill' } })
    expect(!found.ok && found.error.kind === 'ill' && found.error.findings.map(({ kind }) => kind)).toContain('missing-else')
  })

  it('when somebody else published since the draft was begun, with who, when and what', async () => {
    const admin = await portal.as('admin')
    await published(admin, named('Боль'))
    expect(await lookAtPublishing(admin, { set: named('Задача'), base: 1 }, ZONE)).toMatchObject({
      ok: false, error: { kind: 'conflict', inForce: 'default@2', stamp: { by: PEOPLE.admin }, set: { version: 2 } },
    })
  })

  it('when somebody else publishes between the look and the switch, and theirs stays', async () => {
    const admin = await portal.as('admin')
    const mine = await planned(admin, named('Задача'))
    await published(admin, named('Боль'))
    expect(await publishSet(admin, mine)).toMatchObject({ ok: false, error: { kind: 'conflict', inForce: 'default@2' } })
    expect((await inForce())[0]?.questions[0]?.name.ru).toBe('Боль')
  })

  it('when another set was published in between, so that the settings are looked at anew', async () => {
    const admin = await portal.as('admin')
    const mine = await planned(admin, named('Задача'))
    await publishSet(admin, await planned(admin, BANT, null))
    expect(await publishSet(admin, mine)).toEqual({ ok: false, error: { kind: 'changed' } })
    expect(await published(admin, named('Задача'))).toEqual({ ok: true, value: 'default@2' })
    expect((await inForce()).map(({ id, version }) => [id, version])).toEqual([['default', 2], [BANT.id, 1]])
  })

  it('for more than the portal keeps in its options even without the sets, before anything is made', async () => {
    const admin = await portal.as('admin')
    await portal.call(admin, 'app.option.set', { options: { [optionOfSet('default')]: printPointer('default@1'), other: 'x'.repeat(LARGEST_OPTIONS - 1_000) } })
    expect(await lookAtPublishing(admin, { set: named('Боль'), base: 1 }, ZONE)).toMatchObject({ ok: false, error: { kind: 'too-large' } })
  })

  it('as far as one knows, where the portal took the switch and then fell silent', async () => {
    const admin = await portal.as('admin')
    const plan = await planned(admin, named('Боль'))
    let switched = false
    const silent: Portal = { ...admin, send: async (commands, options) => {
      if (switched) return failed({ kind: 'unreachable', method: 'app.option.get', code: '', description: '' })
      switched = 'set' in commands
      return admin.send(commands, options)
    } }
    expect(await publishSet(silent, plan)).toMatchObject({ ok: false, error: { kind: 'unclear', error: { kind: 'unreachable' } } })
    expect((await inForce())[0]?.version).toBe(2)
  })

  it('where a field of ours is of another type, which only a person can mend', async () => {
    const admin = await portal.as('admin')
    await portal.call(admin, 'crm.lead.userfield.add', { fields: { FIELD_NAME: 'UF_CRM_ABC_REGION', USER_TYPE_ID: 'string' } })
    const set = setQuestionText(addQuestion(DEFAULT_SET, 'yesno', { ru: 'Регион', en: 'Region' }), 'region', 'script', 'ru', 'Вы из нашего региона?')
    const own = set.questions.at(-1)?.id ?? ''
    expect(own).toBe('region')
    expect(await published(admin, set)).toMatchObject({ ok: false, error: { kind: 'fields-differ', fields: [{ state: 'differs', wanted: { code: 'UF_CRM_ABC_REGION' } }] } })
    expect((await inForce())[0]).toEqual(DEFAULT_SET)
  })

  it.each(['manager', 'crmadmin'] as const)('to %s, with nothing in force changed', async (user) => {
    const plan = await planned(await portal.as('admin'), named('Боль'))
    expect(await publishSet(await portal.as(user), plan)).toMatchObject({ ok: false, error: { kind: 'portal', error: { kind: 'not-allowed' } } })
    expect((await inForce())[0]).toEqual(DEFAULT_SET)
  })
})

describe('what was broken in the portal', () => {
  it('a set in force that was edited into nonsense is replaced by a version that is whole', async () => {
    const admin = await portal.as('admin')
    await published(admin, named('Боль'))
    await portal.call(admin, 'app.option.set', { options: { 'set.default': '{"format":1,"id":"default"' } })
    const plan = await lookAtReturning(admin, 'default@1', 'default@2', ZONE)
    expect(plan).toMatchObject({ ok: true, value: { before: undefined, beforeReference: 'default@2', set: { version: 1 } } })
    expect(plan.ok && await publishSet(admin, plan.value)).toEqual({ ok: true, value: 'default@1' })
    expect((await inForce())[0]).toEqual(DEFAULT_SET)
  })

  it('settings that do not parse are left as they are, and told', async () => {
    const admin = await portal.as('admin')
    await portal.call(admin, 'app.option.set', { options: { settings: '{' } })
    expect(await lookAtPublishing(admin, { set: named('Боль'), base: 1 }, ZONE)).toMatchObject({ ok: false, error: { kind: 'unreadable', option: 'settings', why: { kind: 'not-json' } } })
    expect((await portal.snapshot()).appOptions['settings']).toBe('{')
  })

  it('an option that comes back cut off is put back, and the version before stays in force', async () => {
    const admin = await portal.as('admin')
    const plan = await planned(admin, named('Боль'))
    let cut = true
    const forgetful: Portal = {
      send: (commands, options) => admin.send(Object.fromEntries(Object.entries(commands).map(([key, command]) => {
        const { method, params } = command as (typeof commands)[keyof typeof commands]
        if (method !== 'app.option.set' || !cut) return [key, command]
        cut = false
        const written = params['options'] as Record<string, string>
        return [key, { method, params: { options: { ...written, 'set.default': (written['set.default'] ?? '').slice(0, 1000) } } }]
      })) as typeof commands, options),
    }
    expect(await publishSet(forgetful, plan)).toEqual({ ok: false, error: { kind: 'not-kept', option: 'set.default' } })
    expect((await inForce())[0]).toEqual(DEFAULT_SET)
  })

  it('a field that was deleted is made again, and known by its new items', async () => {
    const admin = await portal.as('admin')
    const field = (await portal.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_NEED')
    await portal.call(admin, 'crm.lead.userfield.delete', { id: field?.id ?? 0 })
    const plan = await planned(admin, named('Боль'))
    expect(plan.fields.find(({ wanted }) => wanted.code === 'UF_CRM_ABC_NEED')?.state).toBe('missing')
    expect(await publishSet(admin, plan)).toMatchObject({ ok: true })
    const made = (await portal.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_NEED')
    expect(made?.LIST.map(({ ID }) => Number(ID))).toEqual(Object.values((await portal.installation()).fields.choices['need'] ?? {}))
  })

  it.each([
    ['quotes, HTML and emoji', `"Боль" <b>'x'</b> 🙂 [b]`], ['what looks like a reference of a batch', '$result[options]'], ['four thousand characters', 'я'.repeat(4000)],
  ])('a name with %s comes back as it was typed', async (_, words) => {
    const admin = await portal.as('admin')
    expect(await published(admin, named(words))).toMatchObject({ ok: true })
    expect((await inForce())[0]?.questions[0]?.name.ru).toBe(words)
  })
})

describe('an earlier version', () => {
  it('is put into force again as it was, and the later one stays on the shelf', async () => {
    const admin = await portal.as('admin')
    await published(admin, named('Боль'))
    const plan = await lookAtReturning(admin, 'default@1', 'default@2', ZONE)
    expect(plan.ok && await publishSet(admin, plan.value)).toEqual({ ok: true, value: 'default@1' })
    expect(await inForce()).toEqual([DEFAULT_SET])
    expect(await shelf(admin)).toEqual([['default@2', PEOPLE.admin], ['default@1', PEOPLE.admin]])
  })

  it('is not put into force when somebody published since', async () => {
    const admin = await portal.as('admin')
    await published(admin, named('Боль'))
    await published(admin, named('Задача'), 2)
    expect(await lookAtReturning(admin, 'default@1', 'default@2', ZONE)).toMatchObject({ ok: false, error: { kind: 'conflict', inForce: 'default@3' } })
  })

  it('that was shelved and is not whole any more is told', async () => {
    const admin = await portal.as('admin')
    await published(admin, named('Боль'))
    const rows = await portal.call(admin, 'entity.item.get', { ENTITY: 'abcsets', FILTER: { NAME: 'default@1' } }) as { ID: string }[]
    await portal.call(admin, 'entity.item.update', { ENTITY: 'abcsets', ID: Number(rows[0]?.ID), DETAIL_TEXT: printSet({ ...DEFAULT_SET, version: 7 }) })
    expect(await lookAtReturning(admin, 'default@1', 'default@2', ZONE)).toMatchObject({ ok: false, error: { kind: 'unreadable', option: 'default@1' } })
  })

  it('gets the number after the highest that there ever was', async () => {
    const admin = await portal.as('admin')
    await published(admin, named('Боль'))
    const back = await lookAtReturning(admin, 'default@1', 'default@2', ZONE)
    if (back.ok) await publishSet(admin, back.value)
    expect(await published(admin, named('Задача'), 1)).toEqual({ ok: true, value: 'default@3' })
  })
})

it('a version whose publishing was interrupted is taken up under its number', async () => {
  const admin = await portal.as('admin')
  await portal.faults([{ method: 'app.option.set', kind: '500' }])
  expect(await published(admin, named('Боль'))).toMatchObject({ ok: false })
  expect(await inForce()).toEqual([DEFAULT_SET])
  expect(await published(admin, named('Боль'))).toEqual({ ok: true, value: 'default@2' })
  expect(await shelf(admin)).toEqual([['default@2', PEOPLE.admin], ['default@1', PEOPLE.admin]])
})

const ofTwo: readonly QuestionSet[] = [DEFAULT_SET, BANT]
it.each(ofTwo.map(set => [set.id, set] as const))('publishes %s on a portal with nothing in force', async (_, set) => {
  const admin = await portal.as('admin')
  await portal.call(admin, 'app.option.set', { options: { settings: '', fields: '', 'set.default': '' } })
  expect(await published(admin, set, null)).toEqual({ ok: true, value: `${set.id}@1` })
  expect(await inForce()).toEqual([set])
})
