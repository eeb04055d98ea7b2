import type { adminErrors as ru } from '../ru/admin-errors.ts'

export const adminErrors: typeof ru = {
  kinds: {
    'not-allowed': { what: 'The portal does not allow this to you.', next: '' },
    'no-access': { what: 'The app is not open to you.', next: 'A portal administrator gives access: Developer resources → Integrations → Triple A.' },
    'missing-scope': { what: 'The app was not given a permission that this needs.', next: 'A portal administrator gives it: Developer resources → Integrations → Triple A.' },
    'no-rest': { what: 'On the portal’s plan, apps cannot get at any data.', next: 'Check the plan or the subscription.' },
    'not-found': { what: 'The portal did not find what it was asked about.', next: 'Somebody may have deleted it. Reload the page and look.' },
    'busy': { what: 'The portal is overloaded and takes no requests for the moment.', next: 'Wait a minute and try again.' },
    'expired': { what: 'The session with the portal is over.', next: 'Reload the portal page.' },
    'unreachable': { what: 'The portal did not answer.', next: 'Check the connection and try again.' },
    'no-result': { what: 'The portal refused and did not say why.', next: 'Mostly that means a missing right, or something still in use.' },
    'not-run': { what: 'It did not come to this step: something failed before.', next: 'Try again once that is mended.' },
    'refused': { what: 'The portal refused the request.', next: 'Try again; if that does not help, show the portal’s answer to whoever maintains the app.' },
    'unreadable': { what: 'The portal’s answer makes no sense.', next: 'Try again; if that does not help, show the portal’s answer to whoever maintains the app.' },
  },
  rights: {
    crm: 'Lead fields and their lists are changed by those who may change the CRM’s settings. Ask a portal administrator for that right, or to open this page themselves.',
    portal: 'The app’s settings and question sets are changed by portal administrators. Ask one to open this page and do it, or to make you an administrator.',
    admin: 'A portal administrator may do this, if the app was given all its permissions and the plan allows them: see the installation page. If you are no longer an administrator, ask one who still is.',
  },
  entries: {
    set: option => `The set in force (entry “${option}”) cannot be read. It is left as it is. Open “Question sets”: there one of its versions can be put back, or a draft published.`,
    app: option => `The entry “${option}” of the app’s settings cannot be read: somebody changed it behind Triple A’s back. The app leaves it alone, and publishes nothing as long as it is like that. Whoever changed it, or whoever maintains the app, should put the earlier value back.`,
    stages: option => `Which stage serves as what (entry “${option}”) cannot be read: somebody changed it behind Triple A’s back. It is left as it is. Whoever changed it, or whoever maintains the app, should put the earlier value back.`,
    version: reference => `Version ${reference} cannot be read: somebody changed it behind Triple A’s back. Choose another version.`,
    newer: option => `The entry “${option}” was written by a later version of Triple A. Update the app.`,
  },
}
