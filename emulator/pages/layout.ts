import type { RouteReply } from '../route.ts'
import { html, jsonForScript, type Html } from './html.ts'
import { noticesBell } from './notices.ts'
import { fullName, type Visit } from './visit.ts'

export interface Page {
  readonly title: string
  readonly body: Html
  readonly status?: number
}

/** A whole page of the portal: header with navigation and notices, the body, the data and scripts for frames. */
export function pageReply(visit: Visit, { title, body, status = 200 }: Page): RouteReply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: document(visit, title, body).text,
  }
}

function document(visit: Visit, title: string, body: Html): Html {
  const { lang, words, link, url } = visit
  const bare = url.searchParams.get('IFRAME') === 'Y'
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.portal}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/emulator/assets/portal.css">
</head>
<body>
${!bare && html`<header class="top" data-page-header>
<a class="brand" href="${link('/')}">${words.portal}</a>
<nav>
<a href="${link('/crm/lead/list/')}">${words.leads}</a>
<a href="${link('/marketplace/app/triple-a/')}">${words.app}</a>
</nav>
<div class="me">
${languageLink(visit)}
${noticesBell(visit)}
<a href="${link('/')}">${fullName(visit.user)}</a>
</div>
</header>`}
<main data-page>
${body}
</main>
<p class="notify" role="status" data-notify></p>
<script type="application/json" id="page-data">${jsonForScript(scriptData(visit))}</script>
<script type="module" src="/emulator/assets/portal-page.js"></script>
</body>
</html>`
}

/** The same page in the other language, named in that language. */
function languageLink({ url, lang }: Visit): Html {
  const [other, name] = lang === 'ru' ? ['en', 'English'] : ['ru', 'Русский']
  const query = new URLSearchParams(url.searchParams)
  query.set('lang', other)
  return html`<a href="${`${url.pathname}?${query}`}" lang="${other}" hreflang="${other}">${name}</a>`
}

function scriptData({ portal, user, lang, words }: Visit): unknown {
  const { close, choose, cancel, pickPeople, pickAccess, pickRecords, everybody, refreshFailed, failed, failedToConvert, imCall, imPhone, imMessenger, imHistory, app } = words
  return {
    user: user.login,
    lang,
    words: { close, choose, cancel, pickPeople, pickAccess, pickRecords, everybody, refreshFailed, failed, failedToConvert, imCall, imPhone, imMessenger, imHistory, app },
    people: portal.store.state.users.map((one) => ({ id: String(one.id), name: fullName(one), position: one.position })),
  }
}
