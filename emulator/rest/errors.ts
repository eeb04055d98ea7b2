/** A refusal in the portal's words: HTTP status, code (empty for classic CRM methods), text. */
export class PortalError extends Error {
  readonly status: number
  readonly code: string
  readonly extra: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, description: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(description)
    this.status = status
    this.code = code
    this.extra = extra
  }

  body(): Record<string, unknown> {
    return { error: this.code, error_description: this.message, ...this.extra }
  }
}

/** Classic CRM methods refuse with an empty code and HTTP 400: only the text tells. */
export function classicError(description: string, status = 400): PortalError {
  return new PortalError(status, '', description)
}

/** `_includes/system-errors.md`, `limits.md` */
export const systemError = {
  noAuth: () => new PortalError(401, 'NO_AUTH_FOUND', 'Wrong authorization data'),
  expired: () => new PortalError(401, 'expired_token', 'The access token provided has expired.'),
  scope: () => new PortalError(403, 'insufficient_scope', 'The request requires higher privileges than provided by the access token'),
  userAccess: () => new PortalError(403, 'user_access_error', 'The user does not have access to the application'),
  plan: () => new PortalError(403, 'ACCESS_DENIED', 'REST API is available only on commercial plans'),
  credentials: () => new PortalError(403, 'INVALID_CREDENTIALS', 'Invalid request credentials'),
  unknownMethod: () => new PortalError(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'),
  operating: () => new PortalError(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.'),
  internal: () => new PortalError(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'),
  rate: () => new PortalError(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'),
  nestedBatch: () => new PortalError(405, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage'),
  longBatch: () => new PortalError(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded'),
} as const
