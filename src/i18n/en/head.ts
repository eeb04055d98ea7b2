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
}
