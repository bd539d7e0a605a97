import type { PostDifference } from '../../src-shared/backup-posts.ts'
import { longDate } from '../../src-shared/dates.ts'
import { listAdjustments } from '../backup-posts/list-adjustments.ts'
import { type PublishedTable, publicationTable } from '../backup-posts/publications.ts'
import type { PublishedHolder, PublishedPost } from '../backup-posts/published-posts.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

const aOf = ({ holders }: PublishedPost) => holders.find(({ role }) => role === 'A')
const everyB = ({ holders }: PublishedPost, of: (holder: PublishedHolder) => string) =>
  holders
    .filter(({ role }) => role === 'B')
    .map(of)
    .join('\n')

function columnsOf(changed: ReadonlyMap<number, string>): readonly ReportColumn<PublishedPost>[] {
  return [
    { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
    { header: '组别', align: 'center', merge_equal: true, value: (post) => post.group_name },
    { header: '职责编号', align: 'center', value: (post) => post.number },
    { header: '主要职责', value: (post) => post.content },
    { header: 'A岗责任人', align: 'center', value: (post) => aOf(post)?.name ?? '' },
    { header: '职务', align: 'center', value: (post) => aOf(post)?.post ?? '' },
    { header: '联系电话', align: 'center', value: (post) => aOf(post)?.phone ?? '' },
    {
      header: 'B岗责任人',
      align: 'center',
      value: (post) => everyB(post, ({ name }) => name),
    },
    { header: '职务', align: 'center', value: (post) => everyB(post, ({ post: title }) => title) },
    { header: '联系电话', align: 'center', value: (post) => everyB(post, ({ phone }) => phone) },
    { header: '较上次变化', align: 'center', value: (post) => changed.get(post.duty_id) ?? '' },
    { header: '不设B岗的理由', value: (post) => post.no_b_reason },
  ]
}

/** AB岗公布表: as it was published, or as it would be today, with what has changed since the one before. */
export const postPublication: Report = async (question) => {
  const { db, today, publication_id } = question
  const table = await publicationTable(db, today, publication_id)
  const changed = new Map(
    table.differences.map((difference) => [difference.duty_id, changeWords(difference)]),
  )
  const draft = table.publication === null ? '（送审稿）' : ''
  return paperOf(question, {
    title: `${whoseReport(question)}AB岗公布表${draft}`,
    middle: `${longDate(table.as_of)}　共${table.posts.length}项职责`,
    file_name: `${whoseReport(question)}AB岗公布表${draft}（${table.as_of.replaceAll('-', '.')}）`,
    sheet_name: 'AB岗公布表',
    widths: [5, 9, 11, 29, 10, 13, 13, 10, 13, 13, 12, 12],
    tables: [tableOf(columnsOf(changed), table.posts, { empty_text: '还没有登记职责。' })],
    notes: await notesOf(question.db, table),
  })
}

function changeWords({ kind, before, after }: PostDifference): string {
  if (kind !== 'changed') return '新增'
  const is_a_other = before.a?.staff_id !== after.a?.staff_id
  const ids = ({ bs }: PostDifference['before']) => bs.map(({ staff_id }) => staff_id).join()
  const parts = [...(is_a_other ? ['A岗'] : []), ...(ids(before) === ids(after) ? [] : ['B岗'])]
  return `${parts.join('、')}调整`
}

/** Which pairs changed since the last publication, why and by whose approval. */
async function notesOf(db: Parameters<Report>[0]['db'], table: PublishedTable): Promise<string[]> {
  const { last, as_of, differences, publication } = table
  const approved = publication?.approver ? [`批准公布：${publication.approver}`] : []
  const note = publication?.note ? [publication.note] : []
  if (last === null) return [...approved, '首次公布。', ...note]
  const count = (kind: PostDifference['kind']) => differences.filter((one) => one.kind === kind).length
  const counts = `调整${count('changed')}项，新增${count('new')}项，取消${count('gone')}项`
  const adjustments = await listAdjustments(db, { from_on: last.as_of, to_on: as_of })
  const lines = differences.map((difference) => {
    const why = adjustments.find((adjustment) =>
      adjustment.lines.some(({ duty_id }) => duty_id === difference.duty_id),
    )
    const words = [why?.reason, why?.approver ? `${why.approver}批准` : ''].filter(Boolean).join('，')
    return `${difference.number}　${differenceWords(difference)}${words === '' ? '' : `（${words}）`}`
  })
  return [...approved, `较上次公布（${longDate(last.as_of)}）：${counts}。`, ...lines, ...note]
}

function differenceWords({ kind, before, after }: PostDifference): string {
  const names = ({ a, bs }: PostDifference['before']) =>
    `A岗${a?.name ?? '无'}、B岗${bs.map(({ name }) => name).join('、') || '无'}`
  if (kind === 'new') return `新增职责：${names(after)}`
  if (kind === 'gone') return `职责取消，原${names(before)}`
  return `${names(before)} → ${names(after)}`
}
