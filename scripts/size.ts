/** Weighs what was built against its budgets. Exits with 1 when something is over. */
import { fileURLToPath } from 'node:url'
import { printTable } from '../bench/table.ts'
import { BARE_FIRST_SCREEN, firstLoad, OTHER_LANGUAGE, type FirstLoad } from './size/first-load.ts'
import { weighFirstLoad } from './size/first-load-weight.ts'
import { filesOf, readManifest } from './size/manifest.ts'
import { weigh, type Weight } from './size/weight.ts'
import { SITE_SCRIPT } from './vite/site-script.ts'
import { INSTALL_MANIFEST } from './vite/install-manifest.ts'

interface Row {
  readonly name: string
  readonly weight: Weight
  /** In bytes of brotli 11, or a number of requests. */
  readonly budget?: number
  readonly counts?: 'requests'
}

const KB = 1000

function folder(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}

function rowsOf(dir: string, load: FirstLoad, budgets: boolean): readonly Row[] {
  const page = weigh(dir, ['index.html'])
  const js = weigh(dir, load.critical.filter(file => file.endsWith('.js')))
  const css = weigh(dir, load.critical.filter(file => file.endsWith('.css')))
  const all = weigh(dir, ['index.html', ...load.critical])
  const rows: Row[] = [
    { name: 'JS until the first answer', weight: js, budget: 45 * KB },
    { name: 'CSS until the first answer', weight: css, budget: 8 * KB },
    { name: 'HTML with skeleton', weight: page, budget: 3 * KB },
    { name: 'requests until then, SDK apart', weight: all, budget: 5, counts: 'requests' },
    { name: 'SDK chunk', weight: weigh(dir, load.sdk), budget: 62 * KB },
    { name: 'whole tab, SDK included', weight: weigh(dir, ['index.html', ...load.whole]), budget: 190 * KB },
    ...load.ownPage.size > 0 ? [{ name: 'own page, beyond the tab', weight: weigh(dir, [...new Set([...load.ownPage.values()].flat())]), budget: 157 * KB }] : [],
  ]
  return budgets ? rows : rows.map(({ name, weight, counts }) => ({ name, weight, ...counts && { counts } }))
}

/** What a site loads beside the portal's form. */
function siteScript(dir: string): Row {
  return { name: 'script for a site', weight: weigh(dir, [SITE_SCRIPT]), budget: 12 * KB }
}

/** Administrators see it once; one language of it is loaded, and the SDK. */
function installPage(dir: string): Row {
  const manifest = readManifest(dir, INSTALL_MANIFEST)
  const files = filesOf(manifest, Object.keys(manifest).filter(key => !OTHER_LANGUAGE.test(key)))
  return { name: 'installation page, SDK included', weight: weigh(dir, ['install.html', ...files]), budget: 110 * KB }
}

function measured({ weight, counts }: Row): number {
  return counts === 'requests' ? weight.files : weight.brotli
}

function isOver(row: Row): boolean {
  return row.budget !== undefined && measured(row) > row.budget
}

function kb(bytes: number): string {
  return (bytes / KB).toFixed(1)
}

function print(title: string, rows: readonly Row[]): void {
  const cells = rows.map(row => {
    const show = row.counts === 'requests' ? String : kb
    const { weight: { files, raw, gzip, brotli }, budget } = row
    const verdict = budget === undefined ? '' : isOver(row) ? 'OVER' : 'ok'
    return [row.name, String(files), kb(raw), kb(gzip), kb(brotli), budget === undefined ? '' : show(budget), verdict]
  })
  printTable([[title, 'files', 'raw', 'gzip', 'brotli', 'budget', ''], ...cells])
}

const app = [...rowsOf(folder('dist'), firstLoad(readManifest(folder('dist'))), true), installPage(folder('dist')), siteScript(folder('dist'))]
print('app (kB = 1000 bytes)', app)
print('bare page, for comparison', rowsOf(folder('dist-bare'), firstLoad(readManifest(folder('dist-bare')), BARE_FIRST_SCREEN), false))
const first = weighFirstLoad(folder('dist')).brotli
const bareFirst = weighFirstLoad(folder('dist-bare'), BARE_FIRST_SCREEN).brotli
printTable([['until the first answer, SDK included', 'app', 'bare page', 'ratio'], ['brotli', kb(first), kb(bareFirst), `${(first / bareFirst).toFixed(2)} ×`]])
const over = app.filter(isOver)
if (over.length > 0) {
  process.stderr.write(`Over budget: ${over.map(row => row.name).join('; ')}\n`)
  process.exitCode = 1
}
