import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { controlRoutes } from './control.ts'
import { pageRoutes } from './pages/routes.ts'
import { createPortal, type Portal, type PortalOptions } from './portal.ts'
import { restRoutes } from './rest/http.ts'
import { oauthRoutes } from './rest/oauth.ts'
import { matchRoute, type Route, type RouteResponse } from './route.ts'
import type { Store } from './store.ts'

export interface RunningPortal {
  /** Without a slash at the end. */
  readonly url: string
  readonly store: Store
  readonly portal: Portal
  close(): Promise<void>
}

/** Starts a portal and resolves when it answers. Rejects when the port is taken. */
export async function startPortal(
  options: PortalOptions,
  pages: (portal: Portal) => readonly Route[] = pageRoutes,
): Promise<RunningPortal> {
  const host = options.host ?? 'localhost'
  let port = options.port
  const url = (): string => `http://${host}:${port}`
  const portal = createPortal(options, url)
  const routes = [...restRoutes(portal), ...oauthRoutes(portal), ...controlRoutes(portal), ...pages(portal)]

  const server = createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end('emulator failure')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, resolve)
  })
  const address = server.address()
  if (address !== null && typeof address !== 'string') port = address.port

  return {
    url: url(),
    store: portal.store,
    portal,
    close: () => new Promise((resolve, reject) => {
      server.close(error => error ? reject(error) : resolve())
      server.closeAllConnections()
    }),
  }
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
  const method = request.method ?? 'GET'
  for (const route of routes) {
    const match = matchRoute(route, method, url.pathname)
    if (!match) continue
    const body = await readBody(request)
    send(await route.handle({ method, url, headers: request.headers, body, match }), response)
    return
  }
  send({ status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Not found' }, response)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(reply: RouteResponse, response: ServerResponse): void {
  if ('drop' in reply) {
    if (reply.drop === 'cut') response.destroy()
    return
  }
  response.writeHead(reply.status, reply.headers)
  response.end(reply.body)
}
