/** The part of ExcelJS that builds a book in memory. Its main file also loads zip readers that we have no use for. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs'
  export default Workbook
}
