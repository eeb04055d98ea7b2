/** `npm run dev`: the emulated portal with the app from its sources, reloaded at every change. */
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { numbersFrom } from './command-line.ts'
import { announce, closeOnSignal } from './serve.ts'
import { startStand } from './stand.ts'

const { port, 'app-port': appPort, leads, seed } = numbersFrom({ port: 8024, 'app-port': 5173, leads: 25, seed: 1 })
const vite = await createServer({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), server: { port: appPort } })
await vite.listen()
const stand = await startStand({ portalPort: port, leads, seed, app: { url: `http://127.0.0.1:${appPort}` } })
announce(stand)
closeOnSignal(async () => { await Promise.all([stand.close(), vite.close()]) })
