/** What is put on a site: our script with the public part of a set, and the portal's own code of the form behind it. */
import type { EmbedCode } from './embed-code.ts'
import { parsePublicSet, printPublicSet } from './public-set-codec.ts'
import type { PublicSet } from './public-set.ts'

/** The file that lies beside the app. */
export const SITE_SCRIPT = 'triple-a-form.js'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '\'': '&#39;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const BACK = new Map(Object.entries(SIGNS).map(([sign, entity]) => [entity, sign]))

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, sign => SIGNS[sign] ?? sign)
}

/** An address from which a site may load the script: over https, or from this computer while it is tried out. */
export function isScriptAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname)
}

/** `script` is the address of the file. Other forms in the page stay as they are: the number says which is meant. */
export function printSnippet(embed: EmbedCode, set: PublicSet, script: string): string {
  const held = escaped(printPublicSet(set), /[&'<>]/g)
  return `<script src="${escaped(script, /[&"<>]/g)}" data-form="${embed.form}" data-set='${held}'></script>\n${embed.code}\n`
}

/** The set that a snippet on a site asks; nothing where there is none that can be read. */
export function setInSnippet(text: string): PublicSet | undefined {
  // whatever copied it from the site may have taken the other quotes
  const [, single, double] = /\sdata-set=(?:'([^']*)'|"([^"]*)")/.exec(text) ?? []
  const held = single ?? double
  if (held === undefined) return undefined
  const set = parsePublicSet(held.replace(/&(?:amp|#39|quot|lt|gt);/g, entity => BACK.get(entity) ?? entity))
  return set.ok ? set.value : undefined
}
