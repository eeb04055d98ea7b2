import type { PotentialBand } from '../question-set.ts'

/** The size of a project → coefficient 0–4. An edge belongs to the band that begins with it. */
export const POTENTIAL_SCALE: readonly PotentialBand[] = [
  { from: 0, to: 100_000, coefficient: 0, label: { ru: 'Не интересно (минимальный проект)', en: 'Not worth chasing (minimal project)' } },
  { from: 100_000, to: 300_000, coefficient: 1, label: { ru: 'Есть контакт (базовый)', en: 'Worth a conversation (basic)' } },
  { from: 300_000, to: 500_000, coefficient: 2, label: { ru: 'Интересно (средний)', en: 'Interesting (medium)' } },
  { from: 500_000, to: 1_000_000, coefficient: 3, label: { ru: 'Важно (крупный)', en: 'Important (large)' } },
  { from: 1_000_000, to: null, coefficient: 4, label: { ru: 'Повышенная важность (масштабный)', en: 'Top importance (major)' } },
]
