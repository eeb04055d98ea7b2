/** Reads which module imports what, from the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export interface Import {
  /** The importing file, from the root of the project, with forward slashes. */
  readonly from: string
  /** A file of the project, from its root; or the name of a package, such as `vue` or `@bitrix24/b24jssdk`. */
  readonly to: string
  readonly kind: 'file' | 'package'
  /** Only types: nothing of it is left in the program. */
  readonly typeOnly: boolean
}

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g

/** All files below a folder of the project, from its root. Throws when there is no such folder. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
    .sort()
}

function scriptOf(file: string, text: string): string {
  return file.endsWith('.vue') ? [...text.matchAll(SCRIPT)].map(([, script]) => script).join('\n') : text
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const names = clause.namedBindings
  return clause.name === undefined && names !== undefined && ts.isNamedImports(names) && names.elements.every(element => element.isTypeOnly)
}

function target(from: string, specifier: string): Pick<Import, 'to' | 'kind'> {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return { to: posix.join(dirname(from), path), kind: 'file' }
  const [first = '', second = ''] = path.split('/')
  return { to: path.startsWith('@') ? `${first}/${second}` : first, kind: 'package' }
}

/** Imports in a text: static, for types, re-exports, `import()` of a fixed name and of a type. Throws for a computed name. */
export function importsIn(file: string, text: string): readonly Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node, typeOnly: boolean): void => {
    if (!ts.isStringLiteralLike(specifier)) throw new Error(`${file} imports a computed name: ${specifier.getText()}`)
    found.push({ from: file, ...target(file, specifier.text), typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) add(node.moduleSpecifier, isTypeOnly(node))
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] !== undefined) add(node.arguments[0], false)
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS))
  return found
}

/** Imports of every TypeScript and Vue file below a folder. */
export function importsBelow(folder: string): readonly Import[] {
  return filesBelow(folder)
    .filter(file => /\.(?:ts|vue)$/.test(file))
    .flatMap(file => importsIn(file, readFileSync(join(ROOT, file), 'utf8')))
}
