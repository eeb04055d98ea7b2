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
  client: {
    position: (at, of) => `Question ${at} of ${of}`,
    over: 'No more questions',
    thanks: 'Now the client leaves contact details and sends the form.',
    dontKnow: 'I don’t know',
    back: 'Back',
    next: 'Next',
    skip: 'Skip',
  },
}
