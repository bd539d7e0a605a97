/// <reference path="./exceljs-document.d.ts" />
import type { Workbook } from 'exceljs'
import { addCellRules, addLists } from './cell-rules.ts'
import { saveFile } from './save-file.ts'
import { SheetNames } from './sheet-names.ts'
import { normalFontXml } from './style-sheet.ts'
import type { WorkbookToWrite } from './workbook.ts'
import { isBulk, writeBulk } from './write-bulk.ts'
import { writeSheet } from './write-sheet.ts'

/** Writes a new workbook in the official layout; the number of bytes. An older file of that name is replaced whole. */
export async function writeWorkbook(path: string, plan: WorkbookToWrite): Promise<number> {
  if (isBulk(plan)) return await writeBulk(path, plan)
  // Loaded with the first export: it takes longer to load than a weekly report to write.
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js')
  const book = new Workbook()
  book.creator = '履职台账'
  book.lastModifiedBy = '履职台账'
  const names = new SheetNames()
  for (const sheet of plan.sheets) addCellRules(writeSheet(book, names.take(sheet.name), sheet), sheet, plan)
  addLists(book, plan)
  setNormalFont(book)
  const bytes = await book.xlsx.writeBuffer()
  return await saveFile(path, Buffer.from(bytes))
}

/** ExcelJS counts columns by Calibri and has no word for another font; its list of fonts is there once a book is prepared. */
function setNormalFont(book: Workbook): void {
  const writer = book.xlsx as unknown as {
    prepareModel(model: { styles: { model: { fonts: string[] } } }, options: unknown): void
  }
  const prepare = writer.prepareModel.bind(writer)
  writer.prepareModel = (model, options) => {
    prepare(model, options)
    model.styles.model.fonts[0] = normalFontXml
  }
}
