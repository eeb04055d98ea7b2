/** What the built page may load and do. A page that is being developed has no policy: its scripts and styles come inline. */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const INLINE_STYLE = /<style>([^]*?)<\/style>/g
const AFTER_CHARSET = /<meta charset="utf-8">\n/

/** What each kind of thing may come from; a style that stands in the page is let in by its hash besides. */
const RULES: Readonly<Record<string, string>> = {
  'default-src': '\'none\'',
  'script-src': '\'self\'',
  'style-src': '\'self\'',
  'img-src': 'data:',
  'connect-src': 'https: http:',
  'object-src': '\'none\'',
  'base-uri': '\'none\'',
  // a page that the portal opened by POST is sent again when it is reloaded
  'form-action': '\'self\'',
}

/**
 * The content security policy of a page, for its meta element. Which host the portal has is known only when it opens the
 * page: `src/placement/connect.ts` then adds a policy that leaves no other one. Who may frame the page a meta element cannot
 * say, only the header of whoever serves it.
 */
export function contentPolicy(html: string): string {
  const hashes = [...html.matchAll(INLINE_STYLE)].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return Object.entries(RULES).map(([name, sources]) => [name, sources, ...name === 'style-src' ? hashes : []].join(' ')).join('; ')
}

/** Puts the policy before everything that it holds for. Throws when the page has no place for it. */
export function withContentPolicy(html: string): string {
  if (!AFTER_CHARSET.test(html)) throw new Error('The page does not begin with its charset: there is no place for the content security policy.')
  return html.replace(AFTER_CHARSET, charset => `${charset}<meta http-equiv="Content-Security-Policy" content="${contentPolicy(html)}">\n`)
}

/** Vite plugin for the build. */
export function contentPolicyOfBuild(): Plugin {
  return {
    name: 'triple-a:content-policy',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: withContentPolicy },
  }
}
