import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { ColumnControl } from './use-column-layout.ts'

/** Which columns stand in the grid and in which order; kept for this screen on this PC. */
export function ColumnMenu({ control, is_short }: { control: ColumnControl; is_short: boolean }) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="列的显示和顺序"
      content={<Columns control={control} />}
    >
      <Button icon={<SettingOutlined />} aria-label="列" title="列的显示和顺序">
        {is_short ? null : '列'}
      </Button>
    </Popover>
  )
}

function Columns({ control }: { control: ColumnControl }) {
  const { placed, shown } = control
  return (
    <div className="column-menu">
      <ul aria-label="列">
        {placed.map(({ column: { field, title, is_pinned }, is_shown }, at) => {
          const mayGo = (by: 1 | -1) => {
            const other = placed[at + by]?.column
            return other !== undefined && other.is_pinned === is_pinned
          }
          return (
            <li key={field}>
              <Checkbox
                checked={is_shown}
                disabled={is_shown && shown.length === 1}
                onChange={(event) => control.show(field, event.target.checked)}
              >
                {title}
              </Checkbox>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={`${title}前移`}
                disabled={!mayGo(-1)}
                onClick={() => control.move(field, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={`${title}后移`}
                disabled={!mayGo(1)}
                onClick={() => control.move(field, 1)}
              />
            </li>
          )
        })}
      </ul>
      <Button size="small" onClick={control.reset}>
        恢复原样
      </Button>
    </div>
  )
}
