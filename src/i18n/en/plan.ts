import type { plan as ru } from '../ru/plan.ts'

export const plan: typeof ru = {}
