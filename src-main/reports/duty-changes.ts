import { changedWords, type Piece } from '../../src-shared/changed-words.ts'
import {
  change_kind_words,
  type DutyChange,
  type VersionComparison,
  type VersionRow,
  type VersionSide,
} from '../../src-shared/duty-versions.ts'
import { compareVersions, listVersions } from '../duties/duty-versions.ts'
import { listStaff } from '../staff/list-staff.ts'
import {
  paperOf,
  type Report,
  type ReportColumn,
  type ReportQuestion,
  tableOf,
  whoseReport,
} from './report.ts'

/** Paper has no colours: what differs stands in 【】. */
function marked(pieces: readonly Piece[]): string {
  return pieces.map(({ text, is_changed }) => (is_changed ? `【${text}】` : text)).join('')
}

function sideOf({ before, after, differences }: DutyChange, side: 'before' | 'after'): string {
  const row = side === 'before' ? before : after
  if (row === null) return '—'
  if (differences.length === 0) return wholeDuty(row)
  return differences
    .map((field) => {
      const [old, now] = changedWords(field.before, field.after)
      return `${field.label}：${marked(side === 'before' ? old : now) || '（无）'}`
    })
    .join('\n')
}

function wholeDuty({ content, a_name, b_names }: VersionRow): string {
  return `${content}\nA岗：${a_name || '无'}　B岗：${b_names || '无'}`
}

const columns: readonly ReportColumn<DutyChange>[] = [
  { header: '组别', align: 'center', merge_equal: true, value: ({ group_name }) => group_name },
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', value: ({ number }) => number },
  { header: '职责内容', value: ({ content }) => content },
  {
    header: '调整方式',
    align: 'center',
    value: ({ kinds }) => kinds.map((kind) => change_kind_words[kind]).join('\n'),
  },
  { header: '调整前', value: (change) => sideOf(change, 'before') },
  { header: '调整后', value: (change) => sideOf(change, 'after') },
  { header: '调整理由', value: () => '' },
  { header: '审议意见', value: () => '' },
]

/** 职责调整对照表: what is added, dropped, moved and reworded between two versions, for the meeting to decide on. */
export const dutyChanges: Report = async (question) => {
  const comparison = await comparisonFor(question)
  const title = `${whoseReport(question)}职责调整对照表`
  const sides = comparison === null ? '' : `（${comparison.from.name}—${comparison.to.name}）`
  const empty_text = comparison === null ? '还没有定版，没有可以对照的内容。' : '两份清单完全相同。'
  return paperOf(question, {
    title: `${title}${sides}`,
    file_name: `${title}${sides}`,
    sheet_name: '职责调整对照表',
    widths: [9, 5, 11, 26, 9, 34, 34, 14, 12],
    tables: [tableOf(columns, comparison?.changes ?? [], { empty_text })],
    ...(comparison === null ? {} : { middle: kindsIn(comparison), notes: [noteOn(comparison)] }),
  })
}

function kindsIn({ changes }: VersionComparison): string {
  const count = (kind: DutyChange['kinds'][number]) =>
    changes.filter(({ kinds }) => kinds.includes(kind)).length
  return (['added', 'removed', 'moved', 'reworded'] as const)
    .map((kind) => `${change_kind_words[kind]}${count(kind)}项`)
    .join('，')
}

function noteOn({ from, to }: VersionComparison): string {
  const side = ({ name, as_of, people, duties }: VersionSide) =>
    `（${name}，截至${as_of}）${people}人${duties}项`
  return `注：调整前${side(from)}；调整后${side(to)}。【】内为变动的文字。`
}

/** The newest version against today, unless others were chosen; null before anything was frozen. */
async function comparisonFor(question: ReportQuestion): Promise<VersionComparison | null> {
  const { db, today, from_id, to_id, group_name } = question
  const chosen = from_id ?? (await listVersions(db))[0]?.id
  if (chosen === undefined) return null
  const people = await listStaff(db, today, false)
  const comparison = await compareVersions(db, today, { from_id: chosen, to_id }, people.length)
  if (group_name === '') return comparison
  return { ...comparison, changes: comparison.changes.filter((change) => change.group_name === group_name) }
}
