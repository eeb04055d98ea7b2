import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { LEAD, type CrmItem, type FieldValue } from '../../emulator/entities.ts'
import { FORM } from '../../emulator/forms/form.ts'
import { aPortal, asRecord, at } from './running-portal.ts'

const ACTION = '/bitrix/services/main/ajax.php?action=crm.site.form.fill'
const NEED = 'UF_CRM_ABC_NEED'
const portal = aPortal()
let items: readonly number[] = []

beforeEach(async () => {
  const admin = await portal.as('admin')
  await admin.ok('crm.lead.userfield.add', { fields: {
    FIELD_NAME: 'ABC_NEED', USER_TYPE_ID: 'enumeration', LIST: [{ VALUE: 'yes', XML_ID: 'A' }, { VALUE: 'no', XML_ID: 'B' }], EDIT_FORM_LABEL: { ru: 'Потребность', en: 'Need' },
  } })
  items = portal.running().store.state.userFields.all().find(({ name }) => name === NEED)?.list.map(({ id }) => id) ?? []
})

async function fill(values: unknown, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const data = new FormData()
  for (const [name, value] of Object.entries({ id: String(FORM.id), sec: FORM.sec, lang: 'en', values: JSON.stringify(values), ...more })) data.set(name, value)
  const answer = await fetch(`${portal.running().url}${ACTION}`, { method: 'POST', body: data })
  const body: unknown = await answer.json()
  return at(body, 'result')
}

function leads(): readonly CrmItem[] {
  return [...portal.running().store.state.items[LEAD].all()]
}

function newest(): CrmItem {
  const lead = leads().toSorted((one, other) => other.id - one.id)[0]
  if (!lead) throw new Error('there is no lead')
  return lead
}

function addresses({ fm }: CrmItem): readonly string[] {
  return fm.map(({ typeId, value }) => `${typeId} ${value}`)
}

describe('a filled form', () => {
  it('becomes a lead with its contacts, its answers and where it came from', async () => {
    const before = leads().length
    const result = asRecord(await fill({ LEAD_NAME: ['Ann'], LEAD_PHONE: ['8 (912) 000-11-22'], LEAD_EMAIL: ['ann@example.org'], [`LEAD_${NEED}`]: [String(items[1])] }))
    expect(result['resultId']).toBeTypeOf('number')
    expect(leads()).toHaveLength(before + 1)
    const lead = newest()
    expect(lead.values).toMatchObject({ name: 'Ann', sourceId: 'WEBFORM', webformId: FORM.id, [NEED]: items[1], stageId: 'NEW' })
    expect(addresses(lead)).toEqual(['PHONE 8 (912) 000-11-22', 'EMAIL ann@example.org'])
  })

  it('is not checked for required fields', async () => {
    expect(at(await fill({}), 'resultId')).toBeTypeOf('number')
    expect(newest().fm).toEqual([])
  })

  it('drops without a word what the form does not have and what a list cannot hold', async () => {
    await fill({ LEAD_STATUS_ID: ['CONVERTED'], LEAD_OPPORTUNITY: ['1'], LEAD_ASSIGNED_BY_ID: ['1'], [`LEAD_${NEED}`]: ['999999'], __proto__: ['x'], LEAD_NAME: ['x'.repeat(999)] })
    expect(newest().values).toMatchObject({ stageId: 'NEW', name: 'x'.repeat(255) })
    expect(newest().values['opportunity'] ?? 0).toBe(0)
    expect(newest().values[NEED] ?? null).toBeNull()
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['another form', { id: '77' }], ['another secret', { sec: 'guessed' }], ['values that are no JSON', { values: '{' }], ['values that are a list', { values: '[]' }],
  ])('is refused with words and without a number for %s', async (_, more) => {
    const before = leads().length
    expect(await fill({}, more)).toMatchObject({ resultId: null, message: 'The request could not be sent. Please try again.' })
    expect(leads()).toHaveLength(before)
  })

  it('is refused when it is no form data at all', async () => {
    const answer = await fetch(`${portal.running().url}${ACTION}`, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'nothing' })
    expect(at(await answer.json(), 'result', 'resultId')).toBeNull()
  })

  it('never brings the portal down, whatever is in it', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(fc.constantFrom('LEAD_NAME', 'LEAD_PHONE', 'LEAD_EMAIL', `LEAD_${NEED}`, '__proto__', 'LEAD_ID'), fc.jsonValue()), async (values) => {
      expect(at(await fill(values), 'resultId')).toBeTypeOf('number')
      const held: FieldValue | undefined = newest().values[NEED]
      expect(held === undefined || held === null || items.some(item => item === held)).toBe(true)
    }), { numRuns: 60 })
  })

  it('meets faults by its method’s name, and is in the log', async () => {
    await portal.post('/emulator/faults', [{ method: 'crm.site.form.fill', kind: '500' }, { method: 'crm.site.form.fill', kind: '503' }])
    expect(await fill({})).toBeUndefined()
    expect(at(await fill({}), 'resultId')).toBeNull()
    expect(at(await fill({}), 'resultId')).toBeTypeOf('number')
    const log = await portal.get('/emulator/log')
    expect(Array.isArray(log) ? log.filter(entry => asRecord(entry)['method'] === 'crm.site.form.fill').map(entry => asRecord(entry)['status']) : log).toEqual([503, 200, 200])
  })
})

describe('a form filled by somebody who is known', () => {
  const ANN = { LEAD_NAME: ['Ann'], LEAD_PHONE: ['+7 912 000-11-22'] }

  it('is one more lead as usual', async () => {
    await fill(ANN)
    const before = leads().length
    await fill(ANN)
    expect(leads()).toHaveLength(before + 1)
  })

  it('fills only what is empty in the lead that is there, with MERGE', async () => {
    await fill(ANN)
    await portal.post('/emulator/rules', { formDuplicates: 'MERGE' })
    const before = leads().length
    await fill({ LEAD_NAME: ['Anna'], LEAD_PHONE: ['8 912 0001122'], LEAD_EMAIL: ['ann@example.org'], [`LEAD_${NEED}`]: [String(items[0])] })
    expect(leads()).toHaveLength(before)
    expect(newest().values).toMatchObject({ name: 'Ann', [NEED]: items[0] })
    expect(addresses(newest())).toEqual(['PHONE +7 912 000-11-22', 'EMAIL ann@example.org'])
  })

  it('overwrites with REPLACE, but empties nothing', async () => {
    await fill({ ...ANN, [`LEAD_${NEED}`]: [String(items[0])] })
    await portal.post('/emulator/rules', { formDuplicates: 'REPLACE' })
    await fill({ ...ANN, LEAD_NAME: ['Anna'] })
    expect(newest().values).toMatchObject({ name: 'Anna', [NEED]: items[0] })
  })
})

describe('the site’s page', () => {
  async function page(query = ''): Promise<Response> {
    return fetch(`${portal.running().url}/site/${query}`)
  }

  it('has the embed code, the script tag with the set, and a policy without inline styles and scripts', async () => {
    await portal.post('/emulator/rules', { siteSet: '{"a":"<\'\\">"}' })
    const answer = await page()
    const body = await answer.text()
    expect(body).toContain(`data-b24-form="inline/${FORM.id}/${FORM.sec}"`)
    expect(body).toContain('src="http://127.0.0.1:5173/triple-a-form.js" data-set="{&quot;a&quot;:&quot;&lt;&#39;\\&quot;&gt;&quot;}"')
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it('comes without the script when it is told to', async () => {
    expect(await (await page('?script=none')).text()).not.toContain('triple-a-form.js')
  })

  it('keeps its query harmless in the embed code', async () => {
    expect(await (await page('?without=</script><b>')).text()).not.toContain('<b>')
  })

  it.each([
    ['', ['LEAD_UF_CRM_ABC_NEED', 'LEAD_NAME', 'LEAD_PHONE', 'LEAD_EMAIL']],
    ['?order=reverse', ['LEAD_EMAIL', 'LEAD_PHONE', 'LEAD_NAME', 'LEAD_UF_CRM_ABC_NEED']],
    ['?without=UF_CRM_ABC_NEED', ['LEAD_NAME', 'LEAD_PHONE', 'LEAD_EMAIL']],
    ['?hidden=UF_CRM_ABC_NEED', ['LEAD_UF_CRM_ABC_NEED', 'LEAD_NAME', 'LEAD_PHONE', 'LEAD_EMAIL', 'LEAD_UF_CRM_ABC_NEED']],
  ])('loads a form with these fields: %s', async (query, names) => {
    const loader = await (await fetch(`${portal.running().url}/emulator/forms/loader_${FORM.id}.js${query}`)).text()
    expect([...loader.matchAll(/"name":"(LEAD_\w+)"/g)].map(([, name]) => name)).toEqual(names)
  })

  it('has no other action behind the form’s address', async () => {
    expect((await fetch(`${portal.running().url}/bitrix/services/main/ajax.php?action=main.user.list`, { method: 'POST' })).status).toBe(404)
  })
})
