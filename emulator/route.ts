import type { IncomingHttpHeaders } from 'node:http'

/** One HTTP request, read to its end. `match` holds the groups of a route's regular expression. */
export interface RouteRequest {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly match: readonly string[]
}

export interface RouteReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** `cut` closes the connection without an answer, `hang` never answers. */
export interface RouteDrop {
  readonly drop: 'cut' | 'hang'
}

export type RouteResponse = RouteReply | RouteDrop

/** `path` matches the whole pathname; a regular expression's groups arrive in `match`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'ANY'
  readonly path: string | RegExp
  handle(request: RouteRequest): RouteResponse | Promise<RouteResponse>
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): RouteReply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) }
}

/** The groups of the route that fits, or nothing. */
export function matchRoute(route: Route, method: string, pathname: string): readonly string[] | undefined {
  if (route.method !== 'ANY' && route.method !== method) return undefined
  if (typeof route.path === 'string') return route.path === pathname ? [] : undefined
  return route.path.exec(pathname)?.slice(1).map((group: string | undefined) => group ?? '')
}
