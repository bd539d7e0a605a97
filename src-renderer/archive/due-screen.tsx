import { Button, Form, Input, InputNumber, Radio, Select, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { Appraisal, DueThing } from '../../src-shared/archive-care.ts'
import { yearOf } from '../../src-shared/dates.ts'
import { type Retention, retentionWords } from '../../src-shared/retention.ts'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { no_lists, termOptions } from '../components/filing-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import './archive.css'

/** 到期鉴定: what reached the end of its term, year by year, and what was decided. */
export function DueScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <DueOfYear this_year={yearOf(today)} />}</Faces>
}

function DueOfYear({ this_year }: { this_year: number }) {
  const [asked, setYear] = useParam('year')
  const year = asked === '' ? this_year : Number(asked)
  const answer = useAnswer('archive.due', { year })
  const [chosen, setChosen] = useState<string[]>([])
  const [is_open, setOpen] = useState(false)
  const rows = answer.state === 'ready' ? answer.value.rows : none
  const ticked = rows.filter((row) => chosen.includes(keyOf(row)) && row.appraisal === null)
  const waiting = rows.filter(({ appraisal }) => appraisal === null).length
  return (
    <Page
      title="办结归档"
      is_fixed
      subtitle={`${year}年到期鉴定：待鉴定 ${waiting} 件，已鉴定 ${rows.length - waiting} 件`}
      actions={
        <Button type="primary" disabled={ticked.length === 0} onClick={() => setOpen(true)}>
          登记鉴定结果{ticked.length > 0 ? `（${ticked.length}）` : ''}
        </Button>
      }
    >
      <div className="bar">
        <InputNumber
          aria-label="鉴定年度"
          min={1950}
          max={2199}
          precision={0}
          value={year}
          suffix="年"
          style={{ width: 120 }}
          onChange={(value) => setYear(value === this_year ? null : value)}
        />
        <span className="quiet">保管期限满（年度＋年数）的下一年起列入；永久的不列。</span>
      </div>
      <Faces answer={answer}>
        {() => (
          <>
            <DataTable<DueThing, string>
              label="到期鉴定"
              columns={columns}
              rows={rows}
              key_of={keyOf}
              selected={chosen}
              onSelect={setChosen}
              can_select={({ appraisal }) => appraisal === null}
              min_width={980}
              empty={`${year}年没有到期的归档文件。`}
            />
            <TableFoot keys={keys}>列出 {rows.length} 件</TableFoot>
          </>
        )}
      </Faces>
      {is_open && (
        <AppraisalDialog
          things={ticked}
          onClose={() => {
            setOpen(false)
            setChosen([])
          }}
        />
      )}
    </Page>
  )
}

const none: DueThing[] = []
const keys = [['空格', '勾选']] as const
const keyOf = ({ kind, id }: DueThing) => `${kind} ${id}`

const columns: TableColumnsType<DueThing> = [
  { title: '档号／编号', dataIndex: 'number', width: 210, className: 'number' },
  { title: '题名', dataIndex: 'title', render: (words: string) => <div className="two-lines">{words}</div> },
  { title: '年度', dataIndex: 'year', width: 70, className: 'number' },
  { title: '期限', dataIndex: 'retention', width: 70, render: retentionWords },
  {
    title: '到期',
    dataIndex: 'last_year',
    width: 90,
    className: 'number',
    render: (year: number) => `${year}年底`,
  },
  {
    title: '存放位置',
    dataIndex: 'place',
    width: 140,
    render: (words: string) => <span className="cut">{words}</span>,
  },
  {
    title: '鉴定结果',
    dataIndex: 'appraisal',
    width: 220,
    render: (appraisal: DueThing['appraisal']) =>
      appraisal === null ? (
        <span className="light light-amber">待鉴定</span>
      ) : (
        <>
          <div>{resultWords(appraisal)}</div>
          <div className="quiet small cut" title={appraisal.reason}>
            {appraisal.appraised_on} {appraisal.appraised_by} {appraisal.reason}
          </div>
        </>
      ),
  },
]

function resultWords({ result, new_retention }: NonNullable<DueThing['appraisal']>): string {
  if (result === 'destroy' || new_retention === null) return '同意销毁'
  return `延长到${retentionWords(new_retention)}`
}

interface AppraisalValues extends Omit<Appraisal, 'things'> {
  new_retention: Retention | null
}

function AppraisalDialog({ things, onClose }: { things: DueThing[]; onClose: () => void }) {
  const [form] = Form.useForm<AppraisalValues>()
  const lists = useValue('archive.lists', {}, no_lists)
  const { run, is_busy, problem } = useChange('archive.appraise')
  const result = Form.useWatch('result', form) ?? 'extended'
  const submit = async (values: AppraisalValues) => {
    const named = things.map(({ kind, id }) => ({ kind, id }))
    const saved = await run(
      { ...values, new_retention: values.new_retention ?? null, things: named },
      ({ appraised }) => `已登记 ${appraised} 件的鉴定结果`,
    )
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<AppraisalValues>
      title={`登记鉴定结果（${things.length} 件）`}
      verb="登记"
      form={form}
      initial={{ result: 'extended', new_retention: 'D30', approved_by: '', reason: '' }}
      is_busy={is_busy}
      problem={problem}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="结果" name="result">
        <Radio.Group
          options={[
            { value: 'extended', label: '仍有保存价值，延长保管期限' },
            { value: 'destroy', label: '没有保存价值，同意销毁' },
          ]}
        />
      </Form.Item>
      {result === 'extended' ? (
        <Form.Item label="延长到（从原年度算起）" name="new_retention">
          <Select options={termOptions(lists)} style={{ width: 160 }} />
        </Form.Item>
      ) : (
        <p className="quiet">这里只登记结论；纸质文件按销毁程序办理，电子文件和目录记录照样保留。</p>
      )}
      <Form.Item label="鉴定意见" name="reason" required>
        <Input placeholder="如：鉴定小组2027年3月会议意见" />
      </Form.Item>
      <Form.Item label="批准人" name="approved_by">
        <Input />
      </Form.Item>
    </FormDialog>
  )
}
