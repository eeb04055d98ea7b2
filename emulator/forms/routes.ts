import { readFile } from 'node:fs/promises'
import type { Portal } from '../portal.ts'
import { jsonForScript } from '../pages/html.ts'
import { CORS } from '../rest/cors.ts'
import { json, type Route } from '../route.ts'
import { fillForm } from './fill.ts'
import { formOf, wishesOf } from './form.ts'
import { LOADER, sitePage } from './site-page.ts'

const CODE = new URL('../pages/assets/b24-form.js', import.meta.url)

/** A site with the portal's form, the form's loader with its settings in it, and where it is sent to. Undocumented, all of it. */
export function formRoutes(portal: Portal): readonly Route[] {
  return [
    { method: 'GET', path: '/site/', handle: request => sitePage(portal, request) },
    {
      method: 'GET',
      path: LOADER,
      handle: async ({ url }) => ({
        status: 200,
        headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
        body: `${await readFile(CODE, 'utf8')}\nwindow.b24form.open(${jsonForScript(formOf(portal.store.state, wishesOf(url))).text})\n`,
      }),
    },
    {
      method: 'POST',
      path: '/bitrix/services/main/ajax.php',
      handle: request => request.url.searchParams.get('action') === 'crm.site.form.fill'
        ? fillForm(portal, request)
        : json(404, { status: 'error', data: null, errors: [{ message: 'Could not find the action', code: 'BX_AJAX' }] }, CORS),
    },
  ]
}
