/** A web server of somebody else: it answers whoever asks, and keeps in mind who did. */
import { createServer } from 'node:http'

export interface OtherHost {
  /** Without a slash at the end. */
  readonly url: string
  /** Method and path of what it was asked for. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Starts it on a free port. */
export async function startOtherHost(): Promise<OtherHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
    request.resume()
    response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' }).end('<!doctype html><title>Other</title><link rel="icon" href="data:,">')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The other host has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () => new Promise((resolve, reject) => {
      server.close(error => error ? reject(error) : resolve())
      server.closeAllConnections()
    }),
  }
}
