import type { MultiField } from './entities.ts'

/** What makes two phones or two addresses the same: digits with a Russian 8 read as 7, or the lower-case text. */
export function matchKey(typeId: string, value: string): string {
  if (typeId !== 'PHONE') return value.trim().toLowerCase()
  const digits = (value.split(/[,;]|доб|ext/i)[0] ?? '').replace(/\D/g, '')
  if (digits.length === 11 && digits.startsWith('8')) return `7${digits.slice(1)}`
  return digits.length === 10 ? `7${digits}` : digits
}

export function multiField(id: number, typeId: string, valueType: string, value: string): MultiField {
  return { id, typeId, valueType, value, match: matchKey(typeId, value) }
}
