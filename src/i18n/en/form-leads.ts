import { enCount } from '../plural.ts'
import type { FormLeadsWords } from '../ru/form-leads.ts'

const leads = (count: number) => enCount(count, 'lead', 'leads')

export const formLeads: FormLeadsWords = {
  title: 'Leads from forms that nobody has opened',
  about: 'The client answered in a form, and the lead has no code yet. Code, plan and first to-do can be written at once, going by what the client said; in the card the manager still sees that nothing is confirmed.',
  reading: 'Looking for leads',
  read: 'Refresh the list',
  none: 'There are none.',
  more: count => `The first ${count} are shown. The others appear when these are written.`,
  found: count => `Found: ${leads(count)}.`,
  list: 'Leads from forms',
  unusable: 'These answers give no code',
  unusableHint: 'These leads are not written: open them and ask.',
  columns: { lead: 'Lead', code: 'Code', odd: 'What is odd', outcome: 'Outcome' },
  noTitle: 'No title',
  odd: {
    gone: 'an answer that the set no longer has', strange: 'no answer in the field', unasked: 'an answer to a question that is not asked',
    older: 'a form with an old set', newer: 'a version that never was', other: 'a form with another set',
  },
  write: count => `Write ${leads(count)}…`,
  sure: count => `Write code, plan and to-do into ${leads(count)}? Each can be undone in its lead’s card. A supervisor gets one message about all hot leads.`,
  go: 'Yes, write',
  no: 'Do not write',
  pause: 'Pause',
  resume: 'Go on',
  stop: 'Stop',
  progress: (done, of) => `${done} of ${of} done`,
  paused: 'Paused',
  stopping: 'Finishing the lead in hand',
  ended: (written, skipped, failed) => `Written: ${written}. Skipped: ${skipped}. Failed: ${failed}.`,
  repeat: count => `Repeat ${leads(count)}…`,
  untold: names => `The message did not reach ${names}. Tell them about the hot leads yourself.`,
  outcomes: {
    written: 'written',
    partly: 'written in part: the rest follows when you open the lead in this browser',
    qualified: 'skipped: somebody has qualified it',
    nothing: 'skipped: the answers are gone',
    deal: 'skipped: it became a deal',
    changed: 'not written: the lead was just changed. Try again',
    unsure: 'not known whether it was written: the portal did not answer. Try again, it is never written twice',
    stopped: 'not written: stopped',
  },
  failed: {
    'not-allowed': 'not written: you may not change this lead. Ask its responsible to open it',
    'not-found': 'not written: the lead is deleted',
    'busy': 'not written: the portal is busy. Try again later',
    'unreachable': 'not written: the portal did not answer. Check the connection and try again',
    'expired': 'not written: the session on the portal has ended. Reload the page and try again',
    'other': 'not written: the portal refused. Open the lead and save it in the card',
  },
  problem: {
    portal: 'The portal did not give the list. Check the connection and refresh.',
    notSetUp: 'First set the portal up in the section “Set-up”.',
    notAllowed: 'You have no access to leads. Somebody who has it can open the list.',
  },
  notice: {
    head: count => `New hot or large leads from forms: ${count}`,
    rest: count => `and ${leads(count)} more`,
  },
}
