/** What the set-up of the app relies on; fields and places are made for the check and removed. */
import * as v from 'valibot'
import { expect } from 'vitest'
import type { Param } from '../../../../src/portal/portal.ts'
import { fieldCommand } from '../../../../src/portal/setup/user-fields.ts'
import type { UserField } from '../../../../src/portal/setup/user-fields.ts'
import type { WantedField } from '../../../../src/portal/setup/wanted-fields.ts'
import { resultOf, shaped, valueOf, Whole } from '../asking.ts'
import { FIELD_PREFIX, HANDLER_END, STAGE_PREFIX } from '../guard.ts'
import { NotRun, type Given, type Statement } from '../statement.ts'

const FIELDS = 'api-reference/crm/leads/userfield/'
const WANTED: WantedField = {
  holds: { question: 'check' }, code: `${FIELD_PREFIX}LIST`, type: 'enumeration', label: { ru: 'Проверка', en: 'Check' },
  items: [{ key: 'one', xmlId: 'CONTRACT_ONE', label: 'Один' }, { key: 'two', xmlId: 'CONTRACT_TWO', label: 'Два' }],
}

const Bound = v.array(v.object({ placement: v.string(), handler: v.string(), title: v.string() }))
const Field = v.object({
  ID: v.pipe(Whole, v.transform(Number)), FIELD_NAME: v.string(), USER_TYPE_ID: v.string(),
  LIST: v.array(v.object({ ID: v.pipe(Whole, v.transform(Number)), VALUE: v.string(), XML_ID: v.string() })),
})

async function field(given: Given, id: number): Promise<UserField> {
  const rows = shaped(v.array(v.looseObject({ ID: Whole })), await valueOf(given, { method: 'crm.lead.userfield.list', params: { order: { SORT: 'ASC' } } }))
  return shaped(Field, rows.find(row => Number(row.ID) === id))
}

/** As the portal told it, to be written back. */
const AsTold: v.GenericSchema<unknown, Param> = v.lazy(() => v.union([v.string(), v.number(), v.array(AsTold), v.record(v.string(), AsTold)]))
const Stages = v.array(v.looseObject({ STATUS_ID: v.string(), NAME: v.string() }))
const Sections = v.array(v.looseObject({ name: v.string(), title: v.string(), type: v.string(), elements: v.array(v.looseObject({ name: v.string() })) }))

export const setUps: readonly Statement[] = [
  {
    claim: 'a list field is made with its items under their XML_ID, and gets another one without losing any',
    page: `${FIELDS}crm-lead-userfield-update.md`,
    methods: ['crm.lead.userfield.add', 'crm.lead.userfield.update', 'crm.lead.userfield.list'],
    needs: ['set-up'],
    check: async (given) => {
      const add = fieldCommand({ state: 'missing', wanted: WANTED })
      if (!add) throw new Error('the app has no command for a field that is missing')
      const id = shaped(v.number(), await valueOf(given, add))
      given.undo(() => resultOf(given.rest, 'crm.lead.userfield.delete', { id }))
      const before = await field(given, id)
      expect(before.LIST.map(item => item.XML_ID)).toEqual(['CONTRACT_ONE', 'CONTRACT_TWO'])
      const more = fieldCommand({ state: 'incomplete', wanted: WANTED, field: before, items: [{ key: 'three', xmlId: 'CONTRACT_THREE', label: 'Три' }] })
      if (!more) throw new Error('the app has no command for a field that lacks an item')
      expect(await valueOf(given, more)).toBe(true)
      const after = await field(given, id)
      expect(after.LIST.slice(0, 2)).toEqual(before.LIST)
      expect(after.LIST.map(item => item.XML_ID)).toEqual(['CONTRACT_ONE', 'CONTRACT_TWO', 'CONTRACT_THREE'])
    },
  },
  {
    claim: 'the places of the app are listed with code, address and title',
    page: 'api-reference/widgets/placement-get.md',
    methods: ['placement.get'],
    needs: ['application', 'administrator'],
    check: async (given) => {
      shaped(Bound, await valueOf(given, { method: 'placement.get', params: {} }))
    },
  },
  {
    claim: 'a tab of the lead card is bound to an address, listed under it, and unbound',
    page: 'api-reference/widgets/placement-bind.md',
    methods: ['placement.bind', 'placement.get', 'placement.unbind'],
    needs: ['application', 'administrator', 'set-up'],
    check: async (given) => {
      const places = async () => shaped(Bound, await valueOf(given, { method: 'placement.get', params: {} }))
      const known = await places()
      const [first] = known
      if (!first) throw new NotRun('the app has no place yet, which would tell its own address')
      const HANDLER = new URL(HANDLER_END, first.handler).href
      await valueOf(given, { method: 'placement.bind', params: {
        PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER, TITLE: 'Contract', LANG_ALL: { ru: { TITLE: 'Проверка' }, en: { TITLE: 'Contract' } },
      } })
      const unbind = () => valueOf(given, { method: 'placement.unbind', params: { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER } })
      given.undo(async () => (await places()).some(row => row.handler === HANDLER) && unbind())
      const bound = await places()
      expect(bound.filter(row => row.handler === HANDLER).map(row => row.placement)).toEqual(['CRM_LEAD_DETAIL_TAB'])
      expect(bound).toHaveLength(known.length + 1)
      await unbind()
      expect(await places()).toEqual(known)
    },
  },
  {
    claim: 'the app is told whether it counts as installed',
    page: 'api-reference/common/system/app-info.md',
    methods: ['app.info'],
    needs: ['application'],
    check: async (given) => {
      shaped(v.object({ INSTALLED: v.boolean() }), await valueOf(given, { method: 'app.info', params: {} }))
    },
  },
  {
    claim: 'the permissions of the app are listed',
    page: 'api-reference/common/system/scope.md',
    methods: ['scope'],
    check: async (given) => {
      expect(shaped(v.array(v.string()), await valueOf(given, { method: 'scope', params: {} }))).toContain('crm')
    },
  },
  {
    claim: 'a stage of leads is made under a code of its own, listed, and deleted while no lead stands on it',
    page: 'api-reference/crm/status/crm-status-add.md',
    methods: ['crm.status.add', 'crm.status.list', 'crm.status.delete'],
    needs: ['set-up'],
    check: async (given) => {
      const STATUS_ID = `${STAGE_PREFIX}STAGE`
      const stages = async () => shaped(Stages, await resultOf(given.rest, 'crm.status.list', { filter: { ENTITY_ID: 'STATUS' }, order: { SORT: 'ASC' } }))
      const before = await stages()
      const id = Number(await resultOf(given.rest, 'crm.status.add', { fields: { ENTITY_ID: 'STATUS', STATUS_ID, NAME: 'Contract', SORT: 15 } }))
      const remove = () => resultOf(given.rest, 'crm.status.delete', { id })
      given.undo(async () => (await stages()).some(stage => stage.STATUS_ID === STATUS_ID) && remove())
      expect(await stages()).toContainEqual(expect.objectContaining({ STATUS_ID, NAME: 'Contract' }))
      await remove()
      expect(await stages()).toEqual(before)
    },
  },
  {
    claim: 'the layout of a lead card is written as a whole and told as it was written, and a card that is reset tells nothing',
    page: 'api-reference/crm/universal/item-details-configuration/crm-item-details-configuration-set.md',
    methods: ['crm.item.details.configuration.get', 'crm.item.details.configuration.set', 'crm.item.details.configuration.reset'],
    needs: ['set-up'],
    check: async (given) => {
      const own = { entityTypeId: 1, scope: 'P', extras: { leadCustomerType: 1 } }
      const layout = () => resultOf(given.rest, 'crm.item.details.configuration.get', own)
      const before = shaped(v.nullable(AsTold), await layout())
      const put = (data: Param) => resultOf(given.rest, 'crm.item.details.configuration.set', { ...own, data })
      const reset = () => resultOf(given.rest, 'crm.item.details.configuration.reset', own)
      given.undo(() => before === null ? reset() : put(before))
      await put([{ name: 'contract', title: 'Contract', type: 'section', elements: [{ name: 'TITLE' }] }])
      expect(shaped(Sections, await layout())).toMatchObject([{ name: 'contract', title: 'Contract', type: 'section', elements: [{ name: 'TITLE' }] }])
      await reset()
      expect(await layout()).toBeNull()
    },
  },
  {
    claim: 'who may change the settings of the CRM is given the list of currencies',
    page: 'api-reference/crm/currency/crm-currency-list.md',
    methods: ['crm.currency.list'],
    needs: ['administrator'],
    check: async (given) => {
      shaped(v.array(v.object({ CURRENCY: v.string() })), await resultOf(given.rest, 'crm.currency.list', {}))
    },
  },
]
