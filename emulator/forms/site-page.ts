import { randomBytes } from 'node:crypto'
import type { Portal } from '../portal.ts'
import type { RouteReply, RouteRequest } from '../route.ts'
import { html, Html } from '../pages/html.ts'
import { FORM, wishesOf } from './form.ts'
import { FORM_WORDS } from './words.ts'

export const LOADER = `/emulator/forms/loader_${FORM.id}.js`
const SCRIPT = 'triple-a-form.js'

/** A company's site with the portal's form in it, under as strict a policy as the embed code allows: it is an inline script. */
export function sitePage(portal: Portal, { url }: RouteRequest): RouteReply {
  const wishes = wishesOf(url)
  const words = FORM_WORDS[wishes.lang]
  const nonce = randomBytes(12).toString('base64url')
  const app = new URL(portal.app.url).origin
  const loader = new Html(JSON.stringify(`${LOADER}${url.search}`).replaceAll('<', '\\u003c'))
  const { siteCode, siteSet } = portal.rules.now
  const own = siteCode === '' ? undefined : new Html(siteCode.replaceAll('<script', `<script nonce="${nonce}"`))
  const page = html`<!doctype html>
<html lang="${wishes.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.site}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/emulator/assets/site.css">
${!own && url.searchParams.get('script') !== 'none' && html`<script src="${portal.app.url}${SCRIPT}" data-set="${siteSet}"></script>`}
</head>
<body>
<main class="app-page">
<h1>${words.site}</h1>
<p>${words.siteText}</p>
${own ?? html`<script data-b24-form="inline/${FORM.id}/${FORM.sec}" data-skip-moving="true" nonce="${nonce}">
{ const loader = document.createElement('script'); loader.async = true; loader.src = ${loader}; document.head.append(loader) }
</script>`}
</main>
</body>
</html>`
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src 'self' 'nonce-${nonce}' ${app}; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; img-src data:`,
    },
    body: page.text,
  }
}
