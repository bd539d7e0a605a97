import { Button } from 'antd'
import { useMemo } from 'react'
import type { PostMatrix } from '../../src-shared/backup-posts.ts'
import { Faces } from '../components/faces.tsx'
import { NameOrderSelect } from '../components/name-order-select.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useCategoryChoices, useGroupChoices } from '../use-choices.ts'
import { AdjustBar } from './adjust-bar.tsx'
import './backup-posts.css'
import { MatrixGrid } from './matrix-grid.tsx'
import { matrixView } from './matrix-rows.ts'
import { NoDuties } from './no-duties.tsx'
import { usePostEdits } from './use-post-edits.ts'

const keys = [
  ['↑↓←→', '移动'],
  ['A', 'A岗'],
  ['B', 'B岗'],
  ['1 2', '第几B岗'],
  ['Delete', '取消'],
] as const

/** AB岗 · 矩阵: every duty against every person. */
export function MatrixScreen() {
  const answer = useAnswer('backupPosts.matrix', {})
  return (
    <Page
      title="AB岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={<Button onClick={() => go(routeTo('reports', { report: 'backup-posts' }))}>导出</Button>}
    >
      <Faces answer={answer} empty={({ duties }) => (duties.length === 0 ? <NoDuties /> : null)}>
        {(matrix) => <Matrix matrix={matrix} />}
      </Faces>
    </Page>
  )
}

function subtitleOf({ people, duties }: PostMatrix): string {
  return `${duties.length}项职责 × ${people.length}人`
}

function Matrix({ matrix }: { matrix: PostMatrix }) {
  const [group, setGroup] = useParam('group')
  const [category, setCategory] = useParam('category')
  const [text, setText] = useParam('text')
  const { assign, draft, problem, clear } = usePostEdits(matrix.duties)
  const people = useMemo(
    () => matrix.people.map(({ id, name }) => ({ value: id, label: name })),
    [matrix.people],
  )
  const view = useMemo(
    () =>
      matrixView(
        matrix,
        {
          group_id: group === '' ? null : Number(group),
          category_id: category === '' ? null : Number(category),
          text,
        },
        draft,
      ),
    [matrix, group, category, text, draft],
  )
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
        <NameSelect
          label="按类别筛选"
          placeholder="全部类别"
          width={148}
          options={useCategoryChoices()}
          value={category === '' ? null : Number(category)}
          onChange={setCategory}
        />
        <TextFilter label="按文字筛选" placeholder="编号、内容" width={180} value={text} onChange={setText} />
        <span className="bar-fill" />
        <span className="quiet">人员按</span>
        <NameOrderSelect />
      </div>
      <ProblemNotice problem={problem} onClose={clear} />
      <AdjustBar draft={draft} people={people} />
      <MatrixGrid view={view} onEdit={(duty, after) => void assign(duty, after)} />
      <TableFoot keys={keys}>
        列出 {view.rows.length} 项 × {view.people.length} 人
      </TableFoot>
    </>
  )
}
