/** What a tab in a lead card loads: before the first answer, with the SDK, and until everything is there. */
import { filesOf, reached, type Manifest } from './manifest.ts'
import { ENTRY_CHUNK } from '../vite/entry-chunk.ts'
import { SDK_CHUNK } from '../vite/sdk-chunk.ts'

/** A tab loads one language: the heavier one is weighed. */
export const OTHER_LANGUAGE = /^src\/i18n\/en/

/** Chunks that the entry imports lazily and that the first question nevertheless waits for, by the path of their source. */
const FIRST_SCREEN: readonly string[] = ['src/i18n/ru.ts']

/** The same of the bare page. */
export const BARE_FIRST_SCREEN: readonly string[] = ['handover.ts']

/** Screens of the app's own page, which a lead card never loads. */
const OWN_PAGE = /^src\/(?:office\.ts|components\/(?:home|set-up|sets|preview)\/)/

export interface FirstLoad {
  /** Files that the first answer waits for, the page itself and the SDK apart. */
  readonly critical: readonly string[]
  readonly sdk: readonly string[]
  /** Everything that a lead tab ever loads, the page itself apart. */
  readonly whole: readonly string[]
  /** For each screen of the app's own page: what it loads beyond all that. */
  readonly ownPage: ReadonlyMap<string, readonly string[]>
}

/** Where a page begins: its own key, or the chunk that its entry became part of. */
function entryOf(manifest: Manifest): string {
  const page = 'index.html'
  return page in manifest ? page : Object.keys(manifest).find(key => manifest[key]?.name === ENTRY_CHUNK.name) ?? page
}

/** Sorts the chunks of a build. */
export function firstLoad(manifest: Manifest, firstScreen = FIRST_SCREEN): FirstLoad {
  const page = entryOf(manifest)
  const critical = reached(manifest, [page, ...firstScreen])
  const sdkFiles = filesOf(manifest, Object.keys(manifest).filter(key => manifest[key]?.name === SDK_CHUNK.name))
  const tab = reached(manifest, [page], key => !OWN_PAGE.test(key) && !OTHER_LANGUAGE.test(key))
  const whole = filesOf(manifest, tab)
  const screens = Object.keys(manifest).filter(key => OWN_PAGE.test(key))
  return {
    critical: filesOf(manifest, critical).filter(file => !sdkFiles.includes(file)),
    sdk: sdkFiles,
    whole,
    ownPage: new Map(screens.map(key => [key, filesOf(manifest, reached(manifest, [key], () => true)).filter(file => !whole.includes(file))])),
  }
}
