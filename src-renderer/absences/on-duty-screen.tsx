import { Button, Checkbox, DatePicker, Segmented, Space } from 'antd'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import type { DutyBoard } from '../../src-shared/absences.ts'
import { weekdayName } from '../../src-shared/dates.ts'
import { type Half, half_words } from '../../src-shared/half-days.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { Page } from '../components/page.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useGroupChoices } from '../use-choices.ts'
import './absences.css'
import { AwayList } from './away-list.tsx'
import { BoardTable } from './board-table.tsx'
import { PrintButton } from './print-button.tsx'
import { RegisterButton } from './register-button.tsx'

const halves = Object.entries(half_words).map(([value, label]) => ({ value: value as Half, label }))

/** 今日在岗: who answers for each duty right now, and who is away. */
export function OnDutyScreen() {
  const [day, setDay] = useParam('day')
  const [half, setHalf] = useParam('half')
  const at = day === '' ? null : { day, half: half === 'pm' ? ('pm' as const) : ('am' as const) }
  const answer = useAnswer('absences.board', { at })
  const choose = (next_day: string, next_half: Half) => {
    setDay(next_day)
    setHalf(next_half)
  }
  const now = () => {
    setDay(null)
    setHalf(null)
  }
  return (
    <Page
      title="离岗顶岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={
        <>
          <PrintButton request={{ paper: 'board', at }}>导出在岗表…</PrintButton>
          <RegisterButton />
        </>
      }
    >
      <Faces answer={answer} empty={(board) => (board.rows.length === 0 ? <NoDuties /> : null)}>
        {(board) => <Board board={board} onChoose={choose} onNow={day === '' ? null : now} />}
      </Faces>
    </Page>
  )
}

function subtitleOf({ day, half, is_working_day, people, away, rows }: DutyBoard): string {
  const nobody = rows.filter((row) => row.as === 'nobody').length
  const parts = [
    `${day} ${weekdayName(day)}${half_words[half]}${is_working_day ? '' : '（休息日）'}`,
    `在岗${people - away.length}人，离岗${away.length}人`,
  ]
  if (nobody > 0) parts.push(`${nobody}项职责无人顶岗`)
  return parts.join(' · ')
}

interface BoardProps {
  board: DutyBoard
  onChoose: (day: string, half: Half) => void
  /** Back to the present half day; null while it is shown. */
  onNow: (() => void) | null
}

function Board({ board, onChoose, onNow }: BoardProps) {
  const [group, setGroup] = useParam('group')
  const [text, setText] = useParam('text')
  const [changed, setChanged] = useParam('changed')
  const rows = useMemo(
    () =>
      board.rows.filter(
        (row) =>
          (group === '' || String(row.group_id) === group) &&
          (changed === '' || (row.as !== 'A' && row.as !== 'unassigned')) &&
          [row.content, row.number, row.name, row.a_name].some((value) => value.includes(text)),
      ),
    [board.rows, group, changed, text],
  )
  return (
    <>
      <div className="bar">
        <Space.Compact>
          <DatePicker
            aria-label="哪一天"
            value={dayjs(board.day)}
            allowClear={false}
            inputReadOnly
            style={{ width: 132 }}
            onChange={(day) => day !== null && onChoose(day.format('YYYY-MM-DD'), board.half)}
          />
          <Button disabled={onNow === null} onClick={() => onNow?.()}>
            现在
          </Button>
        </Space.Compact>
        <Segmented<Half>
          aria-label="上午还是下午"
          options={halves}
          value={board.half}
          onChange={(half) => onChoose(board.day, half)}
        />
        <Checkbox checked={changed === '1'} onChange={(event) => setChanged(event.target.checked ? 1 : null)}>
          只看有人顶岗和无人的
        </Checkbox>
        <span className="bar-fill" />
        <NameSelect
          label="按组别筛选"
          placeholder="全部组别"
          width={148}
          options={useGroupChoices()}
          value={group === '' ? null : Number(group)}
          onChange={setGroup}
        />
        <TextFilter
          label="按文字筛选"
          placeholder="编号、内容、姓名"
          width={180}
          value={text}
          onChange={setText}
        />
      </div>
      <div className="board-layout">
        <BoardTable rows={rows} />
        <AwayList away={board.away} />
      </div>
    </>
  )
}

function NoDuties() {
  return (
    <EmptyHint
      title="还没有职责"
      actions={<Button onClick={() => go(routeTo('duties'))}>去履职清单登记</Button>}
    >
      登记了职责和AB岗，这里随时列出每项职责现在由谁负责、电话多少；有人离岗，就列出由谁顶岗。
    </EmptyHint>
  )
}
