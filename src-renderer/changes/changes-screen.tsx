import type { ChangeLine } from '../../src-shared/changes.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { OlderPages } from '../components/older-pages.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { ChangesTable } from './changes-table.tsx'

/** Every change of the book, newest first, a page at a time; each can be taken back while nothing stands on it. */
export function ChangesScreen() {
  const [before, setBefore] = useParam('before')
  const before_id = before === '' ? null : Number(before)
  const answer = useAnswer('changes.list', { before_id })
  const { run, is_busy, problem, clear } = useChange('changes.undo')
  const undo = (line: ChangeLine) => {
    if (!is_busy && line.can_undo) run({ id: line.id }, ({ title }) => title)
  }
  return (
    <Page title="操作记录" is_fixed subtitle="谁在什么时候改了什么；撤销本身也记在这里，可以再撤销。">
      <ProblemNotice problem={problem} onClose={clear} />
      <Faces
        answer={answer}
        empty={({ rows }) =>
          rows.length === 0 && before_id === null ? (
            <EmptyHint title="还没有操作">每一次登记、修改、导入、销号都会记在这里，并且可以撤销。</EmptyHint>
          ) : null
        }
      >
        {({ rows, has_more }) => (
          <>
            <ChangesTable rows={rows} is_busy={is_busy} onUndo={undo} />
            <TableFoot
              keys={[
                ['↑↓', '移动'],
                ['Delete', '撤销这一条'],
              ]}
            >
              <OlderPages
                rows={rows}
                has_more={has_more}
                before_id={before_id}
                onBefore={setBefore}
                unit="条"
              />
            </TableFoot>
          </>
        )}
      </Faces>
    </Page>
  )
}
