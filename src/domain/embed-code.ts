/** The portal's embed code of a CRM form: what stands in it, and what is wrong with what was pasted in its place. */
import { failed, ok } from './result.ts'
import type { Result } from './result.ts'

/** As the portal writes them into the code; nothing of it is documented. */
export const FORM_MODES = ['inline', 'click', 'auto'] as const
export type FormMode = (typeof FORM_MODES)[number]

export interface EmbedCode {
  readonly mode: FormMode
  /** The form's number. */
  readonly form: string
  /** The code without which the portal does not give the form out; it stands in every page with the form. */
  readonly secret: string
  /** Address of the script that draws the form. */
  readonly loader: string
  /** The script tag itself, as it was pasted. */
  readonly code: string
}

/**
 * `link`: the form's address. `button`: the widget of a site, which is no form. `cut`: the code does not end, or misses the form's
 * number. `loader`: no address from which the form comes. `several`: codes of different forms.
 */
export type EmbedProblem = 'empty' | 'link' | 'button' | 'cut' | 'loader' | 'several' | 'other'

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: '\'', amp: '&' }

/** A code copied out of a page or a letter comes with its signs written as entities. */
function withSigns(text: string): string {
  if (/<script/i.test(text)) return text
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(34|39|60|62));/gi, (_, name: string | undefined, code: string | undefined) =>
    NAMED[name?.toLowerCase() ?? ''] ?? String.fromCharCode(Number(code)))
}

function readScript(code: string): EmbedCode | Extract<EmbedProblem, 'cut' | 'loader'> {
  const [, mark] = /data-b24-form\s*=\s*["']([^"']*)["']/i.exec(code) ?? []
  const [, named = '', form, secret] = /^\s*([a-z]+)\/(\d{1,10})\/([\w-]{1,64})\s*$/i.exec(mark ?? '') ?? []
  const mode = FORM_MODES.find(one => one === named.toLowerCase())
  if (mode === undefined || form === undefined || secret === undefined) return 'cut'
  const [, loader] = /["']((?:https?:)?\/\/[^"'\s<>]+\/[^"'\s<>]*loader[^"'\s<>]*\.js(?:\?[^"'\s<>]*)?)["']/i.exec(code) ?? []
  return loader === undefined ? 'loader' : { mode, form, secret, loader, code }
}

/** Reads what somebody pasted: the portal's code, the same twice, or our own snippet with the code in it. */
export function parseEmbedCode(pasted: string): Result<EmbedCode, EmbedProblem> {
  const text = withSigns(pasted).trim()
  if (text === '') return failed('empty')
  if (!/data-b24-form/i.test(text)) {
    if (/site_button|data-b24-button/i.test(text)) return failed('button')
    return failed(/^(?:https?:)?\/\/\S+$/i.test(text) ? 'link' : 'other')
  }
  const scripts = (text.match(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi) ?? []).filter(script => /^<script\b[^>]*data-b24-form/i.test(script))
  const [first, ...more] = scripts.map(readScript)
  if (first === undefined) return failed('cut')
  if (typeof first === 'string') return failed(first)
  for (const one of more) {
    if (typeof one === 'string') return failed(one)
    if (one.form !== first.form || one.secret !== first.secret) return failed('several')
  }
  return ok(first)
}
