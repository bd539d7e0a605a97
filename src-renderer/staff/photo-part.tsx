import { Button } from 'antd'
import { useState } from 'react'
import { pictureOf } from '../../src-shared/files.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { PhotoDialog } from './photo-dialog.tsx'
import './photos.css'

/** The photo in the open record; a person may well have none. */
export function PhotoPart({ person }: { person: StaffMember }) {
  const [is_choosing, setChoosing] = useState(false)
  const remove = useChange('photos.remove')
  const photo = useValue('photos.list', {}, []).find(({ staff_id }) => staff_id === person.id)
  return (
    <div className="photo-part">
      {photo !== undefined && <img src={pictureOf(photo.digest)} alt={`${person.name} 的照片`} />}
      <div className="bar">
        <Button size="small" onClick={() => setChoosing(true)}>
          {photo === undefined ? '放照片…' : '换照片…'}
        </Button>
        {photo !== undefined && (
          <Button
            size="small"
            loading={remove.is_busy}
            onClick={() => remove.run({ staff_id: person.id }, '照片已撤下，可以撤销')}
          >
            撤下
          </Button>
        )}
      </div>
      <ProblemNotice problem={remove.problem} />
      {is_choosing && <PhotoDialog person={person} onClose={() => setChoosing(false)} />}
    </div>
  )
}
