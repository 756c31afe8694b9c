// Builds the browser's program and the server, and runs the tests.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const here = import.meta.dirname

// `vitest run --mode fault` runs the long fault injection instead of the tests.
export default defineConfig(({ mode }) => ({
  root: resolve(here, 'client'),
  plugins: [react()],
  // The editor's chunk is what it is; its gzipped size is watched by `npm run bench`.
  build: { target: 'chrome109', emptyOutDir: true, chunkSizeWarningLimit: 700 },
  environments: {
    client: { build: { outDir: resolve(here, 'dist/client') } },
    ssr: {
      build: {
        ssr: true,
        target: 'node20',
        outDir: resolve(here, 'dist/server'),
        rolldownOptions: {
          input: {
            main: resolve(here, 'server/main.ts'),
            'copy-worker': resolve(here, 'server/rooms/copy-worker.ts'),
            'merge-worker': resolve(here, 'server/rooms/merge-worker.ts'),
            'paper-worker': resolve(here, 'server/papers/paper-worker.ts'),
            'picture-process': resolve(here, 'server/pictures/picture-process.ts'),
            'word-worker': resolve(here, 'server/word/word-worker.ts'),
          },
          // Whoever starts a worker looks for it beside its own file, in whichever chunk that is.
          output: { chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'ssr']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  server: {
    port: 5173,
    // The host is passed on as it is: the server compares it with the page's origin.
    proxy: {
      '^/(api|sync|live)/': { target: 'http://127.0.0.1:3000', ws: true, changeOrigin: false },
    },
  },
  test: {
    root: here,
    globalSetup: [resolve(here, 'tests/kit/sample-folder.ts')],
    setupFiles: [resolve(here, 'tests/kit/one-seed.ts')],
    include: mode === 'fault' ? ['tests/fault/*.fault.ts'] : ['tests/**/*.test.ts'],
    // Pictures need poppler and LibreOffice, which the gate installs: `PICTURES=1 npm test`.
    exclude: process.env.PICTURES ? [] : ['tests/pictures/**'],
    // What is awaited comes when it comes; a second is a matter of speed.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
}))
