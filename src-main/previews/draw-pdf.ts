import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { encodePng, most_pixels } from './pixels.ts'
import { CannotDraw, type Drawn } from './preview-messages.ts'

/** The bundle has the library's machine code beside it; the source finds it in the package. */
function codePath(): string {
  const beside = join(import.meta.dirname, 'pdfium.wasm')
  return existsSync(beside) ? beside : fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))
}

let library: Promise<PDFiumLibrary> | undefined

async function openLibrary(): Promise<PDFiumLibrary> {
  const code = await readFile(codePath())
  return PDFiumLibrary.init({ wasmBinary: code.buffer.slice(code.byteOffset, code.byteOffset + code.length) })
}

/** @throws CannotDraw */
export async function drawPdf(bytes: Buffer, page: number, width: number): Promise<Drawn> {
  library ??= openLibrary()
  const document = await (await library).loadDocument(bytes).catch((error: unknown) => {
    throw new CannotDraw(/password|security/i.test(String(error)) ? 'locked' : 'broken')
  })
  try {
    return { ...(await drawPage(document, page, width)), pages: document.getPageCount() }
  } finally {
    document.destroy()
  }
}

async function drawPage(document: PDFiumDocument, number: number, width: number) {
  if (number > document.getPageCount()) throw new CannotDraw('no-such-page')
  const page = document.getPage(number - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  if (!(originalWidth > 0 && originalHeight > 0)) throw new CannotDraw('broken')
  const fitting = Math.sqrt(most_pixels / (originalWidth * originalHeight))
  const scale = Math.min(width / originalWidth, fitting)
  const { data, ...size } = await page.render({ scale, render: 'bitmap' })
  return encodePng({ data: Buffer.from(data), ...size })
}
