/** Parameters as a batch spells them in a command: PHP's brackets, percent-encoded. */
export function phpLine(params: Readonly<Record<string, unknown>>): string {
  return pairs(params).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
}

function pairs(value: object, prefix = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]): [string, string][] => {
    const name = prefix === '' ? key : `${prefix}[${key}]`
    return typeof one === 'object' && one !== null ? pairs(one, name) : [[name, String(one)]]
  })
}
