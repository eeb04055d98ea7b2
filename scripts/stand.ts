/** A portal with the app in it: what development, browser tests, benchmarks and screenshots run against. */
import { serveApp } from '../emulator/app-host.ts'
import { pageRoutes } from '../emulator/pages/routes.ts'
import { startPortal, type RunningPortal } from '../emulator/server.ts'
import { preparePortal } from './prepare-portal.ts'

export interface StandOptions {
  /** 0 takes a free one. */
  readonly portalPort: number
  readonly leads: number
  readonly seed: number
  /** A built app to serve (port 0 takes a free one), or the address where it is served already. */
  readonly app: { readonly dir: string; readonly port: number } | { readonly url: string }
}

export interface Stand {
  /** Without a slash at the end, both. */
  readonly portalUrl: string
  readonly appUrl: string
  readonly portal: RunningPortal
  /** Everything as it was after the start, set-up included. */
  reset(): Promise<void>
  close(): Promise<void>
}

async function host(app: StandOptions['app']): Promise<{ readonly url: string; close(): Promise<void> }> {
  return 'dir' in app ? serveApp({ dir: app.dir, port: app.port, host: '127.0.0.1' }) : { url: app.url, close: () => Promise.resolve() }
}

/** Starts the app's host, then the portal, and sets the portal up. Rejects when a port is taken. */
export async function startStand({ portalPort, leads, seed, app }: StandOptions): Promise<Stand> {
  const served = await host(app)
  const portal = await startPortal({ port: portalPort, leads, seed, appUrl: `${served.url}/` }, pageRoutes)
  await preparePortal(portal.url)
  return {
    portalUrl: portal.url,
    appUrl: served.url,
    portal,
    reset: async () => {
      const answer = await fetch(`${portal.url}/emulator/reset`, { method: 'POST' })
      if (!answer.ok) throw new Error(`The portal did not reset: ${answer.status}.`)
      await preparePortal(portal.url)
    },
    close: async () => { await Promise.all([portal.close(), served.close()]) },
  }
}
