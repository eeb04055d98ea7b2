import { describe, expect, it } from 'vitest'
import { withContentPolicy } from '../../scripts/vite/content-policy.ts'

const PAGE = '<!doctype html>\n<head>\n<meta charset="utf-8">\n<style>a{}</style>\n<script type="module" src="./a.js"></script>\n</head>\n'
/** Printed by: printf 'a{}' | openssl dgst -sha256 -binary | base64 */
const HASH = 'X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='

function policyOf(html: string): string | undefined {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1]
}

describe('the content security policy of the built page', () => {
  it('stands before everything that it holds for', () => {
    const html = withContentPolicy(PAGE)
    expect(html.indexOf('Content-Security-Policy')).toBeGreaterThan(html.indexOf('charset'))
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
    expect(html.replace(/<meta http-equiv.*\n/, '')).toBe(PAGE)
  })

  it('lets in an inline style by its hash and nothing else that is inline', () => {
    expect(policyOf(withContentPolicy(PAGE))).toContain(`style-src 'self' 'sha256-${HASH}';`)
    expect(policyOf(withContentPolicy(PAGE))).not.toContain('unsafe')
  })

  it('names no style where there is none', () => {
    expect(policyOf(withContentPolicy(PAGE.replace(/<style>.*\n/, '')))).toContain('style-src \'self\';')
  })

  it('is never left out quietly', () => {
    expect(() => withContentPolicy('<!doctype html><head></head>')).toThrow('no place for the content security policy')
  })
})
