import { Button, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import type { RememberedForm } from '../../src-shared/import-forms.ts'
import { import_kind_words } from '../../src-shared/imports.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { momentText } from '../components/moment.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { go, routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

/** 记住的表: forms whose columns were explained once; a form that is forgotten is asked about again. */
export function RememberedFormsScreen() {
  const answer = useAnswer('imports.forms', {})
  const { run, is_busy, problem, clear } = useChange('imports.forget')
  const forget = useMemo(
    () => (form: RememberedForm) => void run({ id: form.id }, `已忘记 ${form.name} 的对应关系，可以撤销`),
    [run],
  )
  const columns = useMemo(() => columnsOf(forget, is_busy), [forget, is_busy])
  return (
    <Page title="导入" is_fixed subtitle="确认过对应关系的表：表头一样的，下次不再问；列挪了位置的，会说明。">
      <ProblemNotice problem={problem} onClose={clear} />
      <Faces
        answer={answer}
        empty={(forms) =>
          forms.length === 0 ? (
            <EmptyHint
              title="还没有记住的表"
              actions={
                <Button type="primary" onClick={() => go(routeTo('imports'))}>
                  去导入
                </Button>
              }
            >
              导入时在“对应关系”里确认过的表会记在这里，以后同样的表直接看预览。
            </EmptyHint>
          ) : null
        }
      >
        {(forms) => (
          <>
            <DataTable<RememberedForm>
              label="记住的表"
              columns={columns}
              rows={forms}
              key_of={({ id }) => id}
              onRemove={forget}
              min_width={900}
            />
            <TableFoot
              keys={[
                ['↑↓', '移动'],
                ['Delete', '忘记这种表'],
              ]}
            >
              共 {forms.length} 种
            </TableFoot>
          </>
        )}
      </Faces>
    </Page>
  )
}

function columnsOf(
  forget: (form: RememberedForm) => void,
  is_busy: boolean,
): TableColumnsType<RememberedForm> {
  return [
    {
      title: '种类',
      dataIndex: 'kind',
      width: 88,
      render: (kind: RememberedForm['kind']) => import_kind_words[kind],
    },
    { title: '表（确认时的文件）', dataIndex: 'name', width: 220 },
    {
      title: '对应关系',
      dataIndex: 'columns',
      render: (columns: RememberedForm['columns']) => {
        const words = columns
          .map(({ letter, header, label }) => `${letter} ${header || '（无列名）'} → ${label}`)
          .join('；')
        return (
          <div className="two-lines" title={words}>
            {words}
          </div>
        )
      },
    },
    { title: '确认日期', dataIndex: 'remembered_on', width: 112, className: 'number' },
    {
      title: '最近用于',
      dataIndex: 'last_used_at',
      width: 148,
      className: 'number',
      render: (moment: string | null) => (moment === null ? '还没有用过' : momentText(moment)),
    },
    {
      title: '忘记',
      key: 'forget',
      width: 72,
      render: (_, form) => (
        <CellButton label={`忘记 ${form.name}`} disabled={is_busy} onClick={() => forget(form)}>
          忘记
        </CellButton>
      ),
    },
  ]
}
