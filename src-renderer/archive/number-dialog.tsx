import { Modal } from 'antd'
import { type PlaceState, placeWords, samePlace, type YearSheet } from '../../src-shared/archive-items.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'

interface NumberDialogProps {
  sheet: YearSheet
  place: PlaceState
  onClose: () => void
}

/** What numbering will do, before it is done: how many, from which number to which, and that it locks. */
export function NumberDialog({ sheet, place, onClose }: NumberDialogProps) {
  const { run, is_busy, problem } = useChange('archive.number')
  const waiting = sheet.items.filter((item) => samePlace(item, place) && item.archive_number === null)
  const blocked = sheet.findings.filter(
    ({ item_id, is_blocking }) => is_blocking && waiting.some(({ id }) => id === item_id),
  )
  const { year, organ_id, retention } = place
  const number = async () => {
    const done = await run({ year, organ_id, retention }, ({ numbered }) => `已编号 ${numbered} 件`)
    if (done !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={`编号：${placeWords(place, place.organ_name)}`}
      okText={`编号（${waiting.length} 件）`}
      cancelText="取消"
      okButtonProps={{ loading: is_busy, disabled: blocked.length > 0 || waiting.length === 0 }}
      onOk={number}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <ProblemNotice problem={problem} />
      <p>
        {waiting.length} 件按事由结合时间排好，档号从
        <br />
        <b className="number">{waiting[0]?.preview}</b> 到 <b className="number">{waiting.at(-1)?.preview}</b>
      </p>
      {sheet.fonds_number === '' && (
        <p className="light light-amber">还没有全宗号，档号里先不写；有了以后新编的才会带上。</p>
      )}
      {blocked.length > 0 ? (
        <p className="light light-amber">有 {blocked.length} 处没有填好，请先按“检查”一栏补好。</p>
      ) : (
        <p className="quiet">编号后著录内容锁定，写错了登记“更正”；最近一次编号可以撤销。</p>
      )}
    </Modal>
  )
}
