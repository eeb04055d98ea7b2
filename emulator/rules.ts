import { USER_NAMES, type UserName } from './entities.ts'
import { isRecord, numberOf } from './rest/params.ts'

/** How this portal is set up beside its usual ways; what an administrator of a real one may have chosen. */
export interface Rules {
  /** REST checks required fields: `true` those with `MANDATORY: "Y"`, a list these (a user field, or a standard one in either spelling). */
  readonly requiredFields: boolean | readonly string[]
  /** Without leads (`api-reference/crm/crm-settings-mode-get.md`); those that exist can still be read by REST. */
  readonly simpleMode: boolean
  readonly installed: boolean
  /** Whom the administrator gave no access to the app; administrators always have it. */
  readonly noAccess: readonly UserName[]
  /** `none`: a plan without REST. */
  readonly plan: 'full' | 'none'
  /** Stages into which nobody may move a lead. */
  readonly stages: { readonly refuse: readonly string[] }
  /** What becomes of an administrator's `installFinish`: `fails` the page is loaded again with `install_finished=N`, `silent` nothing happens. */
  readonly finish: 'works' | 'fails' | 'silent'
  /** `fails`: no token is renewed, neither for a frame nor at the authorization server. */
  readonly refresh: 'works' | 'fails'
  /** How long every REST request waits, in milliseconds. */
  readonly slow: number
  /** What the form on the site does with a client who is there already, by phone and e-mail. */
  readonly formDuplicates: FormDuplicates
  /** What stands in `data-set` of the script tag on the site's page. */
  readonly siteSet: string
  /** What a site owner put into the page instead of our tag and the form's own code; nothing when empty. */
  readonly siteCode: string
}

/** `NONE`: always a new lead; `MERGE` fills what is empty in the one that is there, `REPLACE` overwrites it. */
export const FORM_DUPLICATES = ['NONE', 'MERGE', 'REPLACE'] as const
export type FormDuplicates = (typeof FORM_DUPLICATES)[number]

export interface RuleBook {
  readonly now: Rules
  /** Only what is named changes. */
  change(some: Partial<Rules>): void
  reset(): void
}

const USUAL: Rules = {
  requiredFields: false, simpleMode: false, installed: true, noAccess: [], plan: 'full', stages: { refuse: [] }, finish: 'works', refresh: 'works', slow: 0,
  formDuplicates: 'NONE', siteSet: '', siteCode: '',
}

export function createRules(): RuleBook {
  let rules = USUAL
  return {
    get now() {
      return rules
    },
    change: (some) => { rules = { ...rules, ...some } },
    reset: () => { rules = USUAL },
  }
}

interface Reader {
  readonly read: (value: unknown) => Partial<Rules> | undefined
  readonly expected: string
}

const READERS: Readonly<Record<keyof Rules, Reader>> = {
  requiredFields: {
    expected: 'true, false or a list of field names',
    read: (value) => {
      const names = typeof value === 'boolean' ? value : textsOf(value)
      return names === undefined ? undefined : { requiredFields: names }
    },
  },
  simpleMode: { expected: 'true or false', read: value => typeof value === 'boolean' ? { simpleMode: value } : undefined },
  installed: { expected: 'true or false', read: value => typeof value === 'boolean' ? { installed: value } : undefined },
  noAccess: {
    expected: `a list of ${USER_NAMES.join(' ')}`,
    read: (value) => {
      const names = textsOf(value)
      const users = USER_NAMES.filter(one => names?.includes(one))
      return users.length === names?.length ? { noAccess: users } : undefined
    },
  },
  plan: { expected: 'full or none', read: value => value === 'full' || value === 'none' ? { plan: value } : undefined },
  stages: {
    expected: '{"refuse": [stage codes]}',
    read: (value) => {
      const refuse = isRecord(value) ? textsOf(value['refuse']) : undefined
      return refuse && { stages: { refuse } }
    },
  },
  finish: { expected: 'works, fails or silent', read: value => value === 'works' || value === 'fails' || value === 'silent' ? { finish: value } : undefined },
  refresh: { expected: 'works or fails', read: value => value === 'works' || value === 'fails' ? { refresh: value } : undefined },
  slow: {
    expected: 'milliseconds',
    read: (value) => {
      const slow = numberOf(value)
      return slow === undefined || slow < 0 ? undefined : { slow }
    },
  },
  formDuplicates: {
    expected: FORM_DUPLICATES.join(', '),
    read: (value) => {
      const formDuplicates = FORM_DUPLICATES.find(known => known === value)
      return formDuplicates && { formDuplicates }
    },
  },
  siteCode: { expected: 'a text', read: value => typeof value === 'string' ? { siteCode: value } : undefined },
  siteSet: { expected: 'a text', read: value => typeof value === 'string' ? { siteSet: value } : undefined },
}

/** Reads the body of `POST /emulator/rules`; a text says what is wrong with it. */
export function parseRules(body: unknown): Partial<Rules> | string {
  if (!isRecord(body)) return 'an object is expected'
  let some: Partial<Rules> = {}
  for (const [name, value] of Object.entries(body)) {
    const reader = Object.entries(READERS).find(([known]) => known === name)?.[1]
    if (!reader) return `${name}: no such rule; there are ${Object.keys(READERS).join(' ')}`
    const read = reader.read(value)
    if (!read) return `${name}: ${reader.expected}`
    some = { ...some, ...read }
  }
  return some
}

function textsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter(one => typeof one === 'string')
  return texts.length === value.length ? texts : undefined
}
