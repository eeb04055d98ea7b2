import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withNamedExports } from '../../scripts/vite/kit-icons.ts'

describe('the icon dictionary of the kit', () => {
  it('exports every key by its name', () => {
    const code = 'import A from "a";\nexport default {\n  close: A,\n  // the same\n  B,\n  up: C\n};\n'
    expect(withNamedExports(code)).toContain('export { A as close, B as B, C as up }')
  })

  it('names as many icons as the installed version holds', () => {
    const file = new URL('../../node_modules/@bitrix24/b24ui-nuxt/dist/runtime/dictionary/icons.js', import.meta.url)
    const code = readFileSync(file, 'utf8')
    const added = withNamedExports(code).slice(code.length)
    expect(added.match(/ as /g)?.length).toBeGreaterThan(40)
    expect(added).toContain(' as warning')
  })

  it('says so when the kit changes its shape', () => {
    expect(() => withNamedExports('export const close = 1')).toThrow('no longer one default-exported object')
  })
})
