import { parseArgs } from 'node:util'
import { startPortal } from './server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8024' },
    leads: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    app: { type: 'string', default: 'http://127.0.0.1:5173/' },
    host: { type: 'string', default: 'localhost' },
  },
})

const [port, leads, seed] = [values.port, values.leads, values.seed].map(Number)
if (port === undefined || leads === undefined || seed === undefined || ![port, leads, seed].every(Number.isInteger)) {
  process.stderr.write('--port, --leads and --seed are whole numbers\n')
  process.exit(2)
}

const { url } = await startPortal({ port, leads, seed, appUrl: values.app, host: values.host })
process.stdout.write(`${url}/\n`)
