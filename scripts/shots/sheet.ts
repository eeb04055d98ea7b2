/** A page with all pictures of all states side by side. */
import { fileOf } from './variant.ts'
import type { Variant } from './variant.ts'

export interface Row {
  readonly name: string
  readonly about: string
  readonly variants: readonly Variant[]
}

/** Pictures are shown at this share of their width. */
const SCALE = 0.42

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
}

function picture(state: string, variant: Variant): string {
  const file = escaped(fileOf(state, variant))
  return `<a href="${file}"><img src="${file}" alt="${file}" width="${Math.round(variant.width * SCALE)}" loading="lazy"></a>`
}

function section({ name, about, variants }: Row): string {
  const languages = [...new Set(variants.map(variant => variant.language))]
  const lines = languages.map(language => `<p>${variants.filter(variant => variant.language === language).map(variant => picture(name, variant)).join('')}</p>`)
  return `<section id="${escaped(name)}"><h2>${escaped(name)}</h2><p>${escaped(about)}</p>${lines.join('')}</section>`
}

export function sheet(rows: readonly Row[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of Triple A</title>
<style>
body { margin: 16px; font: 15px/1.4 system-ui, sans-serif; color: #222; background: #b7bdc4 }
nav { columns: 6 160px }
nav a { display: block }
p { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; margin: 4px 0 12px }
img { display: block; height: auto }
</style>
<h1>Every state of Triple A</h1>
<nav>${rows.map(({ name }) => `<a href="#${escaped(name)}">${escaped(name)}</a>`).join('')}</nav>
${rows.map(section).join('\n')}
</html>
`
}
