import { Button, Checkbox, Input } from 'antd'
import {
  type HandoverItem,
  type ItemSection,
  item_sections,
  looksLikePassword,
  no_password,
  section_words,
} from '../../src-shared/handovers.ts'
import { CellButton } from '../components/cell-button.tsx'

type TextField = 'name' | 'quantity' | 'medium' | 'place' | 'detail'

/** The fields each list has, with their widths. */
const fields_of: Record<ItemSection, readonly (readonly [field: TextField, label: string, width: string])[]> =
  {
    paper: [
      ['name', '名称', '3fr'],
      ['quantity', '份数', '80px'],
      ['medium', '纸质/电子', '110px'],
      ['place', '存放位置', '2fr'],
    ],
    access: [
      ['name', '系统名称', '2fr'],
      ['detail', '权限范围、交接办法（不写密码）', '3fr'],
    ],
    thing: [
      ['name', '名称', '3fr'],
      ['quantity', '数量', '80px'],
      ['place', '存放位置', '2fr'],
    ],
    contact: [
      ['name', '单位、姓名', '2fr'],
      ['detail', '电话', '160px'],
      ['place', '联系事项', '2fr'],
    ],
    note: [['name', '内容', '1fr']],
  }

const numbers = ['三', '四', '五', '六', '七']

interface ItemsEditorProps {
  items: HandoverItem[]
  /** Messages of the last saving, by `items.3.detail`. */
  fields: Record<string, string>
  /** From then on it is ticked what came back. */
  is_handed_over: boolean
  onChange: (items: HandoverItem[]) => void
}

/** The lists that are typed; they are there again in the person's next 交接单. */
export function ItemsEditor({ items, fields, is_handed_over, onChange }: ItemsEditorProps) {
  const add = (section: ItemSection) =>
    onChange([
      ...items,
      { section, name: '', quantity: '', medium: '', place: '', detail: '', is_back: false },
    ])
  const set = (at: number, change: Partial<HandoverItem>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...change } : item)))
  return (
    <>
      {item_sections.map((section, order) => (
        <section key={section} className="sheet handover-items" aria-label={section_words[section]}>
          <div className="bar">
            <h3>
              {numbers[order]}、{section_words[section]}
            </h3>
            <span className="bar-fill" />
            <Button size="small" aria-label={`加一行${section_words[section]}`} onClick={() => add(section)}>
              加一行
            </Button>
          </div>
          {items.map((item, at) =>
            item.section === section ? (
              <ItemRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a new row has nothing else that tells it apart
                key={at}
                item={item}
                messages={fieldsAt(fields, at)}
                can_return={is_handed_over && (section === 'paper' || section === 'thing')}
                onSet={(change) => set(at, change)}
                onRemove={() => onChange(items.filter((_, index) => index !== at))}
              />
            ) : null,
          )}
        </section>
      ))}
    </>
  )
}

function fieldsAt(fields: Record<string, string>, at: number): Partial<Record<TextField, string>> {
  const start = `items.${at}.`
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, words]) =>
      name.startsWith(start) ? [[name.slice(start.length), words]] : [],
    ),
  )
}

interface ItemRowProps {
  item: HandoverItem
  messages: Partial<Record<TextField, string>>
  can_return: boolean
  onSet: (change: Partial<HandoverItem>) => void
  onRemove: () => void
}

function ItemRow({ item, messages, can_return, onSet, onRemove }: ItemRowProps) {
  const fields = fields_of[item.section]
  const is_secret = fields.some(([field]) => looksLikePassword(item.section, item[field]))
  const message = is_secret ? no_password : Object.values(messages)[0]
  const columns = [...fields.map(([, , width]) => width), ...(can_return ? ['84px'] : []), '40px'].join(' ')
  return (
    <>
      <div className="item-row" style={{ gridTemplateColumns: columns }}>
        {fields.map(([field, label]) => (
          <Input
            key={field}
            aria-label={label}
            placeholder={label}
            value={item[field]}
            {...(is_secret || messages[field] ? { status: 'warning' as const } : {})}
            onChange={(event) => onSet({ [field]: event.target.value })}
          />
        ))}
        {can_return && (
          <Checkbox checked={item.is_back} onChange={(event) => onSet({ is_back: event.target.checked })}>
            已交还
          </Checkbox>
        )}
        <CellButton label={`删去${item.name || '这一行'}`} onClick={onRemove}>
          删去
        </CellButton>
      </div>
      {message !== undefined && <div className="finding">{message}</div>}
    </>
  )
}
