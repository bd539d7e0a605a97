import type { ArchiveEntry } from '../../src-shared/archive.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { selectNamedEntries } from '../archive/archive-entries.ts'
import { withDetails } from '../archive/entry-details.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { periodOf } from './form-period.ts'
import { sourceOf } from './form-source.ts'

/** 办结归档: what was archived within the period, oldest first. */
export const archive = sourceOf<'archive', ArchiveEntry>(
  /归档|办结|档案|移交/,
  {
    number: { words: ['事项编号', '编号', '归档号', '档号', '件号'], value: ({ number }) => number },
    group: {
      words: ['组别', '部门', '科室', '处室', '责任部门', '立卷部门', '归档部门'],
      value: ({ group_name }) => group_name,
    },
    category: {
      words: ['类别', '分类', '事项类别', '档案类别'],
      value: ({ category_name }) => category_name,
    },
    title: {
      words: ['事项', '事项名称', '题名', '工作事项', '办结事项', '归档事项', '案卷题名', '文件题名', '名称'],
      value: ({ title }) => title,
    },
    staff: {
      words: ['责任人', '责任者', '承办人', '经办人', '负责人'],
      value: ({ staff_name }) => staff_name,
    },
    finished_on: {
      words: ['完成时间', '办结时间', '完成日期', '办结日期', '办结时限'],
      value: ({ finished_on }) => finished_on,
    },
    signed_off_on: { words: ['销号时间', '销号日期'], value: ({ signed_off_on }) => signed_off_on },
    signed_off_by: { words: ['销号人'], value: ({ signed_off_by }) => signed_off_by },
    archived_on: {
      words: ['归档时间', '归档日期', '移交时间', '移交日期'],
      value: ({ archived_on }) => archived_on,
    },
    archived_by: { words: ['归档人', '移交人', '立卷人'], value: ({ archived_by }) => archived_by },
    retention: { words: ['保管期限', '期限'], value: ({ retention }) => retentionWords(retention) },
    location: { words: ['存放位置', '存放地点', '柜号', '位置'], value: ({ location }) => location },
    materials: {
      words: ['归档材料', '材料', '材料清单', '材料名称', '佐证材料', '文件材料'],
      value: ({ materials }) => materials,
    },
    remark: { words: ['备注', '说明'], value: ({ remark }) => remark },
  },
  async ({ db, on, period, group_id, category_id }) => {
    const { first, last } = periodOf(period, on, await holidayTable(db))
    const entries = await selectNamedEntries(db)
      .where('e.archived_on', '>=', first)
      .where('e.archived_on', '<=', last)
      .$if(group_id !== null, (entries) => entries.where('m.group_id', '=', group_id))
      .$if(category_id !== null, (entries) => entries.where('m.category_id', '=', category_id))
      .orderBy('e.id')
      .limit(most_rows + 1)
      .execute()
    return withDetails(db, entries)
  },
)

/** More than a form is ever asked to hold: filling refuses it. */
export const most_rows = 5000
