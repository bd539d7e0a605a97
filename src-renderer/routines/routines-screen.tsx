import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented, Space } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { yearOf } from '../../src-shared/dates.ts'
import type { RoutineYear } from '../../src-shared/routines.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useGroupChoices } from '../use-choices.ts'
import { ByHandTable } from './by-hand-table.tsx'
import { face_words } from './date-words.ts'
import { GuessesBar } from './guesses-bar.tsx'
import { ListDialog } from './list-dialog.tsx'
import { RoutinePanel } from './routine-panel.tsx'
import './routines.css'
import { YearTable } from './year-table.tsx'

/** 周期事项: what every duty with a fixed time limit asks for in a year, and the matters made of it. */
export function RoutinesScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <RoutinesOn today={today} />}</Faces>
}

function RoutinesOn({ today }: { today: string }) {
  const [year_param, setYear] = useParam('year')
  const [span, setSpan] = useParam('list')
  const this_year = yearOf(today)
  const year = year_param === '' ? this_year : Number(year_param)
  const answer = useAnswer('routines.year', { year })
  const turn = (to: number) => setYear(to === this_year ? null : to)
  return (
    <Page
      title="履职清单"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={
        <>
          <Space.Compact>
            <Button icon={<LeftOutlined />} aria-label="上一年" onClick={() => turn(year - 1)} />
            <Button disabled={year === this_year} onClick={() => turn(this_year)}>
              {year}年
            </Button>
            <Button icon={<RightOutlined />} aria-label="下一年" onClick={() => turn(year + 1)} />
          </Space.Compact>
          <ExportButton report="routine-year" of={{ as_of: `${year}-01-01` }}>
            导出安排表…
          </ExportButton>
          <Button type="primary" onClick={() => setSpan('next')}>
            生成周期事项
          </Button>
        </>
      }
    >
      <Faces answer={answer} empty={(value) => (isEmpty(value) ? <NoRoutines /> : null)}>
        {(value) => <YearOf value={value} today={today} />}
      </Faces>
      {span !== '' && <ListDialog today={today} onClose={() => setSpan(null)} />}
    </Page>
  )
}

function subtitleOf({ year, routines, is_provisional }: RoutineYear): string {
  const dates = routines.flatMap((routine) => routine.dates)
  const listed = dates.filter(({ state }) => state === 'listed').length
  const words = [`${year}年 · ${routines.length}项职责有固定时限，全年${dates.length}期，已列入${listed}期`]
  if (is_provisional) words.push('工作日暂算：该年度节假日未配置')
  return words.join(' · ')
}

function isEmpty({ routines, by_hand }: RoutineYear): boolean {
  return routines.length + by_hand.length === 0
}

type Part = 'calendar' | 'by_hand'

function YearOf({ value, today }: { value: RoutineYear; today: string }) {
  const [part_param, setPart] = useParam('part')
  const [group, setGroup] = useParam('group')
  const [text, setText] = useParam('text')
  const [open_param, setOpenParam] = useParam('open')
  const [starting, setStarting] = useState<number | null>(null)
  const setOpen = useCallback((duty_id: number) => setOpenParam(duty_id), [setOpenParam])
  const part: Part = part_param === 'by_hand' ? 'by_hand' : 'calendar'
  const [routines, by_hand] = useMemo(() => {
    const isWanted = ({ group_id, content, number }: { group_id: number; content: string; number: string }) =>
      (group === '' || String(group_id) === group) &&
      (content.includes(text) || number.includes(text.toUpperCase()))
    return [value.routines.filter(isWanted), value.by_hand.filter(isWanted)]
  }, [value, group, text])
  const open =
    part === 'calendar' ? value.routines.find(({ duty_id }) => String(duty_id) === open_param) : undefined
  return (
    <>
      <div className="bar">
        <Segmented<Part>
          aria-label="时限的种类"
          value={part}
          onChange={(next) => setPart(next === 'calendar' ? null : next)}
          options={[
            { value: 'calendar', label: `按期生成 ${value.routines.length}` },
            { value: 'by_hand', label: `随时发起 ${value.by_hand.length}` },
          ]}
        />
        <span className="bar-fill" />
        <NameSelect
          label="按组别筛选"
          placeholder="全部组别"
          width={148}
          options={useGroupChoices()}
          value={group === '' ? null : Number(group)}
          onChange={setGroup}
        />
        <TextFilter label="按文字筛选" placeholder="编号、内容" width={180} value={text} onChange={setText} />
      </div>
      <GuessesBar />
      <div className="list-area">
        {part === 'calendar' ? (
          <YearTable
            routines={routines}
            this_monday={mondayOf(today)}
            open_duty={open?.duty_id ?? null}
            onOpen={setOpen}
          />
        ) : (
          <ByHandTable rows={by_hand} today={today} starting={starting} onStart={setStarting} />
        )}
        {open !== undefined && (
          <RoutinePanel
            key={open.duty_id}
            routine={open}
            this_monday={mondayOf(today)}
            onClose={() => setOpenParam(null)}
          />
        )}
      </div>
      <TableFoot keys={[]}>
        {part === 'calendar'
          ? Object.values(face_words)
              .map(({ mark, word }) => `${mark} ${word}`)
              .join('　')
          : '没有固定日期的职责：有了由头就发起一件，时限从那天起算。'}
      </TableFoot>
    </>
  )
}

function NoRoutines() {
  return (
    <EmptyHint
      title="还没有职责"
      actions={<Button onClick={() => go(routeTo('duties'))}>去履职清单登记</Button>}
    >
      职责的办理时限写明“每月10日前”“每年6月底前”这样的日期后，这里列出全年要办的事，到时一键列入每周清单。
    </EmptyHint>
  )
}
