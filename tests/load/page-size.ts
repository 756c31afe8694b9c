// What the browser fetches for a page, gzipped, by following the built files' own imports.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Row, round } from './figures'

const folder = join(import.meta.dirname, '../../dist/client')
const assets = () => readdirSync(join(folder, 'assets'))
const gzipped = (path: string) => gzipSync(readFileSync(join(folder, path))).length

/** The chunk that holds a screen, by the name the build gives it. */
function chunkOf(screen: string): string {
  const found = assets().find((name) => new RegExp(`^${screen}-[\\w-]+\\.js$`).test(name))
  if (!found) throw new Error(`no chunk for ${screen}: build first`)
  return `assets/${found}`
}

/** A chunk with all that it imports at once; `import()` is fetched later and does not count. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const code = readFileSync(join(folder, path), 'utf8')
  for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    withImports(`assets/${name}`, seen)
  }
  return seen
}

function entryOf(page: string): string[] {
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path as string)
}

/** `more` is fetched by the screen before it shows anything. */
function sizeOf(screen: string, ...more: string[]): { files: number; scripts: number } {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const entry = entryOf(page)
  const scripts = new Set<string>()
  for (const path of [
    ...entry.filter((one) => one.endsWith('.js')),
    ...[screen, ...more].map(chunkOf),
  ]) {
    withImports(path, scripts)
  }
  // A chunk's style sheet bears its name.
  const named = new Set([...scripts].map((path) => path.replace(/^assets\/(.+)-[\w-]+\.js$/, '$1')))
  const styles = assets().filter(
    (name) => name.endsWith('.css') && named.has(name.replace(/-[\w-]+\.css$/, '')),
  )
  const all = ['index.html', ...scripts, ...styles.map((name) => `assets/${name}`)]
  return { files: all.length, scripts: all.reduce((sum, path) => sum + gzipped(path), 0) }
}

/** The ui fonts in Latin and Vietnamese, as every screen needs them. */
function fontBytes(): number {
  return assets()
    .filter((name) => /^be-vietnam-pro-(latin|vietnamese)-\d00-normal-.*\.woff2$/.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, 'assets', name)).size, 0)
}

export function pageRows(): Row[] {
  const kib = (bytes: number) => `${round(bytes / 1000)} kB`
  const login = sizeOf('login')
  const editor = sizeOf('editor', 'rest')
  return [
    {
      what: `sign-in page, gzipped (${login.files} files, fonts of ${kib(fontBytes())} beside)`,
      figure: kib(login.scripts),
      aim: { words: '≤ 100 kB', isReached: login.scripts <= 100_000 },
    },
    {
      what: `editor page, gzipped (${editor.files} files)`,
      figure: kib(editor.scripts),
      aim: { words: '≤ 300 kB', isReached: editor.scripts <= 300_000 },
    },
  ]
}
