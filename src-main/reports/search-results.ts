import { retentionWords } from '../../src-shared/retention.ts'
import { type FoundRow, SearchFilter, search_kind_words } from '../../src-shared/search.ts'
import type { Db } from '../database/tables.ts'
import { bulk_rows } from '../excel/workbook.ts'
import { searchCounts, searchPage } from '../search/search-page.ts'
import { pagesOf, paperOf, type Report, type ReportColumn, tableOf } from './report.ts'

const columns: readonly ReportColumn<FoundRow>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '种类', align: 'center', value: (row) => search_kind_words[row.kind] },
  { header: '编号', align: 'center', value: (row) => row.number },
  { header: '内容', value: (row) => row.title },
  { header: '责任人', align: 'center', value: (row) => row.staff_name },
  { header: '类别', align: 'center', value: (row) => row.category_name },
  { header: '组别', align: 'center', value: (row) => row.group_name },
  { header: '日期', kind: 'date', align: 'center', value: (row) => row.day },
  { header: '状态', align: 'center', value: (row) => row.state },
  { header: '查到的地方', value: (row) => row.passage },
]

/** A page takes about 20 ms: the desk stays quick meanwhile. */
const page_rows = 1000

/** 查找结果清单: all that answers to a question of the result page, in its order. */
export const searchResults: Report = async (question) => {
  const { db, today } = question
  const filter = question.search ?? SearchFilter.parse({})
  const { kinds } = await searchCounts(db, today, filter)
  const count = Object.entries(kinds).reduce(
    (sum, [kind, found]) => (filter.kind === null || filter.kind === kind ? sum + found : sum),
    0,
  )
  const next = async (last: FoundRow | undefined) =>
    (await searchPage(db, today, filter, last ?? null, page_rows)).rows
  const is_long = count >= bulk_rows
  const rows = is_long ? [] : (await searchPage(db, today, filter, null, bulk_rows)).rows
  const asked = await wordsOf(db, filter)
  const paper = paperOf(question, {
    title: asked === '' ? '查找结果清单' : `查找结果清单（${asked}）`,
    middle: `共${count}条`,
    file_name: `查找结果清单（${asked === '' ? today.replaceAll('-', '.') : asked}）`,
    sheet_name: '查找结果',
    widths: [5, 7, 16, 34, 9, 10, 10, 11, 10, 24],
    tables: [tableOf(columns, rows, { empty_text: '没有找到。' })],
  })
  return is_long ? { ...paper, rows: count, pages: pagesOf(columns, next) } : paper
}

/** The question as it is said above the list: `“党费”，归档，2026年，党建`. */
async function wordsOf(db: Db, filter: SearchFilter): Promise<string> {
  const { text, kind, year, from_on, to_on, category_id, group_id, staff_id, retention } = filter
  const nameIn = async (table: 'categories' | 'groups' | 'staff', id: number | null) =>
    id === null ? undefined : db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst()
  const names = [
    await nameIn('categories', category_id),
    await nameIn('groups', group_id),
    await nameIn('staff', staff_id),
  ]
  return [
    text === '' ? '' : `“${text}”`,
    kind === null ? '' : search_kind_words[kind],
    year === null ? '' : `${year}年`,
    from_on === null && to_on === null ? '' : `${from_on ?? ''}至${to_on ?? '今'}`,
    ...names.map((row) => row?.name ?? ''),
    retention === null ? '' : retentionWords(retention),
  ]
    .filter(Boolean)
    .join('，')
}
