/** Notices to people. */
import { literal } from './literal.ts'
import type { Command } from './portal.ts'

/**
 * A personal notice. The same tag replaces an earlier notice, so a repetition does not disturb twice
 * (`api-reference/chats/notifications/im-notify-personal-add.md`).
 */
export function noticeCommand(user: number, message: string, tag: string): Command {
  return { method: 'im.notify.personal.add', params: { USER_ID: user, MESSAGE: literal(message), TAG: tag } }
}

/** One tag per lead and kind of news. */
export function noticeTag(lead: number, news: string): string {
  return `ABC|LEAD|${lead}|${news}`
}
