/** A portal opens `install.html` until the installation is finished. It is the same page: the app sees by itself which it is. */
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

export function installPage(): Plugin {
  return {
    name: 'triple-a:install-page',
    configureServer: server => {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/install.html') === true) request.url = request.url.replace('/install.html', '/index.html')
        next()
      })
    },
    async writeBundle({ dir }) {
      if (dir !== undefined) await copyFile(join(dir, 'index.html'), join(dir, 'install.html'))
    },
  }
}
