/** A portal opens an application by a form POST; a static server must answer it as a GET. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

function asGet(request: IncomingMessage, _response: ServerResponse, next: () => void): void {
  if (request.method === 'POST') request.method = 'GET'
  next()
}

/** Vite plugin for the dev and the preview server. */
export function postAsGet(): Plugin {
  return {
    name: 'triple-a:post-as-get',
    configureServer: server => { server.middlewares.use(asGet) },
    configurePreviewServer: server => { server.middlewares.use(asGet) },
  }
}
