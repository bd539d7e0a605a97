import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { default_settings } from '../../src-shared/settings.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { Page } from '../components/page.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import { archive_columns } from './archive-columns.tsx'
import { ArchiveDialog } from './archive-dialog.tsx'
import { ArchivePanel } from './archive-panel.tsx'
import { useArchivePages } from './use-archive-pages.ts'
import './archive.css'

const numberOrNull = (param: string) => (param === '' ? null : Number(param))

/** 办结归档: what was signed off, read-only, searchable. */
export function ArchiveScreen() {
  const [text, setText] = useParam('text')
  const [year, setYear] = useParam('year')
  const [category, setCategory] = useParam('category')
  const [group, setGroup] = useParam('group')
  const [open, setOpen] = useParam('open')
  const [is_archiving, setArchiving] = useState(false)
  const groups = useValue('groups.list', {}, [])
  const categories = useValue('categories.list', {}, [])
  const settings = useValue('settings.get', {}, default_settings)
  const book = useAnswer('book.state', {})
  const filter = {
    text,
    year: numberOrNull(year),
    category_id: numberOrNull(category),
    group_id: numberOrNull(group),
  }
  const { answer, rows, loadMore } = useArchivePages(filter)
  const is_filtered = text !== '' || year !== '' || category !== '' || group !== ''
  const waiting = answer.state === 'ready' ? answer.value.waiting : []
  return (
    <Page
      title="办结归档"
      is_fixed
      subtitle={
        answer.state === 'ready'
          ? `${is_filtered ? '符合条件' : '共归档'} ${answer.value.total} 项 · 已销号待归档 ${waiting.length} 项`
          : '　'
      }
      actions={
        <>
          <Button onClick={() => go(routeTo('reports', { report: 'archive-list' }))}>导出</Button>
          <Button type="primary" disabled={waiting.length === 0} onClick={() => setArchiving(true)}>
            归档{waiting.length > 0 ? `（${waiting.length}）` : ''}
          </Button>
        </>
      }
    >
      <div className="bar">
        <Input.Search
          aria-label="查找归档"
          placeholder="事项、编号、姓名、材料、存放位置"
          allowClear
          defaultValue={text}
          onSearch={(value) => setText(value.trim())}
          style={{ width: 320 }}
        />
        <Select
          aria-label="归档年度"
          placeholder="全部年度"
          allowClear
          style={{ width: 130 }}
          value={numberOrNull(year)}
          onChange={(value) => setYear(value ?? null)}
          options={(answer.state === 'ready' ? answer.value.years : []).map((value) => ({
            value,
            label: `${value}年`,
          }))}
        />
        <NameSelect
          label="类别"
          placeholder="全部类别"
          width={150}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          value={numberOrNull(category)}
          onChange={setCategory}
        />
        <NameSelect
          label="组别"
          placeholder="全部组别"
          width={150}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={numberOrNull(group)}
          onChange={setGroup}
        />
      </div>
      <Faces
        answer={answer}
        empty={(page) =>
          page.total === 0 && !is_filtered ? (
            <EmptyHint
              title="还没有归档的事项"
              actions={<Button onClick={() => go(routeTo('weekly'))}>打开每周销号</Button>}
            >
              事项销号时同步归档，就会列在这里；归档后只能查看，不能再改。
            </EmptyHint>
          ) : null
        }
      >
        {(page) => (
          <>
            <DataTable
              label="归档清单"
              columns={archive_columns}
              rows={rows}
              key_of={(entry) => entry.id}
              open_key={numberOrNull(open)}
              onOpen={(entry) => setOpen(entry.id)}
              min_width={1040}
              empty="没有符合条件的归档，请换个词或去掉筛选。"
            />
            {page.has_more && (
              <Button onClick={loadMore} className="more-button">
                再显示 50 项（已显示 {rows.length}/{page.total}）
              </Button>
            )}
          </>
        )}
      </Faces>
      {open !== '' && <ArchivePanel id={Number(open)} onClose={() => setOpen(null)} />}
      {is_archiving && book.state === 'ready' && (
        <ArchiveDialog
          waiting={waiting}
          today={book.value.today}
          settings={settings}
          onClose={() => setArchiving(false)}
        />
      )}
    </Page>
  )
}
