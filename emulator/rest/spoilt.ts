import type { RequestFault } from '../faults.ts'
import { json, type RouteReply, type RouteResponse } from '../route.ts'
import { CORS } from './cors.ts'
import { systemError, type PortalError } from './errors.ts'

/**
 * What a fault of the whole request puts in place of the answer; nothing when it leaves the answer alone.
 * `answered` is the answer of a request that ran. Without the headers for other origins, the front of a portal under load answers.
 */
export function spoilt(kind: RequestFault | undefined, answered?: RouteReply): RouteResponse | undefined {
  switch (kind) {
    case 'cut':
    case 'late':
      return { drop: 'cut' }
    case 'hang':
      return { drop: 'hang' }
    case 'html':
      return { status: 200, headers: { ...CORS, 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html><title>Portal</title><p>Maintenance' }
    case '401':
      return refusal(systemError.expired())
    case '503':
      return refusal(systemError.rate())
    case 'no-cors':
      return { ...answered ?? refusal(systemError.rate()), headers: { 'content-type': 'application/json; charset=utf-8' } }
    case 'slow':
    case 'no-time':
    case 'twice':
    case undefined:
      return undefined
  }
}

function refusal(error: PortalError): RouteReply {
  return json(error.status, error.body(), CORS)
}
