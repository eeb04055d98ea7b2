import type { When } from './faults.ts'
import { isRecord, numberOf, textOf, type Params } from './rest/params.ts'

/** What somebody else does right before or after a call of the app, so that a test of a conflict needs no luck. */
export interface Edit {
  readonly when: When
  /** Wire name of the app's method in lower case; `batch` is a whole batch. */
  readonly method: string
  /** Whose calls count; everybody's when not named. */
  readonly of: string | undefined
  /** The first call that counts, 1 for the next one. */
  readonly from: number
  /** How many calls from then on. */
  readonly times: number
  readonly edit: { readonly method: string, readonly params: Params, readonly user: string }
}

export interface DoneEdit {
  readonly method: string
  readonly user: string
  readonly ok: boolean
  /** The portal's refusal, when it was refused. */
  readonly error?: unknown
}

export interface Edits {
  set(edits: readonly Edit[]): void
  /** Counts a call and gives what is to be done at it. */
  take(method: string, user: string, when: When): readonly Edit['edit'][]
  note(done: DoneEdit): void
  state(): { readonly left: readonly Edit[], readonly done: readonly DoneEdit[] }
}

export function createEdits(): Edits {
  let armed: { readonly edit: Edit, calls: number }[] = []
  let done: DoneEdit[] = []

  const isOver = ({ edit: { from, times }, calls }: (typeof armed)[number]): boolean => calls >= from + times - 1

  return {
    set(edits) {
      armed = edits.map(edit => ({ edit, calls: 0 }))
      done = []
    },
    take(method, user, when) {
      const concerned = armed.filter(({ edit }) => edit.when === when && edit.method === method && (edit.of === undefined || edit.of === user))
      const due = concerned.filter(one => !isOver(one) && one.calls >= one.edit.from - 1)
      for (const one of concerned) one.calls += 1
      return due.map(one => one.edit.edit)
    },
    note: (one) => { done.push(one) },
    state: () => structuredClone({ left: armed.filter(one => !isOver(one)).map(one => one.edit), done }),
  }
}

/** Reads the body of `POST /emulator/edits`; a text says what is wrong with it. */
export function parseEdits(body: unknown, knows: { method(name: string): boolean, user(name: string): boolean }): Edit[] | string {
  if (!Array.isArray(body)) return 'a list of edits is expected'
  const edits: Edit[] = []
  for (const one of body) {
    if (!isRecord(one) || !isRecord(one['edit'])) return '{when, method, times, edit: {method, params, user}} is expected'
    const { when, method, of } = one
    const { method: name, params = {}, user } = one['edit']
    const [from, times] = [numberOf(one['from'] ?? 1), numberOf(one['times'] ?? 1)]
    if (when !== 'before' && when !== 'after') return 'when: before or after'
    if (typeof method !== 'string' || !(method === 'batch' || knows.method(method))) return 'method: one that this portal has, or batch'
    if (from === undefined || from < 1 || times === undefined || times < 1) return 'from, times: 1 or more'
    if (typeof name !== 'string' || !knows.method(name)) return 'edit.method: one that this portal has'
    if (!isRecord(params)) return 'edit.params: an object'
    if (typeof user !== 'string' || !knows.user(user)) return 'edit.user: a user of this portal'
    edits.push({ when, method: method.toLowerCase(), of: textOf(of), from, times, edit: { method: name, params, user } })
  }
  return edits
}
