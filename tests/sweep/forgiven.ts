/** Where the portal itself keeps the end from being equal: which differences a mishap brings by its nature. */
import type { Flow } from './flows.ts'
import type { PlacedMishap } from './mishaps.ts'
import type { Case, Place } from './run-case.ts'

interface Forgiven {
  readonly why: string
  readonly at: (one: PlacedMishap, flow: Flow, place: Place, many: number) => boolean
  /** Paths of the differences. */
  readonly paths: RegExp
}

function isFault({ mishap }: PlacedMishap, ...kinds: readonly string[]): boolean {
  return mishap.kind === 'fault' && kinds.includes(mishap.fault)
}

const FORGIVEN: readonly Forgiven[] = [
  {
    why: 'the portal does not tell the id of what it makes, so that the journal does not have it',
    at: one => isFault(one, 'no-result', 'empty') && /^crm\.(?:timeline\.comment|activity\.todo)\.add$/.test(one.step.method),
    paths: /^journal\.\d\.(?:comment|todo)$/,
  },
  {
    why: 'the journal is refused or kept in part, which is told and does not hold up the rest; an undo that nobody can read about is made twice',
    at: one => isFault(one, '403', 'drop-field', 'no-result', 'empty') && one.step.method === 'entity.item.add',
    paths: /^(?:journal|comments\.\d)/,
  },
  {
    why: 'an undo goes on without a to-do and a note that are refused, and tells so',
    at: (one, { saves }) => !saves && isFault(one, '403', 'drop-field') && /^crm\.(?:timeline\.comment|activity\.todo|activity)\.(?:add|update|delete)$/.test(one.step.method),
    paths: /^(?:todos|comments|journal\.\d\.(?:todo|comment))/,
  },
  {
    why: 'the portal says that it refused and has written: who saves anew saves at another time',
    at: one => isFault(one, '403', '429') && one.step.method === 'crm.item.update' && one.mishap.kind === 'fault' && one.mishap.when === 'after',
    paths: /^lead\.UF_CRM_ABC_(?:NEXT_TOUCH|QUALIFIED_AT|RUN\.at)$/,
  },
  {
    why: 'the portal keeps a comment, a notice or a to-do without a part of it',
    at: one => isFault(one, 'drop-field') && /^(?:im\.|crm\.timeline\.comment\.|crm\.activity\.todo\.)/.test(one.step.method),
    paths: /^(?:notices|comments|todos)\.\d/,
  },
  {
    why: 'the portal neither writes the lead nor says so, and does all that comes after: from another browser the lead is not saved, and is saved once more',
    at: (one, _, place) => isFault(one, 'no-result', 'empty') && one.step.method === 'crm.item.update' && place === 'elsewhere',
    paths: /^(?:lead|todos|comments|journal)/,
  },
  {
    why: 'between the lock and the update of one batch nobody can see what somebody changes',
    at: ({ step, mishap }) => mishap.kind === 'deed' && mishap.when === 'before' && step.method === 'crm.item.update',
    paths: /^lead\.(?:title|opportunity|isManualOpportunity)$/,
  },
  {
    why: 'a draft that arrives when all is over, or is not emptied, is older than the save: it is not gone on with, and goes with the next save',
    at: ({ step, mishap }) => mishap.kind === 'held' || step.method === 'user.option.set',
    paths: /^drafts/,
  },
  {
    why: 'the portal gives the lead without the fields that are asked for: to an undo they all seem changed, which it tells and leaves',
    at: (one, { saves }) => !saves && isFault(one, 'drop-field') && one.step.method === 'crm.item.get',
    paths: /^(?:lead|todos|comments|journal)/,
  },
  {
    why: 'the portal says that it refused to take something back, and has: who begins anew notes it once more',
    at: (one, { saves }) => !saves && isFault(one, '403', '429') && one.step.method === 'crm.item.update' && one.mishap.kind === 'fault' && one.mishap.when === 'after',
    paths: /^comments\.\d$/,
  },
  {
    why: 'the comment that is to be noted cannot be found',
    at: (one, { saves }, _, many) => !saves && many > 1 && isFault(one, '500', 'empty', 'no-result') && /^crm\.timeline\.comment\.(?:get|list)$/.test(one.step.method),
    paths: /^(?:comments\.\d|journal\.\d\.comment)$/,
  },
  {
    why: 'a to-do that somebody removes while it is not known whether it was made or moved is made once more, and the journal tells of the one before',
    at: ({ mishap }, _, __, many) => many > 1 && mishap.kind === 'deed' && mishap.deed.name === 'our to-do removed',
    paths: /^journal\.\d\.(?:todo$|told\.text\.entry\.todo\.)/,
  },
  {
    why: 'a to-do that an undo made again and somebody finished while that was not known is made once more: a finished one tells nothing of who made it',
    at: ({ mishap }, { saves }, _, many) => !saves && many > 1 && mishap.kind === 'deed' && mishap.deed.name === 'our to-do done',
    paths: /^todos$/,
  },
  {
    why: 'who gets the notice could not be told twice',
    at: (one, _, __, many) => many > 1 && one.mishap.kind !== 'deed' && /^(?:user|department)\.get$/.test(one.step.method),
    paths: /^(?:notices$|journal\.\d\.told\.text\.entry\.notice$)/,
  },
  {
    why: 'the portal says that nobody heads the department, or that it may not be asked',
    at: one => isFault(one, '403', 'empty', 'drop-field') && /^(?:user|department)\.get$/.test(one.step.method) && one.step.request === 1,
    paths: /^(?:notices$|journal\.\d\.told\.text\.entry\.notice$)/,
  },
]

/** The differences that are left when those are taken out that the mishaps bring by their nature. */
export function unforgiven(differences: readonly string[], { mishaps, flow, place }: Case): readonly string[] {
  const forgiven = FORGIVEN.filter(({ at }) => mishaps.some(one => at(one, flow, place, mishaps.length)))
  return differences.filter(told => !forgiven.some(({ paths }) => paths.test(told.slice(0, told.indexOf(': ')))))
}
