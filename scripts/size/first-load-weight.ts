/** What a built page makes the browser fetch before its first answer can be given. */
import { firstLoad } from './first-load.ts'
import { readManifest } from './manifest.ts'
import { weigh, type Weight } from './weight.ts'

/** The page, what its first answer waits for, and the SDK, which hands over the lead. Throws when the folder holds no build. */
export function weighFirstLoad(dir: string, firstScreen?: readonly string[]): Weight {
  const { critical, sdk } = firstLoad(readManifest(dir), firstScreen)
  return weigh(dir, ['index.html', ...critical, ...sdk])
}
