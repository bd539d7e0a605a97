import { Select, type TableColumnsType } from 'antd'
import type { StandInDetail, StandInYear } from '../../src-shared/absences.ts'
import { yearOf } from '../../src-shared/dates.ts'
import { daysText, spanText } from '../../src-shared/half-days.ts'
import { byText } from '../components/by-text.ts'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { yearChoices } from './absence-words.ts'
import './absences.css'
import { PrintButton } from './print-button.tsx'
import { RegisterButton } from './register-button.tsx'

/** 顶岗统计: what each person did in the place of others in a year, for the assessment. */
export function StandInsScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <StandInsOn today={today} />}</Faces>
}

function StandInsOn({ today }: { today: string }) {
  const [year_param, setYear] = useParam('year')
  const [open_param, setOpen] = useParam('open')
  const year = year_param === '' ? yearOf(today) : Number(year_param)
  const answer = useAnswer('absences.year', { year })
  return (
    <Page
      title="离岗顶岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value, year) : '　'}
      actions={
        <>
          <PrintButton request={{ paper: 'stand_ins', year }}>导出统计表…</PrintButton>
          <RegisterButton />
        </>
      }
    >
      <div className="bar">
        <Select
          aria-label="年度"
          options={yearChoices(yearOf(today)).slice(1)}
          value={year}
          onChange={(next) => setYear(next === yearOf(today) ? null : next)}
          style={{ width: 110 }}
        />
        <span className="quiet">天数只计工作日，同一时间顶几项职责只计一次；统计到现在为止。</span>
      </div>
      <Faces answer={answer}>
        {(people) => {
          const opened = people.find(({ staff_id }) => String(staff_id) === open_param)
          return (
            <div className="list-area">
              <DataTable<StandInYear>
                label="顶岗统计"
                columns={columns}
                rows={people}
                key_of={(person) => person.staff_id}
                open_key={opened?.staff_id ?? null}
                onOpen={(person) => setOpen(person.staff_id)}
                min_width={760}
                empty="这一年还没有人顶岗。"
              />
              {opened !== undefined && <Details person={opened} onClose={() => setOpen(null)} />}
            </div>
          )
        }}
      </Faces>
    </Page>
  )
}

function subtitleOf(people: StandInYear[], year: number): string {
  const occasions = people.reduce((sum, person) => sum + person.occasions, 0)
  const actions = people.reduce((sum, person) => sum + person.actions, 0)
  return `${year}年 · ${people.length} 人顶岗，共 ${occasions} 人次，办理 ${actions} 件次`
}

const columns: TableColumnsType<StandInYear> = [
  { title: '姓名', dataIndex: 'name', width: 110, sorter: byText((person) => person.name) },
  { title: '组别', dataIndex: 'group_name', width: 200 },
  count('顶岗次数', 'occasions'),
  count('涉及职责', 'duties'),
  {
    title: '顶岗天数',
    dataIndex: 'halves',
    width: 120,
    align: 'right',
    sorter: (one, other) => one.halves - other.halves,
    render: daysText,
  },
  count('办理件次', 'actions'),
  count('其中办结', 'finished'),
]

function count(
  title: string,
  field: 'occasions' | 'duties' | 'actions' | 'finished',
): TableColumnsType<StandInYear>[number] {
  return {
    title,
    dataIndex: field,
    width: 120,
    align: 'right',
    sorter: (one, other) => one[field] - other[field],
  }
}

function Details({ person, onClose }: { person: StandInYear; onClose: () => void }) {
  return (
    <RecordPanel title={`${person.name}　逐次顶岗`} label={`顶岗 ${person.name}`} onClose={onClose}>
      <ul className="stand-in-details">
        {person.details.map((detail) => (
          <Detail key={detail.absence_id} detail={detail} />
        ))}
      </ul>
    </RecordPanel>
  )
}

function Detail({ detail }: { detail: StandInDetail }) {
  const { for_name, kind, duties, halves, actions, finished } = detail
  return (
    <li>
      <div>
        替 <strong>{for_name}</strong>（{kind}）　{spanText(detail)}
      </div>
      <div className="quiet">
        {duties} 项职责，{daysText(halves)}；办理 {actions} 件次，办结 {finished} 件
      </div>
    </li>
  )
}
