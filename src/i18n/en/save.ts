import type { save as ru } from '../ru/save.ts'

export const save: typeof ru = {}
