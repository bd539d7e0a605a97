import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import {
  type CardChoice,
  type CardDesign,
  type CardKind,
  card_colours,
  card_fonts,
  card_kinds,
  papers,
  papers_of,
} from '../../src-shared/duty-cards.ts'
import { pictureOf } from '../../src-shared/files.ts'
import { FileDoor } from '../components/file-door.tsx'
import { NameSelect, NamesSelect } from '../components/name-select.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'
import { useGroupChoices, useStaffChoices } from '../use-choices.ts'

interface CardOptionsProps {
  design: CardDesign
  /** Digest of the unit's own image. */
  image: string | null
  choice: CardChoice
  onDesign: (design: CardDesign) => void
  onChoice: (choice: CardChoice) => void
}

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
const shown = [
  ['shows_photo', '照片'],
  ['shows_political_status', '政治面貌'],
  ['shows_backups', 'A岗、B岗'],
  ['shows_phone', '联系电话'],
] as const

/** Everything that can be chosen, from whose cards to what stands on them. */
export function CardOptions({ design, image, choice, onDesign, onChoice }: CardOptionsProps) {
  const set = (part: Partial<CardDesign>) => onDesign({ ...design, ...part })
  const setKind = (kind: CardKind) => set({ kind, paper: papers_of[kind][0] ?? 'A4' })
  return (
    <aside className="sheet sheet-pad card-options" aria-label="职责牌的选项">
      <Whose choice={choice} onChoice={onChoice} />
      <Field label="种类">
        <Select<CardKind>
          aria-label="种类"
          value={design.kind}
          onChange={setKind}
          options={Object.entries(card_kinds).map(([value, { title }]) => ({
            value: value as CardKind,
            label: title,
          }))}
        />
      </Field>
      <Field label="纸张">
        <Segmented
          aria-label="纸张"
          value={design.paper}
          onChange={(paper) => set({ paper })}
          options={papers_of[design.kind].map((value) => ({ value, label: papers[value].title }))}
        />
      </Field>
      <Field label="颜色">
        <Segmented
          aria-label="颜色"
          value={design.colour}
          onChange={(colour) => set({ colour: colour as CardDesign['colour'] })}
          options={optionsOf(card_colours)}
        />
      </Field>
      <Field label="字体">
        <Segmented
          aria-label="字体"
          value={design.font}
          onChange={(font) => set({ font: font as CardDesign['font'] })}
          options={optionsOf(card_fonts)}
        />
      </Field>
      <Field label="牌上有">
        {shown.map(([name, label]) => (
          <Checkbox
            key={name}
            checked={design[name]}
            onChange={(event) => set({ [name]: event.target.checked })}
          >
            {label}
          </Checkbox>
        ))}
      </Field>
      <SupervisionPhone key={design.supervision_phone} design={design} onDesign={onDesign} />
      <UnitImage image={image} />
    </aside>
  )
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="card-option">
      <span className="quiet small">{label}</span>
      <div className="bar">{children}</div>
    </div>
  )
}

function Whose({ choice, onChoice }: Pick<CardOptionsProps, 'choice' | 'onChoice'>) {
  const groups = useGroupChoices()
  const people = useStaffChoices()
  return (
    <>
      <Field label="组别">
        <NameSelect
          label="组别"
          placeholder="全处"
          width={234}
          options={groups}
          value={choice.group_id}
          onChange={(group_id) => onChoice({ ...choice, group_id })}
        />
      </Field>
      <Field label="人员">
        <div className="card-people">
          <NamesSelect
            label="人员"
            placeholder="全部"
            options={people}
            value={choice.staff_ids}
            onChange={(staff_ids) => onChoice({ ...choice, staff_ids })}
          />
        </div>
      </Field>
    </>
  )
}

function SupervisionPhone({ design, onDesign }: Pick<CardOptionsProps, 'design' | 'onDesign'>) {
  const keep = (text: string) => {
    const supervision_phone = text.trim()
    if (supervision_phone !== design.supervision_phone) onDesign({ ...design, supervision_phone })
  }
  return (
    <Field label="监督电话">
      <Input
        aria-label="监督电话"
        defaultValue={design.supervision_phone}
        maxLength={40}
        placeholder="不填就不印"
        onBlur={(event) => keep(event.target.value)}
        onPressEnter={(event) => event.currentTarget.blur()}
      />
    </Field>
  )
}

function UnitImage({ image }: { image: string | null }) {
  const { run, is_busy, problem } = useChange('cards.setImage')
  return (
    <Field label="单位自己的标志（程序不提供党徽图样）">
      {image !== null && (
        <>
          <img className="card-image" src={pictureOf(image)} alt="单位标志" />
          <Button size="small" onClick={() => run({ token: null }, '已撤下单位标志')}>
            撤下
          </Button>
        </>
      )}
      <FileDoor
        verb={image === null ? '选择图片' : '换一张'}
        kind="image"
        drop_words="放开后作为牌上的单位标志"
        is_busy={is_busy}
        onFiles={([file]) => file && void run({ token: file.token }, '已放上单位标志')}
      />
      <ProblemNotice problem={problem} />
    </Field>
  )
}
