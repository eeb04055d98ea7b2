/** `npm start`: the emulated portal with the built app in a lead card. */
import { builtFolders } from './built.ts'
import { numbersFrom } from './command-line.ts'
import { announce, closeOnSignal } from './serve.ts'
import { startStand } from './stand.ts'

const { port, 'app-port': appPort, leads, seed } = numbersFrom({ port: 8024, 'app-port': 5173, leads: 25, seed: 1 })
const stand = await startStand({ portalPort: port, leads, seed, app: { dir: builtFolders().app, port: appPort } })
announce(stand)
closeOnSignal(() => stand.close())
