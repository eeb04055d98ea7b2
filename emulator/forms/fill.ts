import { LEAD, type CrmItem, type FieldValue, type MultiField, type User } from '../entities.ts'
import { coerceUserField, userFieldsOf } from '../fields/user-field.ts'
import { addItem, updateItem } from '../items.ts'
import { matchKey, multiField } from '../multi-fields.ts'
import { formatInstant } from '../portal-time.ts'
import type { Portal } from '../portal.ts'
import type { Context } from '../rest/context.ts'
import { CORS } from '../rest/cors.ts'
import { contextOf } from '../rest/dispatch.ts'
import { listOf, textOf } from '../rest/params.ts'
import { spoilt } from '../rest/spoilt.ts'
import { json, type RouteReply, type RouteRequest, type RouteResponse } from '../route.ts'
import { ALL_SCOPES } from '../tokens.ts'
import { jsonObject } from '../pages/json-body.ts'
import { FORM, formOf, type FormField } from './form.ts'
import { FORM_WORDS } from './words.ts'

const METHOD = 'crm.site.form.fill'
/** A one-line field holds so many characters. */
const LONGEST = 255

interface Filled {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly contacts: readonly { readonly typeId: string, readonly value: string }[]
}

/**
 * `POST /bitrix/services/main/ajax.php?action=crm.site.form.fill`: anybody may send it, with any values. Only fields of the form are
 * looked at; what a field cannot hold is dropped without a word, and nothing is checked for being filled in.
 */
export async function fillForm(portal: Portal, request: RouteRequest): Promise<RouteResponse> {
  const { faults, log, clock } = portal
  const before = faults.takeRequest([METHOD], null, 'before')
  const answered = spoilt(before?.kind) ?? await filled(portal, request)
  const after = faults.takeRequest([METHOD], null, 'after')
  const response = spoilt(after?.kind, 'drop' in answered ? undefined : answered) ?? answered
  log.add({ at: formatInstant(clock.now()), method: METHOD, user: null, commands: [], status: 'drop' in response ? 0 : response.status })
  return response
}

async function filled(portal: Portal, request: RouteRequest): Promise<RouteReply> {
  const data = await dataOf(request)
  const text = (name: string): string | undefined => textOf(data?.get(name))
  const lang = text('lang') === 'en' ? 'en' : 'ru'
  const values = jsonObject(text('values'))
  const fault = portal.faults.takeCall(METHOD, 'admin', 'before')
  if (fault || values === undefined || text('id') !== String(FORM.id) || text('sec') !== FORM.sec) {
    return json(200, { result: { resultId: null, message: FORM_WORDS[lang].failed } }, CORS)
  }
  const context = contextOf(portal, userCalled(portal, 'admin'), { userId: 1, scopes: new Set<string>(ALL_SCOPES), application: false }, {})
  const form = formOf(context.state, { lang, order: null, without: null, hidden: 'UF_CRM_ABC_SET', required: null })
  keep(context, readValues(context, form.fields, values))
  const resultId = portal.store.nextId('formResult')
  return json(200, { result: { resultId, pay: false, message: FORM_WORDS[lang].sent, gid: null, redirect: { url: '', delay: 0 }, refill: { active: false, caption: '' } } }, CORS)
}

async function dataOf({ body, headers }: RouteRequest): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
  } catch {
    // a body that is no form data holds no values, as in PHP's $_POST
    return undefined
  }
}

function userCalled(portal: Portal, name: string): User {
  const user = portal.store.user(name)
  if (!user) throw new Error(`The portal has nobody called ${name}.`)
  return user
}

function readValues({ state }: Context, fields: readonly FormField[], given: Readonly<Record<string, unknown>>): Filled {
  const userFields = userFieldsOf(state, LEAD)
  const values: Record<string, FieldValue> = {}
  const contacts: { typeId: string, value: string }[] = []
  for (const { name, type } of fields) {
    const text = (Object.hasOwn(given, name) ? listOf(given[name]) : []).map(one => textOf(one)?.trim() ?? '').find(one => one !== '')?.slice(0, LONGEST)
    if (text === undefined) continue
    const code = name.replace(/^LEAD_/, '')
    const field = userFields.find(one => one.name === code)
    const held = field && coerceUserField(field, text)
    if (type === 'phone' || type === 'email') contacts.push({ typeId: type.toUpperCase(), value: text })
    else if (field === undefined) values['name'] = text
    else if (held !== undefined && held !== null) values[field.name] = held
  }
  return { values, contacts }
}

/** A new lead, or the newest one in work of the same client where the form is told to look for it. */
function keep(context: Context, { values, contacts }: Filled): void {
  const { portal, state, store } = context
  const given = contacts.map(({ typeId, value }): MultiField => multiField(store.nextId('fm'), typeId, 'WORK', value))
  const mode = portal.rules.now.formDuplicates
  const known = mode === 'NONE' ? undefined : leadOf(state.items[LEAD].all(), given)
  if (known === undefined) {
    addItem(context, LEAD, {
      values: {
        title: `CRM-форма «${FORM_WORDS.ru.title}»`, sourceId: 'WEBFORM', sourceDescription: `Форма «${FORM_WORDS.ru.title}»`,
        webformId: FORM.id, assignedById: userCalled(portal, 'manager').id, ...values,
      },
      fm: given,
    })
    return
  }
  const wanted = Object.entries(values).filter(([name]) => mode === 'REPLACE' || (known.values[name] ?? '') === '')
  const fm = [...known.fm, ...given.filter(one => !known.fm.some(held => held.typeId === one.typeId && held.match === one.match))]
  updateItem(context, known, { values: { ...Object.fromEntries(wanted), webformId: FORM.id }, fm })
}

function leadOf(leads: Iterable<CrmItem>, given: readonly MultiField[]): CrmItem | undefined {
  const keys = new Set(given.map(({ typeId, value }) => `${typeId} ${matchKey(typeId, value)}`))
  return [...leads].filter(({ values, fm }) => values['stageSemanticId'] === 'P' && fm.some(({ typeId, match }) => keys.has(`${typeId} ${match}`))).sort((a, b) => b.id - a.id)[0]
}
