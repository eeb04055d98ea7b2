/** Lets the bundler drop the icons of the kit that no component shows. */
import type { Plugin } from 'vite'

const RUNTIME = '/@bitrix24/b24ui-nuxt/dist/runtime/'
const DICTIONARY = `${RUNTIME}dictionary/icons.js`
const DEFAULT_IMPORT = /import (\w+) from (["'])((?:\.\.\/)+dictionary\/icons(?:\.js)?)\2/
const ENTRY = /^[ \t]*(\w+)(?:: (\w+))?,?[ \t]*$/gm

/** `export default { close: CrossMIcon }` with a named export for every key beside it. */
export function withNamedExports(code: string): string {
  const start = code.indexOf('export default {')
  if (start < 0) throw new Error('the icon dictionary of b24ui is no longer one default-exported object')
  const body = code.slice(code.indexOf('{', start) + 1, code.lastIndexOf('}')).replace(/\/\/.*$/gm, '')
  const names = [...body.matchAll(ENTRY)].flatMap(([, key, value]) => key === undefined ? [] : [`${value ?? key} as ${key}`])
  if (names.length === 0) throw new Error('no icon was found in the icon dictionary of b24ui')
  return `${code}\nexport { ${names.join(', ')} }\n`
}

/**
 * The dictionary is one object, which keeps all of its icons in the first chunk that touches one of them. A namespace
 * of named exports shakes; a component that looks an icon up by a computed name still finds it.
 */
export function kitIcons(): Plugin {
  return {
    name: 'triple-a:kit-icons',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [file = ''] = id.split('?')
      if (!file.includes(RUNTIME)) return null
      if (file.endsWith(DICTIONARY)) return { code: withNamedExports(code), map: null }
      if (!/\.(?:vue|js)$/.test(file) || !DEFAULT_IMPORT.test(code)) return null
      return { code: code.replace(DEFAULT_IMPORT, 'import * as $1 from $2$3$2'), map: null }
    },
  }
}
