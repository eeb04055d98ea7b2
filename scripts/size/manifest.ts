/** The build's own list of what it made, and what a page loads of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const Chunk = v.object({
  file: v.string(),
  name: v.optional(v.string()),
  imports: v.optional(v.array(v.string()), []),
  dynamicImports: v.optional(v.array(v.string()), []),
  css: v.optional(v.array(v.string()), []),
})
const ManifestSchema = v.record(v.string(), Chunk)

/** Chunks by the path of their source, or `_file` where they have none. */
export type Manifest = v.InferOutput<typeof ManifestSchema>

/** `name`: that of the list, where a folder holds two builds. Throws when the folder holds no build. */
export function readManifest(folder: string, name = '.vite/manifest.json'): Manifest {
  return v.parse(ManifestSchema, JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

/** Keys reached from `roots` by static imports; with `lazy`, also by the dynamic imports that it accepts. */
export function reached(manifest: Manifest, roots: readonly string[], lazy: (key: string) => boolean = () => false): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...roots]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const chunk = manifest[key]
    if (chunk === undefined) throw new Error(`The build has no chunk "${key}".`)
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...chunk.imports, ...chunk.dynamicImports.filter(lazy))
  }
  return seen
}

/** Files of these chunks with their style sheets, each once. */
export function filesOf(manifest: Manifest, keys: Iterable<string>): readonly string[] {
  const files = new Set<string>()
  for (const key of keys) {
    const chunk = manifest[key]
    for (const file of chunk === undefined ? [] : [chunk.file, ...chunk.css]) files.add(file)
  }
  return [...files]
}
