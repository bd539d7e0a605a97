import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/**
 * antd writes its styles with the nonce it is given, but two helpers beneath it (the measure of a scroll bar, the lock
 * behind a dialog) forget it, and our content security policy refuses what they write. Here they find it by themselves.
 */
const nonceForHelperStyles: Plugin = {
  name: 'nonce-for-helper-styles',
  transform(code, id) {
    if (!id.endsWith('@rc-component/util/es/Dom/dynamicCSS.js')) return null
    const given = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }'
    if (!code.includes(given)) throw new Error('dynamicCSS.js sets its nonce in another way now')
    const found = "document.querySelector('meta[name=style-nonce]')?.content"
    return code.replace(given, `styleNode.nonce = csp?.nonce ?? ${found} ?? '';`)
  },
}

/** The machine code of the PDF library is read as a file, beside the bundle that reads it. */
const pdfiumBesideTheBundle: Plugin = {
  name: 'pdfium-beside-the-bundle',
  generateBundle() {
    const source = readFileSync(resolve('node_modules/@hyzyla/pdfium/dist/pdfium.wasm'))
    this.emitFile({ type: 'asset', fileName: 'pdfium.wasm', source })
  },
}

/**
 * Three bundles in out/, for the oldest runtime that they must run on: the Electron 33 of the tests (Node 20.18,
 * Chromium 130). Only what package.json calls a dependency stays outside: better-sqlite3 with its addon.
 */
export default defineConfig({
  main: {
    plugins: [pdfiumBesideTheBundle],
    build: {
      target: 'node20.18',
      sourcemap: false,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: resolve('src-main/main.ts'),
          'excel-process': resolve('src-main/excel/excel-process.ts'),
          'preview-process': resolve('src-main/previews/preview-process.ts'),
          'aside-worker': resolve('src-main/database/aside-worker.ts'),
        },
        // Chunks lie beside the entry, so that a path from import.meta.dirname is the same in all of them.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
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
    plugins: [react(), nonceForHelperStyles],
    build: {
      outDir: resolve('out/renderer'),
      target: 'chrome130',
      sourcemap: false,
      // Reading and parsing the page's scripts is the larger part of start-up after Chromium's own.
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: resolve('src-renderer/index.html'), print: resolve('src-renderer/print.html') },
      },
    },
  },
})
