/** Where drafts are kept: the browser's own storage, and a user option of the portal for another browser. */
import { parseDraft, printDraft } from '../domain/draft.ts'
import type { Draft } from '../domain/draft.ts'
import { literalJson } from './literal.ts'
import { optionOfDraft } from './options.ts'
import type { Portal } from './portal.ts'

export interface DraftPlaces {
  readonly portal: Portal
  /** The portal's host. */
  readonly host: string
  readonly lead: number
  /** The user option as it came with the hand-over. */
  readonly far: string | undefined
  /** The browser's storage. It may refuse (full, or forbidden in a frame: then even asking for it throws); the far draft is what is left. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** Under which the browser keeps the draft of a lead for a user. */
export function nearKey(host: string, user: number, lead: number): string {
  return `triple-a/${host}/${user}/${lead}`
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    // storage that is forbidden or full throws; nothing depends on it alone
    return undefined
  }
}

/** More of a draft (characters) stays near: a user's options are one row. */
const LARGEST_FAR = 8_000

/** The keeper of one lead's draft. A place with a draft that does not parse is left as it is, and the other one takes the answers. */
export function keepDrafts({ portal, host, lead, far, storage }: DraftPlaces) {
  const key = (user: number) => nearKey(host, user, lead)
  /** Near, far: it holds a draft that does not parse. */
  let unread: readonly boolean[] = []
  let unsent: string | undefined
  let isFar = far !== undefined
  let underWay = Promise.resolve()

  async function sendNow(): Promise<void> {
    const text = unsent
    if (text === undefined || text.length > LARGEST_FAR || unread[1]) return
    isFar = true
    const sent = await portal.send({ draft: { method: 'user.option.set', params: { options: { [optionOfDraft(lead)]: text } } } }, { halt: true })
    if (sent.ok && sent.value.draft.ok && unsent === text) unsent = undefined
  }

  return {
    read(user: number) {
      const found = [quietly(() => storage().getItem(key(user))), far].map(text => text ? parseDraft(text) : undefined)
      unread = found.map(draft => draft?.ok === false)
      return found.flatMap(draft => draft?.ok ? draft.value : [])
    },
    keep(user: number, draft: Draft) {
      const text = unsent = literalJson(printDraft(draft))
      // of two places that cannot be read one must take the answers
      if (unread[1] || !unread[0]) quietly(() => storage().setItem(key(user), text))
    },
    // one after the other: an older draft must not arrive last
    send: () => underWay = underWay.then(sendNow, sendNow),
    isFar: () => isFar,
    unread: () => unread,
    forget(user: number) {
      unsent = undefined
      // the save that is over has emptied both
      far = undefined
      unread = []
      quietly(() => storage().removeItem(key(user)))
    },
  }
}
