import { Html, escapeHtml } from './html.ts'

/** BB codes that only dress the text, and the element that shows each. */
const PLAIN_TAGS: Readonly<Record<string, string>> = { b: 'strong', i: 'em', u: 'u', s: 's' }

/**
 * A comment's text with the few BB codes that CRM comments use: bold, italic, underlined, struck out, links to
 * http(s) and to the portal's own paths, line breaks. Everything else stays text, escaped.
 */
export function bbCode(text: string): Html {
  let shown = escapeHtml(text)
  for (const [tag, element] of Object.entries(PLAIN_TAGS)) {
    shown = shown.replaceAll(
      new RegExp(`\\[${tag}\\]((?:(?!\\[/?${tag}\\]).)*)\\[/${tag}\\]`, 'gis'),
      `<${element}>$1</${element}>`,
    )
  }
  shown = shown
    .replaceAll(/\[url=((?:https?:\/\/|\/(?!\/))[^\]\s<]*)\]((?:(?!\[\/?url).)*?)\[\/url\]/gis, '<a href="$1" rel="noreferrer">$2</a>')
    .replaceAll(/\[url\](https?:\/\/[^\]\s[<]*)\[\/url\]/gi, '<a href="$1" rel="noreferrer">$1</a>')
    .replaceAll(/\r?\n|\[br\]/gi, '<br>')
  return new Html(shown)
}
