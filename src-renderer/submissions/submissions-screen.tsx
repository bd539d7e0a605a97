import { Button, Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { Submission } from '../../src-shared/submissions.ts'
import { way_words } from '../../src-shared/submissions.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { FileDoor } from '../components/file-door.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { ComparisonPage } from './comparison-page.tsx'
import { RecordDialog, type Recorded } from './record-dialog.tsx'
import { SubmissionPanel } from './submission-panel.tsx'
import './submissions.css'
import { useRecorded } from './use-recorded.ts'

/** 上报记录: what was handed upward, newest first, each with its very file. */
export function SubmissionsScreen() {
  const answer = useAnswer('submissions.list', {})
  const [text, setText] = useParam('text')
  const [title, setTitle] = useParam('title')
  const [open, setOpen] = useParam('open')
  const [compare, setCompare] = useParam('compare')
  const exported = useRecorded()
  const [chosen, setChosen] = useState<Recorded | null>(null)
  const all = answer.state === 'ready' ? answer.value : empty
  const rows = useMemo(() => all.filter((row) => isWanted(row, text, title)), [all, text, title])
  const titles = [...new Set(all.map((row) => row.title))]
  const opened = all.find(({ id }) => id === Number(open))
  const compared = all.find(({ id }) => id === Number(compare))
  if (compared) return <ComparisonPage submission={compared} onClose={() => setCompare(null)} />

  const wanted = exported.recorded ?? chosen
  const onClose = () => {
    exported.clear()
    setChosen(null)
  }
  return (
    <Page
      title="统计上报"
      is_fixed
      subtitle="报出去的每一份都留存原件：报给谁、哪一期、什么时候，以后还能和现在的数据对比。"
      actions={<Button onClick={() => go(routeTo('reports'))}>去导出报表</Button>}
    >
      <div className="bar">
        <TextFilter
          label="查找上报记录"
          placeholder="报表、期间、上级单位、说明"
          value={text}
          onChange={setText}
        />
        <Select
          aria-label="报表"
          placeholder="全部报表"
          allowClear
          style={{ width: 240 }}
          value={title === '' ? null : title}
          options={titles.map((value) => ({ value, label: value }))}
          onChange={(value: string | null) => setTitle(value ?? null)}
        />
        <span className="bar-fill" />
        <FileDoor
          verb="登记已报的文件"
          kind="any"
          drop_words="放开后登记为上报件"
          onFiles={([file]) => file && setChosen({ file, request: null, replaces: null })}
        />
      </div>
      <Faces
        answer={answer}
        empty={(list) =>
          list.length === 0 ? (
            <EmptyHint title="还没有上报记录">
              导出报表后点“登记上报”，或把已经报出的文件拖到这里。文件原样留存，只能作废或补报，不能修改。
            </EmptyHint>
          ) : null
        }
      >
        {() => (
          <>
            <DataTable
              label="上报记录"
              columns={columns}
              rows={rows}
              key_of={(row) => row.id}
              row_class={(row) => (row.voided_on === null ? '' : 'is-void')}
              open_key={opened ? opened.id : null}
              onOpen={(row) => setOpen(row.id)}
              min_width={980}
            />
            <TableFoot keys={keys}>列出 {rows.length} 份</TableFoot>
          </>
        )}
      </Faces>
      {opened && (
        <SubmissionPanel
          submission={opened}
          onCompare={() => setCompare(opened.id)}
          onReplace={(file) => setChosen({ file, request: null, replaces: opened })}
          onClose={() => setOpen(null)}
        />
      )}
      {wanted !== null && <RecordDialog recorded={wanted} known={all} onClose={onClose} />}
    </Page>
  )
}

const empty: Submission[] = []
const keys = [
  ['↑↓', '移动'],
  ['回车', '查看'],
] as const

function isWanted(row: Submission, text: string, title: string): boolean {
  if (title !== '' && row.title !== title) return false
  const words = [row.title, row.period, row.sent_to, row.note, row.file_name].join(' ').toLowerCase()
  return words.includes(text.trim().toLowerCase())
}

function stateOf({ voided_on, replaced_by_id, replaces_id }: Submission): string {
  if (voided_on !== null) return '已作废'
  if (replaced_by_id !== null) return '已补报'
  return replaces_id === null ? '在用' : '补报件'
}

const columns: TableColumnsType<Submission> = [
  { title: '上报日期', dataIndex: 'sent_on', width: 110, className: 'number' },
  { title: '报表', dataIndex: 'title', render: (words: string) => <div className="two-lines">{words}</div> },
  { title: '期间', dataIndex: 'period', width: 130 },
  { title: '报送单位', dataIndex: 'sent_to', width: 150 },
  { title: '方式', dataIndex: 'way', width: 110, render: (way: Submission['way']) => way_words[way] },
  {
    title: '文件',
    dataIndex: 'file_name',
    width: 260,
    render: (name: string) => <span className="cut">{name}</span>,
  },
  { title: '状态', key: 'state', width: 80, render: (_, row) => stateOf(row) },
]
