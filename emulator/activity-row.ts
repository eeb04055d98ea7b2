import type { Activity } from './entities.ts'
import { formatInstant } from './portal-time.ts'

/** An activity as `crm.activity.get` prints it: everything is text. */
export function activityRow(activity: Activity): Record<string, unknown> {
  const deadline = activity.deadline === null ? '9999-12-31T00:00:00+03:00' : formatInstant(activity.deadline)
  const settings = activity.colorId === '' ? [] : { COLOR_ID: activity.colorId }
  return {
    ID: String(activity.id),
    OWNER_ID: String(activity.ownerId),
    OWNER_TYPE_ID: String(activity.ownerTypeId),
    TYPE_ID: String(activity.typeId),
    PROVIDER_ID: activity.providerId,
    PROVIDER_TYPE_ID: activity.providerTypeId,
    PROVIDER_GROUP_ID: null,
    ASSOCIATED_ENTITY_ID: '0',
    SUBJECT: activity.subject,
    CREATED: formatInstant(activity.created),
    LAST_UPDATED: formatInstant(activity.updated),
    START_TIME: deadline,
    END_TIME: deadline,
    DEADLINE: deadline,
    COMPLETED: activity.completed ? 'Y' : 'N',
    STATUS: activity.completed ? '2' : '1',
    RESPONSIBLE_ID: String(activity.responsibleId),
    PRIORITY: '2',
    NOTIFY_TYPE: '0',
    NOTIFY_VALUE: '0',
    DESCRIPTION: activity.description,
    DESCRIPTION_TYPE: '1',
    DIRECTION: '0',
    LOCATION: '',
    SETTINGS: settings,
    ORIGINATOR_ID: null,
    ORIGIN_ID: null,
    AUTHOR_ID: String(activity.authorId),
    EDITOR_ID: String(activity.editorId),
    PROVIDER_PARAMS: [],
    PROVIDER_DATA: null,
    RESULT_MARK: '0',
    RESULT_VALUE: null,
    RESULT_SUM: null,
    RESULT_CURRENCY_ID: null,
    RESULT_STATUS: '0',
    RESULT_STREAM: '0',
    RESULT_SOURCE_ID: null,
    AUTOCOMPLETE_RULE: '0',
  }
}
