import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertWithLibreOffice } from '../libreoffice.ts'
import type { GoodBook } from './good-book.ts'
import { asFixture } from './write-with-libraries.ts'

/** Debian's python; another one may be first on the path. */
const python = '/usr/bin/python3'

export function hasPython(library: 'openpyxl' | 'xlsxwriter'): boolean {
  return spawnSync(python, ['-c', `import ${library}`]).status === 0
}

/** Paths of the books, in their order. */
export function withPython(
  library: 'openpyxl' | 'xlsxwriter',
  books: readonly GoodBook[],
  folder: string,
): string[] {
  mkdirSync(folder, { recursive: true })
  const paths = books.map(({ name }) => join(folder, `${name}.xlsx`))
  const script = join(import.meta.dirname, 'write-with-python.py')
  const input = JSON.stringify(books.map((book, index) => [paths[index], book]))
  const { status, stderr } = spawnSync(python, [script, library], { input })
  if (status !== 0) throw new Error(`${library} failed: ${stderr}`)
  return paths
}

/** LibreOffice takes them from our fixtures and writes them anew. */
export function withLibreOffice(format: string, books: readonly GoodBook[], folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  const paths = books.map((book) => {
    const path = join(folder, `${book.name}.xlsx`)
    writeFileSync(path, asFixture(book, 'yyyy-mm-dd'))
    return path
  })
  return convertWithLibreOffice(paths, format)
}
