import { Button, Dropdown, Form, Input } from 'antd'
import { useState } from 'react'
import type { KeptSearch, SearchFilter } from '../../src-shared/search.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { useKeptSearches } from './use-kept-searches.ts'
import { resultsRoute } from './use-search-filter.ts'

/** 常用查找 of the question that is open: kept under a name, or, when it has one, renamed and removed. */
export function KeepButton({ filter, is_empty }: { filter: SearchFilter; is_empty: boolean }) {
  const kept = useKeptSearches()
  const [naming, setNaming] = useState<'keep' | 'rename' | null>(null)
  const { run: remove } = useChange('search.remove')
  const current = kept.find((search) => resultsRoute(search.filter) === resultsRoute(filter))
  const dialog = naming !== null && (
    <NameDialog
      filter={filter}
      renamed={naming === 'rename' ? (current ?? null) : null}
      onClose={() => setNaming(null)}
    />
  )
  if (current === undefined) {
    return (
      <>
        <Button disabled={is_empty} onClick={() => setNaming('keep')}>
          存为常用查找…
        </Button>
        {dialog}
      </>
    )
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'rename', label: '改名…', onClick: () => setNaming('rename') },
            {
              key: 'remove',
              label: '删除',
              onClick: () => void remove({ id: current.id }, `已删除常用查找“${current.name}”`),
            },
          ],
        }}
      >
        <Button aria-label={`常用查找：${current.name}`}>★ {current.name}</Button>
      </Dropdown>
      {dialog}
    </>
  )
}

interface NameDialogProps {
  filter: SearchFilter
  renamed: KeptSearch | null
  onClose: () => void
}

function NameDialog({ filter, renamed, onClose }: NameDialogProps) {
  const [form] = Form.useForm<{ name: string }>()
  const keep = useChange('search.keep')
  const rename = useChange('search.rename')
  const submit = async ({ name }: { name: string }) => {
    const saved =
      renamed === null
        ? await keep.run({ name, filter }, `已存为常用查找“${name}”`)
        : await rename.run({ id: renamed.id, name }, `已改名为“${name}”`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<{ name: string }>
      title={renamed === null ? '存为常用查找' : '给常用查找改名'}
      verb="保存"
      form={form}
      initial={{ name: renamed?.name ?? filter.text }}
      is_busy={keep.is_busy || rename.is_busy}
      problem={keep.problem ?? rename.problem}
      width={440}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        label="名称"
        name="name"
        required
        extra={renamed === null ? '已有同名的常用查找时，改为现在的条件。' : undefined}
      >
        <Input autoFocus maxLength={30} />
      </Form.Item>
    </FormDialog>
  )
}

/** Links to all of them, for a page that asks nothing yet. */
export function KeptLinks() {
  const kept = useKeptSearches()
  if (kept.length === 0) return null
  return (
    <ul className="kept-searches" aria-label="常用查找">
      {kept.map((search) => (
        <li key={search.id}>
          <a href={resultsRoute(search.filter)}>★ {search.name}</a>
        </li>
      ))}
    </ul>
  )
}
