/** A notice in a request of its own. */
import { failed } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { wholeIn } from '../domain/stored.ts'
import { decode } from './decode.ts'
import { noticeCommand } from './notices.ts'
import type { Portal, PortalError } from './portal.ts'

const NoticeId = wholeIn(1, Number.MAX_SAFE_INTEGER)

/** Gives the number under which the portal took it; `unreadable` where it gave none (`api-reference/chats/notifications/im-notify-personal-add.md`). */
export async function sendNotice(portal: Portal, user: number, message: string, tag: string): Promise<Result<number, PortalError>> {
  const command = noticeCommand(user, message, tag)
  const sent = await portal.send({ notice: command }, { halt: false })
  if (!sent.ok) return sent
  const { notice } = sent.value
  return notice.ok ? decode(command.method, NoticeId, notice.value) : failed(notice.error)
}
