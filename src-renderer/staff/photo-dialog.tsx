import { Modal, Slider } from 'antd'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { incomingPicture, type TakenFile } from '../../src-shared/files.ts'
import type { Problem } from '../../src-shared/problem.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { take } from '../call.ts'
import { FileDoor } from '../components/file-door.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useFocusBack } from '../components/use-focus-back.ts'
import { useChange } from '../use-change.ts'
import { type Crop, cropPhoto, drawnAt, first_crop, loadPicture } from './crop-photo.ts'
import './photos.css'

const frame = { width: 250, height: 350 }

/** 照片: dropped, pasted or chosen, moved and enlarged under a frame of the shape of 1寸 and 2寸. */
export function PhotoDialog({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  const [crop, setCrop] = useState<Crop>(first_crop)
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const { run, is_busy, problem } = useChange('photos.set')
  useFocusBack()
  const open = async (file: TakenFile | undefined) => {
    if (file === undefined) return
    setTrouble(null)
    try {
      setImage(await loadPicture(incomingPicture(file.token)))
      setCrop(first_crop)
    } catch {
      setTrouble(notAPicture(file.name))
    }
  }
  const save = async () => {
    if (image === null) return
    const { files } = await take([await cropPhoto(image, crop, person.name)])
    const photos = files.map(({ token }) => ({ staff_id: person.id, token }))
    const saved = await run({ photos }, `已保存 ${person.name} 的照片`)
    if (saved !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={`${person.name} 的照片`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: image === null, loading: is_busy }}
      onOk={save}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="photo-dialog">
        <FileDoor
          verb="选择照片"
          kind="image"
          drop_words="放开后裁剪这张照片"
          onFiles={([file]) => open(file)}
        />
        <ProblemNotice problem={trouble ?? problem} />
        {image === null ? (
          <p className="quiet">
            照片用于人员名册和职责牌，可以不放。放入后在框里拖动、缩放，按1寸、2寸的比例裁好。
          </p>
        ) : (
          <CropFrame image={image} crop={crop} onCrop={setCrop} />
        )}
      </div>
    </Modal>
  )
}

function notAPicture(name: string): Problem {
  return {
    code: 'not_a_picture',
    message: `“${name}”不是能显示的图片。`,
    next: '请换一张 .jpg、.png、.bmp 或 .webp 图片。',
  }
}

interface CropFrameProps {
  image: HTMLImageElement
  crop: Crop
  onCrop: (crop: Crop) => void
}

function CropFrame({ image, crop, onCrop }: CropFrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!pen) return
    const { left, top, width, height } = drawnAt(size, frame, crop)
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, frame.width, frame.height)
    pen.drawImage(image, left, top, width, height)
  })
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return
    const { width, height } = drawnAt(size, frame, crop)
    const along = (from: number, by: number, room: number) =>
      room < 1 ? from : Math.min(1, Math.max(0, from - by / room))
    onCrop({
      ...crop,
      x: along(crop.x, event.movementX, width - frame.width),
      y: along(crop.y, event.movementY, height - frame.height),
    })
  }
  return (
    <>
      <canvas
        ref={canvas}
        className="photo-frame"
        aria-label="照片裁剪框，可拖动"
        {...frame}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
      <div className="photo-zoom">
        <span className="quiet small">放大</span>
        <Slider
          ariaLabelForHandle="放大"
          min={1}
          max={4}
          step={0.02}
          value={crop.zoom}
          onChange={(zoom) => onCrop({ ...crop, zoom })}
          tooltip={{ open: false }}
        />
      </div>
    </>
  )
}
