import { SearchOutlined } from '@ant-design/icons'
import { Button, Menu } from 'antd'
import { go, routeTo } from '../route.ts'
import { screens } from '../screens.tsx'
import { useAnswer } from '../use-answer.ts'
import { UndoButton } from './undo-button.tsx'

export function Nav({ current, onSearch }: { current: string; onSearch: () => void }) {
  const book = useAnswer('book.state', {})
  const state = book.state === 'ready' ? book.value : null
  return (
    <nav className="nav" aria-label="主导航">
      <div className="nav-brand">
        <strong>履职台账</strong>
        <span>{state?.department_name}</span>
      </div>
      <Menu
        className="nav-places"
        mode="inline"
        selectedKeys={[current]}
        onClick={({ key }) => go(routeTo(key))}
        items={screens.flatMap(({ name, title, icon, begins_group }) => [
          ...(begins_group ? [{ type: 'divider' as const, key: `before-${name}` }] : []),
          { key: name, label: title, icon },
        ])}
      />
      <div className="nav-foot">
        <UndoButton undoable={state?.undoable ?? null} />
        <Button type="text" icon={<SearchOutlined />} onClick={onSearch}>
          查找　<kbd>Ctrl K</kbd>
        </Button>
      </div>
    </nav>
  )
}
