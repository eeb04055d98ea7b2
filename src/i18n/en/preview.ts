import type { preview as ru } from '../ru/preview.ts'

export const preview: typeof ru = {
  title: set => `Preview: ${set}`,
  back: 'Back to the set',
  views: 'Through whose eyes',
  manager: 'Manager',
  clientView: 'Client',
  lead: 'Number of a lead',
  leadHint: 'Any lead of the portal. Nothing in it will change.',
  open: 'Open the lead',
  notSetUp: 'The portal is not set up yet, so the tab has no lead fields to read. Do the set-up, and meanwhile look at the set as a client.',
  language: 'Language',
  languages: { ru: 'Russian', en: 'English' },
  incomplete: missing => `Not translated whole (${missing}): on a page in such a language clients read the questions in the set’s main one.`,
  client: {
    contacts: 'The form itself then asks for contacts and consent.',
    nothing: 'This set asks clients nothing: it takes a question with two answers or more.',
  },
}
