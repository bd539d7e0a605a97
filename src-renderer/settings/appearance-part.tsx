import { Segmented } from 'antd'
import { type AppearanceChoice, useAppearance } from '../frame/appearance.tsx'

const choices: { value: AppearanceChoice; label: string }[] = [
  { value: 'system', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
]

export function AppearancePart() {
  const { choice, choose } = useAppearance()
  return (
    <div className="sheet sheet-pad">
      <div className="setting-line">
        <span>颜色</span>
        <Segmented<AppearanceChoice> aria-label="颜色" value={choice} options={choices} onChange={choose} />
        <span className="quiet">只改变屏幕上的样子，导出的表格不受影响。</span>
      </div>
    </div>
  )
}
