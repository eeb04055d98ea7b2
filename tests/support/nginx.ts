/** A real nginx with the configuration of `hosting/`, on a free port. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PORTAL = 'https://mine.bitrix24.example'
export const NO_NGINX = 'there is no nginx on this machine: apt-get install --no-install-recommends nginx-light'
const CONFIGURATION = fileURLToPath(new URL('../../hosting/nginx.conf', import.meta.url))
/** Where Debian keeps it is in the PATH of administrators only. */
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
const TYPES = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types']

/** The path of nginx on this machine, if it has one; `NGINX` names another. */
export function findNginx(): string | undefined {
  const named = process.env['NGINX']
  if (named !== undefined) return existsSync(named) ? named : undefined
  return FOLDERS.map(folder => join(folder, 'nginx')).find(file => existsSync(file))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  await new Promise<void>((resolve) => { server.close(() => { resolve() }) })
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

/** The lines that an administrator edits, edited; throws when one of them is not there. */
function edited(text: string, edits: readonly (readonly [line: RegExp, instead: string])[]): string {
  return edits.reduce((before, [line, instead]) => {
    if (!line.test(before)) throw new Error(`the configuration has no line ${String(line)}`)
    return before.replace(line, instead)
  }, text)
}

export interface RunningNginx {
  readonly url: string
  stop(): void
}

/** Serves a copy of the folder, to be framed by `portal`. The process goes into the background once it listens. */
export async function startNginx(nginx: string, app: string, portal = PORTAL): Promise<RunningNginx> {
  const home = mkdtempSync(join(tmpdir(), 'nginx-'))
  const port = await freePort()
  const root = join(home, 'www')
  cpSync(app, root, { recursive: true })
  const types = TYPES.find(file => existsSync(file))
  if (types === undefined) throw new Error('nginx has no list of media types')
  copyFileSync(types, join(home, 'mime.types'))
  writeFileSync(join(home, 'site.conf'), edited(readFileSync(CONFIGURATION, 'utf8'), [
    [/listen 443 ssl;/, `listen 127.0.0.1:${port};`],
    [/server_name triple-a\.example;/, 'server_name localhost;'],
    [/ssl_certificate .*\n/, '\n'],
    [/ssl_certificate_key .*\n/, '\n'],
    [/root \/var\/www\/triple-a;/, `root ${root};`],
    [/set \$portal "https:\/\/portal\.example";/, `set $portal "${portal}";`],
  ]))
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${home}/${kind};`)
  // one process, as whoever runs the tests: it reads what they may read
  writeFileSync(join(home, 'nginx.conf'), `
master_process off;
pid ${home}/pid;
error_log ${home}/error.log;
events {}
http {
  access_log off;
  include mime.types;
  ${places.join('\n  ')}
  include site.conf;
}
`)
  const run = (...parameters: readonly string[]): void => {
    const { status, stderr } = spawnSync(nginx, ['-p', home, '-e', join(home, 'error.log'), '-c', join(home, 'nginx.conf'), ...parameters], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`nginx: ${stderr}`)
  }
  run()
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      run('-s', 'stop')
      rmSync(home, { recursive: true, force: true })
    },
  }
}
