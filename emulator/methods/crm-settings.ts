import { DEAL } from '../entities.ts'
import { formatInstant } from '../portal-time.ts'
import { Page, type Methods } from '../rest/context.ts'
import { classicError, PortalError } from '../rest/errors.ts'
import { idOf, required } from '../rest/params.ts'

const OWNER_TYPES = [[1, 'Лид', 'LEAD', 'L'], [2, 'Сделка', 'DEAL', 'D'], [3, 'Контакт', 'CONTACT', 'C'], [4, 'Компания', 'COMPANY', 'CO']] as const

const CURRENCIES = [
  ['RUB', '1', '1.0000', 'Y', 'Российский рубль', '# &#8381;'],
  ['USD', '1', '90.0000', 'N', 'Доллар США', '$#'],
] as const

export const crmSettingsMethods: Methods = {
  /** 1: leads are on, 2: the simple mode without them (`crm-settings-mode-get.md`). */
  'crm.settings.mode.get': (_, { portal }) => portal.rules.now.simpleMode ? 2 : 1,

  /** Only for those with access to the settings of the CRM; `total` is always 0 (`crm-currency-list.md`). */
  'crm.currency.list': (_, { user, portal }) => {
    if (!user.crmAdmin) throw classicError('Access denied.')
    return new Page(CURRENCIES.map(([CURRENCY, AMOUNT_CNT, AMOUNT, BASE, FULL_NAME, FORMAT_STRING], at) => ({
      CURRENCY, AMOUNT_CNT, AMOUNT, SORT: String((at + 1) * 100), BASE, FULL_NAME, LID: 'ru', FORMAT_STRING, DEC_POINT: '.',
      THOUSANDS_SEP: '&nbsp;', DECIMALS: '2', DATE_UPDATE: formatInstant(portal.clock.startedAt),
    })), 0)
  },

  'crm.currency.base.get': () => 'RUB',

  'crm.category.list': (params) => {
    required(params, 'entityTypeId')
    if (idOf(params['entityTypeId']) !== DEAL) throw new PortalError(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Entity type is not supported')
    return new Page({ categories: [{ id: 0, name: 'Общая', sort: 300, entityTypeId: DEAL, isDefault: 'Y' }] }, 1)
  },

  'crm.enum.ownertype': () => OWNER_TYPES.map(([ID, NAME, SYMBOL_CODE, SYMBOL_CODE_SHORT]) => ({ ID, NAME, SYMBOL_CODE, SYMBOL_CODE_SHORT })),
}
