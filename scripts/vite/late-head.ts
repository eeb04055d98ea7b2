/** What the built page loads and when: the skeleton first, then the style sheet, then what will be needed right after. */
import type { HtmlTagDescriptor, Plugin } from 'vite'

const STYLESHEET = /[ \t]*<link rel="stylesheet"[^>]*>\n?/g
const BODY_END = /[ \t]*<\/body>/

export interface LateHeadOptions {
  /** Names of chunks to fetch beside the first paint, though nothing imports them statically. */
  readonly soon: readonly string[]
}

/**
 * A style sheet in the head holds back the first paint; behind the skeleton it only holds back what comes after it.
 * The hint for a lazy chunk has a low priority, so that the entry comes first.
 */
export function lateHead({ soon }: LateHeadOptions): Plugin {
  return {
    name: 'triple-a:late-head',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const links = html.match(STYLESHEET) ?? []
        const moved = html.replace(STYLESHEET, '').replace(BODY_END, end => links.join('') + end)
        const hints = Object.values(bundle ?? {}).flatMap((file): HtmlTagDescriptor[] =>
          file.type === 'chunk' && soon.includes(file.name)
            ? [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `./${file.fileName}` }, injectTo: 'body' }]
            : [])
        return { html: moved, tags: hints }
      },
    },
  }
}
