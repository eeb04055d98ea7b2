import { PORTAL_ZONE } from '../portal-time.ts'
import type { User, UserName } from '../entities.ts'
import type { Portal } from '../portal.ts'
import { WORDS, type Lang, type Words } from './words.ts'

/** The people that the start page offers. */
export const VISITORS: readonly UserName[] = ['admin', 'crmadmin', 'head', 'manager', 'manager2', 'nocrm']

/** Parameters of a page's address that are the portal's or the emulator's own and never reach the app. */
export const OWN_PARAMETERS: readonly string[] = ['user', 'lang', 'open', 'slider', 'install', 'install_finished', '_r']

/** Who looks at a page, and in which language: `?user=NAME&lang=ru|en`, `admin` and Russian unless said. */
export interface Visit {
  readonly portal: Portal
  readonly url: URL
  readonly user: User
  readonly lang: Lang
  readonly words: Words
  /** A path of the portal that keeps user, language and way of opening; `changes` wins over them. */
  readonly link: (path: string, changes?: Readonly<Record<string, string>>) => string
  readonly money: (amount: number, currency: string) => string
  /** Unix milliseconds as date and time on the portal's wall. */
  readonly time: (at: number) => string
}

export function visitOf(portal: Portal, url: URL): Visit {
  const user = portal.store.user(url.searchParams.get('user') ?? 'admin') ?? firstUser(portal)
  const lang: Lang = url.searchParams.get('lang') === 'en' ? 'en' : 'ru'
  const time = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: PORTAL_ZONE })
  return {
    portal,
    url,
    user,
    lang,
    words: WORDS[lang],
    link(path, changes = {}) {
      const query = new URLSearchParams({ user: user.login, lang })
      const open = url.searchParams.get('open')
      if (open !== null) query.set('open', open)
      for (const [name, value] of Object.entries(changes)) query.set(name, value)
      return `${path}?${query}`
    },
    money: (amount, currency) => new Intl.NumberFormat(lang, {
      style: 'currency', currency, maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    }).format(amount),
    time: (at) => time.format(at),
  }
}

export function fullName(user: User): string {
  return `${user.name} ${user.lastName}`.trim()
}

function firstUser(portal: Portal): User {
  const [user] = portal.store.state.users
  if (!user) throw new Error('The portal has no users.')
  return user
}
