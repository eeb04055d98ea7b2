/** What a portal hands over to an opened tab: the frame's data, then one batch. */
import { initializeB24Frame } from '@bitrix24/b24jssdk'

export interface Handover {
  readonly lead: number
  readonly title: string
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
}

/** The lead that the tab was opened for. Rejects outside a portal and when the lead cannot be read. */
export async function handover(): Promise<Handover> {
  const frame = await initializeB24Frame()
  const options: unknown = frame.placement.options
  const lead = Number(property(options, 'ID'))
  const answer = await frame.actions.v2.call.make({
    method: 'batch',
    params: {
      halt: 0,
      cmd: {
        lead: `crm.item.get?entityTypeId=1&id=${lead}&useOriginalUfNames=Y`,
        todos: `crm.activity.list?filter[OWNER_TYPE_ID]=1&filter[OWNER_ID]=${lead}&filter[COMPLETED]=N`,
      },
    },
  })
  if (!answer.isSuccess) throw new Error(answer.getErrorMessages().join('; '))
  const item = property(property(property(property(answer.getData(), 'result'), 'result'), 'lead'), 'item')
  const title = property(item, 'title')
  if (typeof title !== 'string') throw new Error(`Lead ${lead} could not be read.`)
  return { lead, title }
}
