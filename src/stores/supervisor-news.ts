/** What supervisors are to hear of leads that were written for others: one notice each, kept until the portal has taken it. */
import { ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import { MOST_ASKED, readRuns } from '../portal/form-leads.ts'
import { askNames } from '../portal/names.ts'
import type { Installation } from '../portal/options.ts'
import type { Person } from '../portal/people.ts'
import { isPassing, neverRan } from '../portal/refusal.ts'
import { sendNotice } from '../portal/send-notice.ts'
import { keepUntold } from '../portal/untold.ts'
import type { Untold } from '../portal/untold.ts'
import type { WaitingPlace } from '../portal/waiting.ts'
import { alone } from './alone.ts'
import type { Office } from './office.ts'

/** A hot or large lead and whoever is to hear of it. */
export interface News {
  readonly lead: number
  readonly title: string
  readonly to: Person
}

/** What the writing of one lead says of its news. */
export interface SupervisorNews {
  /** Before anything of the lead is sent; `run` is the id of what is to be written. */
  begin(news: News, run: string): void
  isWritten(lead: number): void
}

export interface NewsToTell extends SupervisorNews {
  /** Of leads that are known to be written. */
  readonly untold: Readonly<ShallowRef<readonly News[]>>
  /** The portal did not take a notice the last time. */
  readonly refused: Readonly<Ref<boolean>>
  /** Finds out what became of leads that are not known to be written, whatever the portal had said of them, and who everybody is. */
  settle(installation: Installation): Promise<void>
  /** One notice to each supervisor of all that he has not heard. */
  readonly tell: (words: (news: readonly News[]) => string) => Promise<void>
  /** They hear of it by other means. */
  readonly forget: () => void
}

/** `place`: a lead that waits there for its card is neither written nor given up. */
export function makeSupervisorNews({ portal, host, me, storage, locks }: Pick<Office, 'portal' | 'host' | 'me' | 'storage' | 'locks'>, place: WaitingPlace): NewsToTell {
  const kept = keepUntold(host, storage)
  const names = new Map<number, string>()
  const untold = shallowRef<readonly News[]>([])
  const refused = ref(false)

  const known = () => kept.all(me.id).filter(({ sure }) => sure)
  const named = ({ lead, title, to }: Untold): News => ({ lead, title, to: { id: to, name: names.get(to) ?? `#${to}` } })

  function show(): void {
    untold.value = known().map(named)
  }

  function isWritten(lead: number): void {
    const one = kept.all(me.id).find(news => news.lead === lead)
    if (one) kept.keep(me.id, { ...one, sure: true })
  }

  async function settle(installation: Installation): Promise<void> {
    const doubtful = kept.all(me.id).filter(({ lead, sure }) => !sure && place.of(me.id, lead) === undefined).slice(0, MOST_ASKED)
    const runs = doubtful.length > 0 ? await readRuns(portal, installation, doubtful.map(({ lead }) => lead)) : undefined
    if (runs?.ok) {
      for (const { lead, run } of doubtful) {
        if (runs.value.get(lead) === run) isWritten(lead)
        else kept.forget(me.id, lead)
      }
    }
    const unnamed = [...new Set(known().map(({ to }) => to))].filter(id => !names.has(id))
    for (const { id, name } of unnamed.length > 0 ? await askNames(portal, unnamed) : []) names.set(id, name)
    show()
  }

  /** One notice of these, and whether it arrived; where nobody knows, they stay together under its tag. */
  async function send(news: readonly Untold[], words: (news: readonly News[]) => string): Promise<void> {
    const [first] = news
    if (!first) return
    const tag = first.tag ?? `ABC|FORMS|${news.map(({ lead }) => lead).join('+').slice(0, 100)}`
    for (const one of news) kept.keep(me.id, { ...one, tag })
    const sent = await sendNotice(portal, first.to, words(news.map(named)), tag)
    if (!sent.ok) refused.value = true
    for (const { tag: _, ...one } of news) {
      if (sent.ok) kept.forget(me.id, one.lead)
      // refused for good: what comes until it is not joins these
      else if (neverRan(sent.error) && !isPassing(sent.error)) kept.keep(me.id, one)
    }
  }

  async function sendAll(words: (news: readonly News[]) => string): Promise<void> {
    refused.value = false
    const groupOf = ({ to, tag = '' }: Untold) => `${to} ${tag}`
    const news = known()
    for (const group of new Set(news.map(groupOf))) await send(news.filter(one => groupOf(one) === group), words)
  }

  return {
    untold,
    refused,
    begin({ lead, title, to }, run) {
      names.set(to.id, to.name)
      kept.keep(me.id, { lead, title, to: to.id, run, sure: false })
    },
    isWritten,
    settle,
    async tell(words) {
      // another page of the browser may be at the same news
      if (known().length > 0) await alone(locks, `triple-a/${host}/${me.id}/untold`, true, () => sendAll(words))
      show()
    },
    forget() {
      for (const { lead } of untold.value) kept.forget(me.id, lead)
      refused.value = false
      show()
    },
  }
}
