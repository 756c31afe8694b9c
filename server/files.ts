// Serves the built browser program: hashed files for ever, the page itself always fresh.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { App } from './app'

/** Every address that is not the API's or a file's is a screen of the one page. */
export function serveFiles(app: App, folder: string): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, context) =>
        context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/icon.svg', serveStatic({ root: folder }))
  app.get('*', (context) => {
    // A missing file must not come back as a page with status 200.
    if (context.req.path.startsWith('/assets/')) return context.notFound()
    return context.html(page, 200, { 'cache-control': 'no-cache' })
  })
}
