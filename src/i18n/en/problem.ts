import type { problem as ru } from '../ru/problem.ts'

export const problem: typeof ru = {
  details: 'What the portal answered',
  notEmbedded: {
    title: 'Triple A opens inside Bitrix24',
    advice: 'Open a lead card in your portal and go to the tab “Qualification”.',
  },
  silent: { title: 'The portal does not answer', advice: 'Check the connection and try again. If that does not help, reload the portal page.' },
  failed: { title: 'The portal could not be reached', advice: 'Try again. If that does not help, reload the portal page.' },
  noScreen: { title: 'Nothing here yet', advice: 'Qualification lives in the lead card: open a lead and go to the tab “Qualification”.' },
  tabMissing: 'Is the tab not in the card, or does it open from a wrong address?',
  checkInstallation: 'Check the installation',
  newLead: { title: 'Save the lead first', advice: 'Only a lead that the portal has already can be qualified.' },
  notSetUp: { title: 'The app is not set up yet', advice: 'A portal administrator does that on the page “Set-up”: open Triple A in the list of applications.' },
  unreadable: (what, option) => ({
    title: 'The app’s settings cannot be read',
    advice: `The entry “${option}” is damaged: ${what}. It was left as it is. Ask an administrator to publish the question set again.`,
  }),
  gone: (id, version) => ({
    title: 'The question set is not in the storage',
    advice: `Version ${version} of the question set “${id}” is in force, but the portal no longer has it. Answers in leads are safe. Ask an administrator to open “Question sets” and put a version back or publish the set again.`,
  }),
  newer: (what, option) => ({
    title: 'The settings come from a newer Triple A',
    advice: `This version does not understand the entry “${option}” (${what}) and left it as it is. Reload the portal page to get the new version.`,
  }),
  stored: {
    settings: 'the general settings',
    fields: 'the map of lead fields',
    set: id => `the question set “${id}”`,
  },
  opening: {
    'not-allowed': { title: 'This lead is not open to you', advice: 'Ask the lead’s responsible or a CRM administrator for access.' },
    'no-access': { title: 'The app is not open to you', advice: 'The portal’s administrator decides who may use Triple A. Ask to be added; the lead itself has nothing to do with it.' },
    'missing-scope': { title: 'The app lacks permissions', advice: 'A portal administrator needs to tick the app’s permissions: CRM, users, departments, notifications.' },
    'no-rest': { title: 'The portal’s plan has no REST', advice: 'Apps work on plans with a Market subscription. Ask the portal administrator.' },
    'not-found': { title: 'The lead is gone', advice: 'It seems to have been deleted. Go back to the list of leads.' },
    busy: { title: 'The portal is overloaded', advice: 'Wait a few seconds and try again.' },
    expired: { title: 'The session has ended', advice: 'Reload the portal page: the answers stay in the draft.' },
    unreachable: { title: 'No connection to the portal', advice: 'Check the internet connection and try again. The answers are not lost.' },
    'no-result': { title: 'The portal did not give the lead', advice: 'Try again. If it happens again, show this to an administrator.' },
    'not-run': { title: 'The portal did not give the lead', advice: 'Try again. If it happens again, show this to an administrator.' },
    refused: { title: 'The portal refused', advice: 'Try again. If it happens again, show this to an administrator.' },
    unreadable: { title: 'The portal’s answer makes no sense', advice: 'Try again. If it happens again, show this to an administrator.' },
  },
  scopes: {
    crm: 'CRM',
    user: 'Users',
    department: 'Company structure',
    im: 'Chat and notifications',
    entity: 'Data storage',
  },
  scopeNeeded: (name, code) => `A portal administrator needs to tick the app’s permission “${name}” (${code}).`,
}
