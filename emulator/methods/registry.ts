import type { Handler, Methods } from '../rest/context.ts'
import { appMethods } from './app.ts'
import { crmActivityMethods } from './crm-activity.ts'
import { crmAutomationMethods } from './crm-automation.ts'
import { crmCardLayoutMethods } from './crm-card-layout.ts'
import { crmDuplicateMethods } from './crm-duplicate.ts'
import { crmItemMethods } from './crm-item.ts'
import { crmLeadMethods } from './crm-lead.ts'
import { crmProductRowMethods } from './crm-productrow.ts'
import { crmSettingsMethods } from './crm-settings.ts'
import { crmStageHistoryMethods } from './crm-stage-history.ts'
import { crmStatusMethods } from './crm-status.ts'
import { crmTimelineMethods } from './crm-timeline.ts'
import { crmTodoMethods } from './crm-todo.ts'
import { crmUserFieldMethods } from './crm-userfield.ts'
import { entityItemMethods } from './entity-item.ts'
import { entityMethods } from './entity.ts'
import { imMethods } from './im.ts'
import { optionMethods } from './options.ts'
import { placementMethods } from './placement.ts'
import { userMethods } from './user.ts'

interface Method {
  readonly name: string
  readonly handler: Handler
}

const ALL: Methods = {
  ...appMethods, ...optionMethods, ...userMethods, ...imMethods, ...placementMethods, ...entityMethods, ...entityItemMethods,
  ...crmItemMethods, ...crmProductRowMethods, ...crmLeadMethods, ...crmUserFieldMethods, ...crmStatusMethods, ...crmSettingsMethods,
  ...crmCardLayoutMethods, ...crmStageHistoryMethods, ...crmActivityMethods, ...crmTodoMethods, ...crmTimelineMethods,
  ...crmDuplicateMethods, ...crmAutomationMethods,
}

const BY_NAME: ReadonlyMap<string, Method> = new Map(Object.entries(ALL).map(([name, handler]) => [name.toLowerCase(), { name, handler }]))

/** A method by its name in any case; nothing for one that this portal does not have. */
export function findMethod(name: string): Method | undefined {
  return BY_NAME.get(name.toLowerCase())
}
