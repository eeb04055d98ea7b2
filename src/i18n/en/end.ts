import type { end as ru } from '../ru/end.ts'

export const end: typeof ru = {
  allAsked: 'Every question was asked',
  allAskedHint: 'Check what will be written, then save.',
  through: 'You went through the questions',
  leftOpen: names => `Not answered: ${names}.`,
  again: 'Qualify again',
  againHint: 'Qualifying again starts from these answers: Enter keeps one, a digit changes it.',
}
