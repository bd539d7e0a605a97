import { Button, Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { Coverage } from '../../src-shared/backup-posts.ts'
import type { Duty } from '../../src-shared/duties.ts'
import { Faces } from '../components/faces.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useGroupChoices, useStaffChoices } from '../use-choices.ts'
import './backup-posts.css'
import { AdjustBar } from './adjust-bar.tsx'
import { ExceptionDialog } from './exception-dialog.tsx'
import { LoadList } from './load-list.tsx'
import { NoDuties } from './no-duties.tsx'
import {
  holdersOf,
  isHeldBy,
  isInView,
  type PostView,
  postOf,
  viewChoices,
  viewOf,
  withDraft,
} from './post-words.ts'
import { type Assign, PostsTable } from './posts-table.tsx'
import { usePostEdits } from './use-post-edits.ts'

const cell_keys = [
  ['↑↓←→', '移动'],
  ['回车', '选人'],
  ['zs', '按拼音首字母找'],
] as const

export function BackupPostsScreen() {
  const answer = useAnswer('backupPosts.coverage', {})
  return (
    <Page
      title="AB岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={<Button onClick={() => go(routeTo('reports', { report: 'backup-posts' }))}>导出</Button>}
    >
      <Faces answer={answer} empty={(coverage) => (coverage.duties === 0 ? <NoDuties /> : null)}>
        {(coverage) => <Posts coverage={coverage} />}
      </Faces>
    </Page>
  )
}

function subtitleOf({ people, duties, rows }: Coverage): string {
  const wanting = rows.filter((duty) => duty.findings.length > 0).length
  const state = wanting === 0 ? 'A岗、B岗全部落实' : `${wanting}项需要处理`
  return duties === 0 ? `全处${people}人，还没有职责` : `全处${people}人，工作职责${duties}项 · ${state}`
}

function Posts({ coverage }: { coverage: Coverage }) {
  const [view_param, setView] = useParam('show')
  const [group, setGroup] = useParam('group')
  const [person, setPerson] = useParam('person')
  const [text, setText] = useParam('text')
  const [only_idle, setOnlyIdle] = useState(false)
  const [excepting, setExcepting] = useState<Duty | null>(null)
  const [touched, setTouched] = useState<{ view: PostView; ids: number[] }>({ view: 'all', ids: [] })
  const holders = useMemo(() => coverage.rows.flatMap(holdersOf), [coverage.rows])
  const people = useStaffChoices(holders)
  const posts = useMemo(() => coverage.rows.map(postOf), [coverage.rows])
  const { assign: edit, draft, problem, clear } = usePostEdits(posts)
  const view = viewOf(view_param)
  const drafted = useMemo(() => withDraft(coverage.rows, draft, people), [coverage.rows, draft, people])
  // A duty that was just set right stays where it is until the view is changed.
  const rows = useMemo(() => {
    const kept = touched.view === view ? touched.ids : []
    return drafted.filter(
      (duty) =>
        (isInView(duty, view) || kept.includes(duty.id)) &&
        (group === '' || String(duty.group_id) === group) &&
        (person === '' || isHeldBy(duty, Number(person))) &&
        (duty.content.includes(text) || duty.number.includes(text.toUpperCase())),
    )
  }, [drafted, touched, view, group, person, text])
  const assign: Assign = useCallback(
    async (duty, a_staff_id, b_staff_ids) => {
      setTouched((now) => ({ view, ids: now.view === view ? [...now.ids, duty.id] : [duty.id] }))
      return edit(postOf(duty), { a_staff_id, b_staff_ids })
    },
    [edit, view],
  )
  return (
    <>
      <div className="bar">
        <Segmented<PostView>
          aria-label="按问题筛选"
          value={view}
          options={viewChoices(coverage)}
          onChange={(next) => setView(next === 'all' ? null : next)}
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
      <ProblemNotice problem={problem} onClose={clear} />
      <AdjustBar draft={draft} people={people} />
      <div className="posts-layout">
        <div>
          <PostsTable rows={rows} people={people} onAssign={assign} onExcept={setExcepting} />
          <TableFoot keys={cell_keys}>
            列出 {rows.length} 项{draft.size === 0 ? '，改后即存' : ''}
          </TableFoot>
        </div>
        <LoadList
          load={coverage.load}
          staff_id={person === '' ? null : Number(person)}
          onChoose={setPerson}
          only_idle={only_idle}
          onOnlyIdle={setOnlyIdle}
        />
      </div>
      {excepting !== null && <ExceptionDialog duty={excepting} onClose={() => setExcepting(null)} />}
    </>
  )
}
