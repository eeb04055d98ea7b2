import type { Reason } from '../question-set.ts'

/** Why a lead is of class C; without days of its own a reason is rechecked when the set says. */
export const REASONS: readonly Reason[] = [
  { id: 'no_need', label: { ru: 'Нет потребности', en: 'No need' } },
  { id: 'not_now', label: { ru: 'Не сейчас', en: 'Not now' }, recheckDays: 60 },
  { id: 'cannot_pay', label: { ru: 'Не может оплатить', en: 'Cannot pay' } },
]
