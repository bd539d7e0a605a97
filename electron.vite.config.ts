import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Three bundles in out/, for the oldest runtime that they must run on: the Electron 33 of the tests (Node 20.18,
 * Chromium 130). Only what package.json calls a dependency stays outside: better-sqlite3 with its addon.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      sourcemap: false,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: resolve('src-main/main.ts'),
          'excel-process': resolve('src-main/excel/excel-process.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    base: '/',
    plugins: [react()],
    build: {
      outDir: resolve('out/renderer'),
      target: 'chrome130',
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve('src-renderer/index.html') },
    },
  },
})
