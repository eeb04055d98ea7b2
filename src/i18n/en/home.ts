import type { HomeWords } from '../home-words.ts'

export const home: HomeWords = {
  nav: 'Sections',
  sections: { setUp: 'Set-up', sets: 'Question sets', siteForm: 'Form on a site', formLeads: 'Leads from forms' },
  tabMissing: 'Is the tab missing from the card, or opened from a wrong address?',
  checkInstallation: 'Check the installation',
  unknown: { title: 'The portal did not tell who opened this page', advice: 'Try again. If that does not help, reload the portal page.' },
}
