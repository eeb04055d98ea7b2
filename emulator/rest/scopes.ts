/** Scopes of which one is enough to call a method; an empty list: any token will do (`basic`). */
export function scopesOf(method: string): readonly string[] {
  if (method === 'user.admin' || method.startsWith('user.option.')) return []
  const family = method.split('.')[0] ?? ''
  if (family === 'user') return ['user', 'user_brief', 'user_basic']
  return ['crm', 'im', 'department', 'entity', 'placement'].includes(family) ? [family] : []
}
