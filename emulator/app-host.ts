import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Where a built app lies and where it shall answer; port 0 takes a free one. */
export interface AppHostOptions {
  readonly dir: string
  readonly port: number
  readonly host?: string
}

export interface AppHost {
  /** Scheme, host and port, without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

interface Asset {
  readonly type: string
  readonly etag: string
  readonly cache: string
  readonly plain: Buffer
  readonly br?: Buffer
  readonly gzip?: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/
/** A content hash before the ending, as Vite names its chunks. */
const HASHED = /-[\w-]{8}\.\w+$/

/**
 * Serves the files that `dir` holds now, from memory, compressed once.
 * A portal opens an app by POST, which plain static servers refuse; here POST is answered as GET.
 */
export async function serveApp({ dir, port, host = '127.0.0.1' }: AppHostOptions): Promise<AppHost> {
  const assets = await readAssets(dir)
  const server = createServer((request, response) => answer(assets, request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The app host has no port.')
  return {
    url: `http://${host}:${address.port}`,
    close: () => new Promise((resolve, reject) => {
      server.close((error) => error ? reject(error) : resolve())
      server.closeAllConnections()
    }),
  }
}

async function readAssets(dir: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file): Promise<[string, Asset]> => {
    const path = `/${relative(dir, file).split(sep).join('/')}`
    return [path, await readAsset(path, await readFile(file))]
  })))
}

async function readAsset(path: string, plain: Buffer): Promise<Asset> {
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const about = {
    type,
    plain,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    cache: HASHED.test(path) && !type.startsWith('text/html') ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  if (!COMPRESSIBLE.test(type)) return about
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
    promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }),
  ])
  return { ...about, br, gzip: gz }
}

function answer(assets: ReadonlyMap<string, Asset>, request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) {
    return refuse(response, 405, 'Only GET, HEAD and POST are answered here.')
  }
  const asset = findAsset(assets, request.url ?? '/')
  if (!asset) return refuse(response, 404, 'The app has no such file.')
  const accepted = request.headers['accept-encoding'] ?? ''
  const [encoding, body] = encode(asset, accepted)
  response.setHeader('Content-Type', asset.type)
  response.setHeader('Cache-Control', asset.cache)
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Content-Security-Policy', 'frame-ancestors http://localhost:*')
  response.setHeader('ETag', asset.etag)
  if (request.method !== 'POST' && request.headers['if-none-match'] === asset.etag) {
    response.writeHead(304).end()
    return
  }
  if (encoding) response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.byteLength)
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
}

/** Only what was read at the start can be asked for, so no path leads out of the folder. */
function findAsset(assets: ReadonlyMap<string, Asset>, target: string): Asset | undefined {
  const path = target.split(/[?#]/, 1)[0] ?? '/'
  if (path.endsWith('/')) return assets.get(`${path}index.html`)
  return assets.get(path) ?? assets.get(decoded(path))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function encode(asset: Asset, accepted: string): [string | undefined, Buffer] {
  if (asset.br && /\bbr\b/.test(accepted)) return ['br', asset.br]
  if (asset.gzip && /\bgzip\b/.test(accepted)) return ['gzip', asset.gzip]
  return [undefined, asset.plain]
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}
