import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { purgeCss } from '../../scripts/vite/purge-css.ts'

function purged(css: string, elsewhere: readonly string[] = [], from = 'tokens.css'): string {
  const plugin = purgeCss({ files: ['tokens.css'], readElsewhere: () => new Set(elsewhere), dropSelectors: /\.edge/ })
  return postcss([plugin]).process(css, { from }).css
}

describe('purging a style sheet of tokens', () => {
  it('drops a custom property that nothing reads', () => {
    expect(purged(':root{--a:1;--b:2}p{top:var(--b)}')).toBe(':root{--b:2}p{top:var(--b)}')
  })

  it('keeps what is read only through another property', () => {
    expect(purged(':root{--a:1;--b:calc(var(--a)*2)}p{top:var(--b)}')).toContain('--a:1')
  })

  it('drops a chain whose end nothing reads', () => {
    expect(purged(':root{--a:1;--b:var(--a)}p{top:0}')).toBe('p{top:0}')
  })

  it('keeps what a template reads', () => {
    expect(purged(':root{--a:1}', ['--a'])).toBe(':root{--a:1}')
  })

  it('drops contexts that are never set and keeps the rest of the selector list', () => {
    expect(purged('.light,.edge-light{--a:1}.edge-dark{--a:2}', ['--a'])).toBe('.light{--a:1}')
  })

  it('drops key frames that no animation names', () => {
    expect(purged('@keyframes spin{to{top:0}}@keyframes fade{to{top:0}}p{animation:1s spin}')).not.toContain('fade')
  })

  it('leaves every other style sheet as it is', () => {
    expect(purged(':root{--a:1}', [], 'Leaf.vue')).toBe(':root{--a:1}')
  })
})
