import { Button, Checkbox } from 'antd'
import { useCallback, useMemo } from 'react'
import type { StaffMember } from '../../src-shared/staff.ts'
import { NameOrderSelect } from '../components/name-order-select.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { useGroupChoices } from '../use-choices.ts'
import { PersonPanel } from './person-panel.tsx'
import type { StaffDialog } from './staff-screen.tsx'
import { StaffTable } from './staff-table.tsx'
import { hasLeft } from './staff-words.ts'

const row_keys = [
  ['↑↓', '移动'],
  ['回车', '查看'],
  ['F2', '修改'],
  ['Alt ↑↓', '调整顺序'],
  ['Delete', '变动'],
  ['Ctrl N', '登记'],
] as const

interface StaffRosterProps {
  people: StaffMember[]
  today: string
  onDialog: (dialog: StaffDialog) => void
}

/** The roster in the clerk's own order, filtered as the address says, with the person that is open. */
export function StaffRoster({ people, today, onDialog }: StaffRosterProps) {
  const [group, setGroup] = useParam('group')
  const [text, setText] = useParam('text')
  const [left, setLeft] = useParam('left')
  const [open_param, setOpen] = useParam('open')
  const { run, is_busy, problem, clear } = useChange('staff.sort')

  const settings = useAnswer('settings.get', {})
  const is_own_order = settings.state === 'ready' && settings.value.name_order === 'manual'
  const opened = people.find((person) => String(person.id) === open_param)
  const rows = useMemo(
    () =>
      people.filter(
        (person) =>
          (left === '1' || !hasLeft(person, today)) &&
          (group === '' || String(person.group_id) === group) &&
          [person.name, person.post, person.phone, person.staff_code, person.note].some((value) =>
            value.includes(text),
          ),
      ),
    [people, today, left, group, text],
  )
  const open = useCallback((person: StaffMember) => setOpen(person.id), [setOpen])
  const move = useCallback(
    (person: StaffMember, by: -1 | 1) => {
      const ids = rows.map((row) => row.id)
      const from = ids.indexOf(person.id)
      const other = ids[from + by]
      if (other === undefined || is_busy || !is_own_order) return
      ids[from + by] = person.id
      ids[from] = other
      run({ ids })
    },
    [rows, is_busy, is_own_order, run],
  )
  const leave = (person: StaffMember) => person.left_on === null && onDialog({ kind: 'move', person })
  return (
    <>
      <div className="bar">
        <NameSelect
          label="按组别筛选"
          placeholder="全部组别"
          width={148}
          options={useGroupChoices()}
          value={group === '' ? null : Number(group)}
          onChange={setGroup}
        />
        <TextFilter label="按文字筛选" placeholder="姓名、岗位、电话、工号" value={text} onChange={setText} />
        <Checkbox checked={left === '1'} onChange={(event) => setLeft(event.target.checked ? 1 : null)}>
          含已离开
        </Checkbox>
        <span className="bar-fill" />
        <NameOrderSelect />
        <Button
          disabled={group === '' && text === ''}
          onClick={() => {
            setGroup(null)
            setText(null)
          }}
        >
          清除筛选
        </Button>
      </div>
      <ProblemNotice problem={problem} onClose={clear} />
      <div className="list-area">
        <StaffTable
          rows={rows}
          today={today}
          open_id={opened?.id ?? null}
          onOpen={open}
          onEdit={(person) => onDialog({ kind: 'edit', person })}
          onLeave={leave}
          {...(is_own_order ? { onMove: move } : {})}
        />
        <TableFoot keys={row_keys}>列出 {rows.length} 人</TableFoot>
        {opened !== undefined && (
          <PersonPanel
            person={opened}
            today={today}
            onEdit={() => onDialog({ kind: 'edit', person: opened })}
            onLeave={() => leave(opened)}
            onDialog={(kind) => onDialog({ kind, person: opened })}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </>
  )
}
