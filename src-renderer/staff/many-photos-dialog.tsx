import { Modal } from 'antd'
import { useState } from 'react'
import { incomingPicture, type TakenFile } from '../../src-shared/files.ts'
import type { PhotoMatch } from '../../src-shared/photos.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom, take } from '../call.ts'
import { FileDoor } from '../components/file-door.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useFocusBack } from '../components/use-focus-back.ts'
import { useChange } from '../use-change.ts'
import { useStaffChoices } from '../use-choices.ts'
import { cropPhoto, first_crop, loadPicture } from './crop-photo.ts'
import './photos.css'

/** 批量放照片: files named by the people; what cannot be told is asked, what is left empty is left out. */
export function ManyPhotosDialog({ onClose }: { onClose: () => void }) {
  const [matches, setMatches] = useState<PhotoMatch[]>([])
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const [is_drawing, setDrawing] = useState(false)
  const { run, is_busy, problem } = useChange('photos.set')
  useFocusBack()
  const chosen = matches.filter(({ staff_id }) => staff_id !== null)
  const doubled = new Set(chosen.map(({ staff_id }) => staff_id)).size < chosen.length
  const match = async (files: TakenFile[]) => {
    try {
      setMatches(await call('photos.match', { tokens: files.map(({ token }) => token) }))
    } catch (error) {
      setTrouble(problemFrom(error))
    }
  }
  const save = async () => {
    setDrawing(true)
    setTrouble(null)
    try {
      const saved = await run({ photos: await drawAll(chosen) }, ({ set }) => `已放入 ${set} 人的照片`)
      if (saved !== undefined) onClose()
    } catch (error) {
      setTrouble(error instanceof NotAPicture ? error.problem : problemFrom(error))
    } finally {
      setDrawing(false)
    }
  }
  return (
    <Modal
      open
      width={680}
      title="批量放照片"
      okText={chosen.length === 0 ? '放入' : `放入 ${chosen.length} 张`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.length === 0 || doubled, loading: is_drawing || is_busy }}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="photo-dialog">
        <p className="quiet">
          照片文件以姓名命名（如“王伟.jpg”“02-李娜（一寸）.png”），程序按姓名或工号对到人，居中裁成1寸、2寸的比例。
        </p>
        <FileDoor many verb="选择照片" kind="image" drop_words="放开后按姓名对到人" onFiles={match} />
        <ProblemNotice problem={trouble ?? problem} />
        {doubled && <p className="finding">有两张照片选了同一个人，请改正。</p>}
        <MatchList matches={matches} onChange={setMatches} />
      </div>
    </Modal>
  )
}

interface MatchListProps {
  matches: PhotoMatch[]
  onChange: (matches: PhotoMatch[]) => void
}

function MatchList({ matches, onChange }: MatchListProps) {
  const people = useStaffChoices()
  const setPerson = (token: string, staff_id: number | null) =>
    onChange(matches.map((match) => (match.token === token ? { ...match, staff_id } : match)))
  return (
    <ul className="photo-matches">
      {matches.map(({ token, file_name, staff_id, why, has_photo }) => (
        <li key={token}>
          <img src={incomingPicture(token)} alt="" />
          <span className="cut" title={file_name}>
            {file_name}
          </span>
          <NameSelect
            label={`${file_name} 是谁的照片`}
            placeholder="不放入"
            width={160}
            options={people}
            value={staff_id}
            onChange={(id) => setPerson(token, id)}
          />
          <span className={why === '' ? 'quiet small' : 'finding small'}>
            {why !== '' ? why : has_photo ? '换下原来的照片' : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

class NotAPicture extends Error {
  readonly problem: Problem

  constructor(name: string) {
    super(name)
    this.problem = {
      code: 'not_a_picture',
      message: `“${name}”不是能显示的图片，一张也没有放入。`,
      next: '请把它的人员清空，或换成 .jpg、.png 图片后再放入。',
    }
  }
}

async function drawAll(matches: readonly PhotoMatch[]): Promise<{ staff_id: number; token: string }[]> {
  const photos: { staff_id: number; token: string }[] = []
  for (const { token, file_name, staff_id } of matches) {
    if (staff_id === null) continue
    const image = await loadPicture(incomingPicture(token)).catch(() => {
      throw new NotAPicture(file_name)
    })
    const [file] = (await take([await cropPhoto(image, first_crop, file_name)])).files
    if (file !== undefined) photos.push({ staff_id, token: file.token })
  }
  return photos
}
