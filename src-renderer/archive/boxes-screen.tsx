import { Button, Form, Input, Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { ArchiveBox, BoxDraft } from '../../src-shared/archive-items.ts'
import { numberSpan } from '../../src-shared/archive-papers.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { DataTable } from '../components/data-table.tsx'
import { DateField } from '../components/date-field.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import './archive.css'
import { PapersButton } from './papers-button.tsx'
import { ShelfChecks } from './shelf-checks.tsx'

/** 档案盒: what lies in which box and where the box stands; counting the shelf against it. */
export function BoxesScreen() {
  const [asked, setYear] = useParam('year')
  const [opened, setOpened] = useState<ArchiveBox | null>(null)
  const answer = useAnswer('archive.boxes', { year: null })
  const all = answer.state === 'ready' ? answer.value : none
  const years = [...new Set(all.map(({ year }) => year))]
  const year = asked === '' ? null : Number(asked)
  const rows = useMemo(() => (year === null ? all : all.filter((box) => box.year === year)), [all, year])
  const printed = year ?? years[0]
  return (
    <Page
      title="办结归档"
      is_fixed
      subtitle={`共 ${all.length} 盒，${sum(all, 'items')} 件，${sum(all, 'pages')} 页`}
      actions={printed !== undefined && <PapersButton year={printed} place={null} />}
    >
      <div className="bar">
        <Select
          aria-label="盒的年度"
          placeholder="全部年度"
          allowClear
          style={{ width: 130 }}
          value={year}
          options={years.map((value) => ({ value, label: `${value}年` }))}
          onChange={(value: number | null) => setYear(value ?? null)}
        />
        <span className="bar-fill" />
        <ShelfChecks />
      </div>
      <Faces answer={answer} empty={(boxes) => (boxes.length === 0 ? <NoBoxes /> : null)}>
        {() => (
          <>
            <DataTable<ArchiveBox>
              label="档案盒"
              columns={columns}
              rows={rows}
              key_of={({ id }) => id}
              onOpen={setOpened}
              onEdit={setOpened}
              min_width={980}
            />
            <TableFoot keys={keys}>列出 {rows.length} 盒</TableFoot>
          </>
        )}
      </Faces>
      {opened !== null && <BoxDialog box={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

const none: ArchiveBox[] = []
const keys = [['回车', '登记位置和检查']] as const

function sum(boxes: readonly ArchiveBox[], field: 'items' | 'pages'): number {
  return boxes.reduce((total, box) => total + box[field], 0)
}

function NoBoxes() {
  return (
    <EmptyHint
      title="还没有装盒"
      actions={<Button onClick={() => go(routeTo('archive', { view: 'year' }))}>去年度整理</Button>}
    >
      归档文件编号以后，在“年度整理”里按件号顺序装盒，这里登记每盒放在哪里、谁整理、谁检查。
    </EmptyHint>
  )
}

const columns: TableColumnsType<ArchiveBox> = [
  { title: '年度', dataIndex: 'year', width: 70, className: 'number' },
  { title: '机构（问题）', dataIndex: 'organ_name', width: 140 },
  { title: '期限', dataIndex: 'retention', width: 70, render: retentionWords },
  { title: '盒号', dataIndex: 'box_number', width: 60, align: 'right', className: 'number' },
  { title: '起止件号', key: 'span', width: 120, className: 'number', render: (_, box) => numberSpan(box) },
  { title: '件数', dataIndex: 'items', width: 60, align: 'right', className: 'number' },
  { title: '页数', dataIndex: 'pages', width: 60, align: 'right', className: 'number' },
  { title: '盒脊', dataIndex: 'thickness', width: 80, render: (mm: number) => `${mm} 毫米` },
  {
    title: '存放位置',
    dataIndex: 'shelf',
    render: (words: string) => words || <span className="quiet">还没有登记</span>,
  },
  {
    title: '整理',
    key: 'arranged',
    width: 130,
    render: (_, box) => `${box.arranged_by} ${box.arranged_on ?? ''}`,
  },
  {
    title: '检查',
    key: 'checked',
    width: 130,
    render: (_, { checked_by, checked_on }) =>
      checked_by === '' ? <span className="quiet">未检查</span> : `${checked_by} ${checked_on ?? ''}`,
  },
]

function BoxDialog({ box, onClose }: { box: ArchiveBox; onClose: () => void }) {
  const [form] = Form.useForm<BoxDraft>()
  const { run, is_busy, problem } = useChange('archive.saveBox')
  const { thickness, shelf, note, arranged_by, arranged_on, checked_by, checked_on } = box
  const submit = async (draft: BoxDraft) => {
    if ((await run({ id: box.id, draft }, '已保存')) !== undefined) onClose()
  }
  return (
    <FormDialog<BoxDraft>
      title={`${box.year}年 ${box.organ_name} ${retentionWords(box.retention)} 第 ${box.box_number} 盒`}
      verb="保存"
      form={form}
      initial={{ thickness, shelf, note, arranged_by, arranged_on, checked_by, checked_on }}
      is_busy={is_busy}
      problem={problem}
      width={560}
      onSubmit={submit}
      onClose={onClose}
      more_actions={
        <button
          type="button"
          className="cell-button"
          onClick={() => go(routeTo('archive', { view: 'year', year: box.year, part: 'items' }))}
        >
          看盒内各件
        </button>
      }
    >
      <div className="form-row">
        <Form.Item label="存放位置（柜／格）" name="shelf">
          <Input placeholder="如：1号柜第3格" autoFocus />
        </Form.Item>
        <Form.Item label="盒脊厚度" name="thickness">
          <Select options={[20, 30, 40, 50].map((value) => ({ value, label: `${value} 毫米` }))} />
        </Form.Item>
      </div>
      <Form.Item label="盒内文件情况说明（印在备考表上）" name="note">
        <Input.TextArea rows={3} placeholder="如：第0007件缺附件原件，以复印件归档" />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="整理人" name="arranged_by">
          <Input />
        </Form.Item>
        <Form.Item label="整理日期" name="arranged_on">
          <DateField />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="检查人" name="checked_by">
          <Input />
        </Form.Item>
        <Form.Item label="检查日期" name="checked_on">
          <DateField />
        </Form.Item>
      </div>
    </FormDialog>
  )
}
