/** The portal's records as the emulator keeps them: typed, instants in Unix milliseconds, days as `YYYY-MM-DD`. */

export const LEAD = 1
export const DEAL = 2
export const CONTACT = 3
export const COMPANY = 4
export const ENTITY_TYPES = [LEAD, DEAL, CONTACT, COMPANY] as const
export type EntityTypeId = (typeof ENTITY_TYPES)[number]

export const USER_NAMES = ['admin', 'crmadmin', 'head', 'manager', 'manager2', 'nocrm', 'director', 'seller'] as const
export type UserName = (typeof USER_NAMES)[number]

/** What a user may do with CRM records; `opened` reads records marked as available to everyone and writes his own. */
export type CrmAccess = 'all' | 'department' | 'own' | 'opened' | 'none'

export interface User {
  readonly id: number
  readonly login: UserName
  readonly name: string
  readonly lastName: string
  readonly email: string
  readonly position: string
  readonly phone: string
  readonly gender: 'M' | 'F'
  readonly departments: readonly number[]
  readonly admin: boolean
  /** May change the settings of the CRM (fields, stages), not of the portal. */
  readonly crmAdmin: boolean
  readonly crm: CrmAccess
}

export interface Department {
  readonly id: number
  readonly name: string
  readonly parent: number | null
  readonly head: number | null
}

export type FieldValue = string | number | null | readonly number[] | readonly string[]

export interface MultiField {
  readonly id: number
  readonly typeId: string
  readonly valueType: string
  readonly value: string
  /** Digits of a phone or the lower-case address, by which duplicates are found. */
  readonly match: string
}

/** A lead, deal, contact or company. `values` are keyed as in `crm.item.*`, user fields by their `UF_CRM_…` name. */
export interface CrmItem {
  readonly id: number
  readonly entityTypeId: EntityTypeId
  readonly values: Readonly<Record<string, FieldValue>>
  readonly fm: readonly MultiField[]
}

export interface ProductRow {
  readonly id: number
  readonly productName: string
  readonly price: number
  readonly quantity: number
}

export interface Activity {
  readonly id: number
  readonly ownerTypeId: EntityTypeId
  readonly ownerId: number
  readonly providerId: string
  readonly providerTypeId: string
  readonly typeId: number
  readonly subject: string
  readonly description: string
  readonly created: number
  readonly updated: number
  readonly deadline: number | null
  readonly completed: boolean
  readonly responsibleId: number
  readonly authorId: number
  readonly editorId: number
  readonly colorId: string
  readonly pingOffsets: readonly number[]
  readonly parentActivityId: number | null
}

export interface Comment {
  readonly id: number
  readonly entityTypeId: EntityTypeId
  readonly entityId: number
  readonly text: string
  readonly authorId: number
  readonly created: number
}

export interface Notice {
  readonly id: number
  readonly userId: number
  readonly authorId: number
  readonly type: 'USER' | 'SYSTEM'
  readonly message: string
  readonly tag: string
  readonly subTag: string
  readonly created: number
}

export interface ListItem {
  readonly id: number
  readonly value: string
  readonly sort: number
  readonly isDefault: boolean
  readonly xmlId: string
}

export type LangMap = Readonly<Record<string, string>>

export interface UserField {
  readonly id: number
  readonly entityTypeId: EntityTypeId
  readonly name: string
  readonly type: string
  readonly xmlId: string | null
  readonly sort: number
  readonly multiple: boolean
  readonly mandatory: boolean
  readonly showFilter: string
  readonly showInList: string
  readonly editInList: string
  readonly isSearchable: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly labels: Readonly<Record<string, LangMap>>
  readonly list: readonly ListItem[]
}

/** A row of a CRM directory: a stage, a source, a salutation … */
export interface Status {
  readonly id: number
  readonly entityId: string
  readonly statusId: string
  readonly name: string
  readonly nameInit: string
  readonly sort: number
  readonly system: boolean
  readonly color: string | null
  readonly semantics: 'S' | 'F' | null
}

export interface StageMove {
  readonly id: number
  readonly typeId: 1 | 2 | 3
  readonly entityTypeId: EntityTypeId
  readonly ownerId: number
  readonly created: number
  readonly stageId: string
  readonly semantics: 'P' | 'S' | 'F'
}

export interface Placement {
  readonly id: number
  /** Code of the app whose handler it is, if it is not this one's. */
  readonly otherApp?: string
  readonly placement: string
  readonly handler: string
  readonly title: string
  readonly description: string
  readonly groupName: string
  readonly langAll: Readonly<Record<string, unknown>>
  readonly options: Readonly<Record<string, unknown>>
}

export type AccessLevel = 'R' | 'W' | 'X'

export interface EntityProperty {
  readonly code: string
  readonly name: string
  readonly type: 'S' | 'N' | 'F'
  readonly sort: number
}

export interface EntityItem {
  readonly id: number
  readonly created: number
  readonly createdBy: number
  readonly modified: number
  readonly modifiedBy: number
  readonly fields: Readonly<Record<string, string | null>>
  readonly properties: Readonly<Record<string, string>>
}

/** An app's own storage (`entity.*`): who may do what, the properties and the items, oldest first. */
export interface EntityStorage {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly access: Readonly<Record<string, AccessLevel>>
  readonly properties: readonly EntityProperty[]
  readonly items: readonly EntityItem[]
}

export type Options = Readonly<Record<string, unknown>>
