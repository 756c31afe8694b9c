// Makes a fresh clone ready: installs what the lock file names, builds what the sources say. Node only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Whoever calls may run under another one; what is built is always what is served.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed; what it printed is above`)
  }
}

/** Does `work` unless the stamp says that it was done for these very files. */
function once(stampFile, paths, work) {
  const wanted = digest(paths)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  work()
  mkdirSync(join(stampFile, '..'), { recursive: true })
  writeFileSync(stampFile, wanted)
}

/** Runs `npm ci` when the lock file is not the one that was installed. */
export function install() {
  once(join(root, 'node_modules/.banthao-installed'), [join(root, 'package-lock.json')], () =>
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']),
  )
}

/** Files that gain by it, once at the build instead of at every request; browsers take br only over https. */
function compress() {
  for (const path of filesBelow(join(root, 'dist/client/assets'))) {
    if (!/\.(js|css|svg)$/.test(path)) continue
    const bytes = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(bytes))
  }
}

/** Installs, then builds client and server when a source has changed since the last build. */
export function build() {
  install()
  const sources = ['client', 'server', 'shared'].flatMap((name) => [
    ...filesBelow(join(root, name)),
  ])
  const inputs = [...sources.sort(), join(root, 'vite.config.ts'), join(root, 'package-lock.json')]
  once(join(root, 'dist/.banthao-built'), inputs, () => {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    run(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'])
    compress()
  })
}
