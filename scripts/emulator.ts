/** `npm run emulator`: the portal alone; its app is expected at the usual address. */
import { pageRoutes } from '../emulator/pages/routes.ts'
import { startPortal } from '../emulator/server.ts'
import { numbersFrom } from './command-line.ts'
import { closeOnSignal } from './serve.ts'

const { port, 'app-port': appPort, leads, seed } = numbersFrom({ port: 8024, 'app-port': 5173, leads: 25, seed: 1 })
const portal = await startPortal({ port, leads, seed, appUrl: `http://127.0.0.1:${appPort}/` }, pageRoutes)
process.stdout.write(`Portal: ${portal.url}/\n`)
closeOnSignal(() => portal.close())
