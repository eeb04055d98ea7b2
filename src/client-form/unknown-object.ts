/** Looking into an object that somebody else made: every property may be missing or of another kind. */

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** A property, whatever it is; nothing of what is no object. Getters of the object may throw. */
export function property(owner: unknown, name: string): unknown {
  return isObject(owner) ? Reflect.get(owner, name) : undefined
}

/** A method bound to its object, or nothing. */
export function method(owner: unknown, name: string): ((...parameters: readonly unknown[]) => unknown) | undefined {
  const found = property(owner, name)
  return typeof found === 'function' ? (...parameters) => Reflect.apply(found, owner, parameters) as unknown : undefined
}

/** A text, or a number as text. */
export function textAt(owner: unknown, name: string): string | undefined {
  const found = property(owner, name)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}
