/** Drops what nobody reads from a style sheet of design tokens: custom properties, contexts, key frames. */
import { basename } from 'node:path'
import type { Plugin, Root } from 'postcss'

export interface PurgeOptions {
  /** Names of the style sheets to purge; every other one is left as it is. */
  readonly files: readonly string[]
  /** Custom properties read elsewhere, such as `--ui-color-base-1`, per style sheet. */
  readonly readElsewhere: (file: string) => ReadonlySet<string>
  /** Selectors of contexts that the app never sets. */
  readonly dropSelectors: RegExp
}

const NAME = /--[\w-]+/g

/** The custom properties that a text mentions, in CSS, in a template or in a string. */
export function namesIn(text: string): readonly string[] {
  return text.match(NAME) ?? []
}

function dropContexts(root: Root, unwanted: RegExp): void {
  root.walkRules(rule => {
    const kept = rule.selectors.filter(selector => !unwanted.test(selector))
    if (kept.length === 0) rule.remove()
    else if (kept.length < rule.selectors.length) rule.selectors = kept
  })
}

/** Every property that is read by a normal declaration, by an at-rule or from elsewhere, directly or through others. */
function reachable(root: Root, elsewhere: ReadonlySet<string>): ReadonlySet<string> {
  const reads = new Map<string, string[]>()
  const open = [...elsewhere]
  root.walkDecls(declaration => {
    const names = namesIn(declaration.value)
    if (!declaration.prop.startsWith('--')) open.push(...names)
    else reads.set(declaration.prop, [...reads.get(declaration.prop) ?? [], ...names])
  })
  root.walkAtRules(rule => {
    if (rule.name !== 'property') open.push(...namesIn(rule.params))
  })
  const seen = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...reads.get(name) ?? [])
  }
  return seen
}

function dropUnread(root: Root, read: ReadonlySet<string>): void {
  root.walkDecls(declaration => {
    if (declaration.prop.startsWith('--') && !read.has(declaration.prop)) declaration.remove()
  })
  root.walkAtRules('property', rule => {
    if (!read.has(rule.params)) rule.remove()
  })
  const words = new Set<string>()
  root.walkDecls(declaration => {
    if (/animation/.test(declaration.prop) || declaration.prop.startsWith('--')) {
      for (const word of declaration.value.match(/[\w-]+/g) ?? []) words.add(word)
    }
  })
  root.walkAtRules('keyframes', rule => {
    if (!words.has(rule.params)) rule.remove()
  })
}

function dropEmpty(root: Root): void {
  root.walkRules(rule => {
    if (rule.nodes.length === 0) rule.remove()
  })
  root.walkAtRules(rule => {
    if (rule.nodes?.length === 0 && rule.name !== 'layer') rule.remove()
  })
}

/** PostCSS plugin. It works on the source, so that the hash in the file name follows what is left. */
export function purgeCss({ files, readElsewhere, dropSelectors }: PurgeOptions): Plugin {
  return {
    postcssPlugin: 'triple-a-purge-css',
    OnceExit(root) {
      const file = basename((root.source?.input.file ?? '').replace(/\?.*$/, ''))
      if (!files.includes(file)) return
      dropContexts(root, dropSelectors)
      dropUnread(root, reachable(root, readElsewhere(file)))
      dropEmpty(root)
    },
  }
}
