import { Button, Select } from 'antd'
import { sizeText, type TakenFile } from '../../src-shared/files.ts'
import { FileDoor } from '../components/file-door.tsx'

export interface FileToBring extends TakenFile {
  /** Which material of the checklist it is; empty for none. */
  material: string
}

interface FilesToBringProps {
  files: FileToBring[]
  /** The names of the checklist. */
  materials: string[]
  onChange: (files: FileToBring[]) => void
}

/** Files that wait to be filed, each with the material it is. */
export function FilesToBring({ files, materials, onChange }: FilesToBringProps) {
  const options = materials.filter((name) => name !== '').map((value) => ({ value, label: value }))
  const set = (token: string, material: string) =>
    onChange(files.map((file) => (file.token === token ? { ...file, material } : file)))
  return (
    <section aria-label="电子文件" className="files-to-bring">
      <FileDoor
        verb="放入电子文件"
        kind="any"
        many
        drop_words="放开后随卷归档"
        onFiles={(more) => onChange([...files, ...more.map((file) => ({ ...file, material: '' }))])}
      />
      {files.map(({ token, name, size, material }) => (
        <div key={token} className="file-to-bring">
          <span className="cut" title={name}>
            {name}
          </span>
          <span className="quiet small">{sizeText(size)}</span>
          <Select
            aria-label={`${name} 是哪份材料`}
            size="small"
            placeholder="是哪份材料"
            allowClear
            options={options}
            value={material === '' ? null : material}
            onChange={(value: string | null) => set(token, value ?? '')}
          />
          <Button
            size="small"
            type="text"
            aria-label={`不放入 ${name}`}
            onClick={() => onChange(files.filter((file) => file.token !== token))}
          >
            去掉
          </Button>
        </div>
      ))}
    </section>
  )
}
