/** Holds a run to what it may write: a statement that asks for more is stopped before anything is sent. */
import * as v from 'valibot'
import type { Command, Portal, Reply } from '../../../src/portal/portal.ts'
import type { Params, Rest } from './statement.ts'

export interface Allowed {
  /** The lead that may be written. */
  readonly lead: number | undefined
  /** A lead that the user may not change: he may ask whether he may. */
  readonly closedLead: number | undefined
  readonly storage: boolean
  readonly setUp: boolean
  /** The only one who may get a notice. */
  readonly me: number
}

/** Begins every option that the suite writes. */
export const OPTION_PREFIX = 'contract.'
/** The only storage that the suite makes. */
export const STORAGE = 'abccontract'
/** Begins every user field that the suite makes. */
export const FIELD_PREFIX = 'UF_CRM_CONTRACT_'
/** Begins every stage that the suite makes. */
export const STAGE_PREFIX = 'CONTRACT_'
/** The only handler that the suite binds, on the app's own address or none. */
export const HANDLER_END = 'contract-check'

const READS = /(?:\.(?:get|list)|^profile|^scope|^app\.info|^server\.time)$/

const Id = v.object({ id: v.union([v.number(), v.string()]) })
const Options = v.record(v.string(), v.unknown())
const OfLead = v.object({ entityTypeId: v.literal(1), id: v.union([v.number(), v.string()]) })
const Locked = v.object({ filter: v.object({ id: v.number() }) })
const OfTodo = v.object({ ownerTypeId: v.literal(1), ownerId: v.number() })
const OfComment = v.object({ fields: v.object({ ENTITY_TYPE: v.literal('lead'), ENTITY_ID: v.number() }) })
const OfField = v.object({ fields: v.object({ FIELD_NAME: v.pipe(v.string(), v.startsWith(FIELD_PREFIX)) }) })

const OfStage = v.object({ fields: v.object({ ENTITY_ID: v.literal('STATUS'), STATUS_ID: v.pipe(v.string(), v.startsWith(STAGE_PREFIX)) }) })
/** The card of whoever runs the suite, and of nobody else. */
const OfOwnCard = v.object({ entityTypeId: v.literal(1), scope: v.literal('P'), userId: v.optional(v.undefined()) })
const OfPlace = v.object({ HANDLER: v.pipe(v.string(), v.endsWith(HANDLER_END)) })

/** What the reference of a locked update stands for: nothing, or the lead that the lock asks for. */
const LOCK = '$result[lock][items][0][id]'

export interface Guard {
  portal(portal: Portal): Portal
  rest(rest: Rest): Rest
}

/** Throws, before a request goes out, for every write that is not allowed. What was made in this run may be changed and removed. */
export function guard({ lead, closedLead, storage, setUp, me }: Allowed): Guard {
  const made = new Set<string>()

  function isOurs(method: string, params: Params): boolean {
    return v.is(Id, params) && made.has(`${method.split('.').slice(0, 2).join('.')}/${params.id}`)
  }

  function mayWrite({ method, params }: Command, all: readonly Command[]): boolean {
    const onLead = lead !== undefined
    switch (method) {
      case 'crm.item.update': {
        const lock = all.find(other => other.method === 'crm.item.list')?.params
        const id = v.is(OfLead, params) ? params.id : undefined
        return onLead && (id === lead || (id === LOCK && v.is(Locked, lock) && lock.filter.id === lead))
      }
      case 'crm.automation.trigger': return onLead && [lead, closedLead].some(id => id !== undefined && params['target'] === `LEAD_${id}`)
      case 'crm.activity.todo.add': return onLead && v.is(OfTodo, params) && params.ownerId === lead
      case 'crm.timeline.comment.add': return onLead && v.is(OfComment, params) && params.fields.ENTITY_ID === lead
      case 'crm.activity.todo.update':
      case 'crm.activity.update':
      case 'crm.activity.delete':
      case 'crm.timeline.comment.update':
      case 'crm.timeline.comment.delete': return isOurs(method, params)
      case 'user.option.set':
      case 'app.option.set': return storage && v.is(Options, params['options']) && Object.keys(params['options']).every(key => key.startsWith(OPTION_PREFIX))
      case 'im.notify.personal.add': return storage && params['USER_ID'] === me
      case 'entity.add':
      case 'entity.delete':
      case 'entity.rights':
      case 'entity.item.add':
      case 'entity.item.update':
      case 'entity.item.delete':
      case 'entity.item.property.add': return storage && params['ENTITY'] === STORAGE
      case 'crm.lead.userfield.add': return setUp && v.is(OfField, params)
      case 'crm.status.add': return setUp && v.is(OfStage, params)
      case 'crm.status.delete': return setUp && isOurs(method, params)
      case 'crm.item.details.configuration.set':
      case 'crm.item.details.configuration.reset': return setUp && v.is(OfOwnCard, params)
      case 'crm.lead.userfield.update':
      case 'crm.lead.userfield.delete': return setUp && isOurs(method, params)
      case 'placement.bind':
      case 'placement.unbind': return setUp && v.is(OfPlace, params)
      default: return false
    }
  }

  function check(commands: readonly Command[]): void {
    const forbidden = commands.find(command => !READS.test(command.method) && !mayWrite(command, commands))
    if (forbidden) throw new Error(`${forbidden.method} is not allowed here; nothing was sent`)
  }

  function note({ method }: Command, value: unknown): void {
    if (!method.endsWith('.add')) return
    const id = v.is(Id, value) ? value.id : value
    if (typeof id === 'number' || typeof id === 'string') made.add(`${method.split('.').slice(0, 2).join('.')}/${id}`)
  }

  return {
    portal: portal => ({
      async send(commands, options) {
        check(Object.values(commands))
        const sent = await portal.send(commands, options)
        if (sent.ok) {
          for (const [key, command] of Object.entries<Command>(commands)) {
            const reply = Object.entries<Reply>(sent.value).find(([name]) => name === key)?.[1]
            if (reply?.ok === true) note(command, reply.value)
          }
        }
        return sent
      },
    }),
    rest: rest => async (method, params) => {
      if (method === 'batch') check(commandsOf(params))
      else check([{ method, params }])
      const answer = await rest(method, params)
      if (v.is(v.object({ result: v.unknown() }), answer.body)) note({ method, params }, answer.body.result)
      return answer
    },
  }
}

/** A batch past the SDK only reads: its command lines are not taken apart. */
function commandsOf(params: Params): readonly Command[] {
  const lines = v.parse(v.record(v.string(), v.string()), params['cmd'])
  return Object.values(lines).map(line => ({ method: line.split('?', 1)[0] ?? '', params: {} }))
}
