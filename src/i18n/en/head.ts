import type { head as ru } from '../ru/head.ts'

export const head: typeof ru = {
  opening: 'Opening the lead…',
  noName: 'No name given',
  noTitle: 'Untitled lead',
  phone: 'Phone',
  email: 'E-mail',
  source: 'Source',
  amount: 'Amount',
  stage: 'Stage',
  responsible: 'Responsible',
  more: 'More',
  repeatClient: 'Repeat client',
  draftKept: when => `Draft of ${when}: the answers are here, the lead does not have them yet.`,
  readOnly: 'You may look at this lead but not change it.',
  partsMissing: 'The portal did not give everything: some details of the lead are not shown here.',
}
