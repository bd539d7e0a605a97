import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWorkbook } from '../../src-main/excel/read-workbook.ts'
import type { ReadCell, ReadWorkbook } from '../../src-main/excel/workbook.ts'
import { tempFolder } from './temp-folder.ts'

export function saveBytes(bytes: Buffer, name = '周报.xlsx'): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, bytes)
  return path
}

export async function readBytes(bytes: Buffer, name?: string): Promise<ReadWorkbook> {
  return await readWorkbook(saveBytes(bytes, name))
}

/** The cells of the first sheet, by address. */
export async function cellsOf(bytes: Buffer): Promise<Record<string, Omit<ReadCell, 'address' | 'column'>>> {
  const { sheets } = await readBytes(bytes)
  const cells = sheets[0]?.rows.flatMap((row) => row.cells) ?? []
  return Object.fromEntries(cells.map(({ address, column: _, ...cell }) => [address, cell]))
}
