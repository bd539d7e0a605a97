import type { ReactNode } from 'react'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { AbsencesPart } from './absences-part.tsx'
import { AppearancePart } from './appearance-part.tsx'
import { ArchiveClassesPart } from './archive-classes-part.tsx'
import { ArchivePart } from './archive-part.tsx'
import { BasesPart } from './bases-part.tsx'
import { FoldersPart } from './folders-part.tsx'
import { FontsPart } from './fonts-part.tsx'
import { HolidaysPart } from './holidays-part.tsx'
import { LightsPart } from './lights-part.tsx'
import { MeasuresPart } from './measures-part.tsx'
import { NamedCodesPart } from './named-codes-part.tsx'
import { PostsPart } from './posts-part.tsx'
import { RetentionPart } from './retention-part.tsx'
import { SamplePart } from './sample-part.tsx'
import './settings.css'
import { UnitPart } from './unit-part.tsx'
import { WeeksPart } from './weeks-part.tsx'

const parts = [
  ['unit', '单位与经办人'],
  ['groups', '组别'],
  ['categories', '类别与代码'],
  ['measures', '指标'],
  ['bases', '依据库'],
  ['holidays', '节假日'],
  ['weeks', '周与上报日'],
  ['lights', '亮灯与归档'],
  ['archive', '档号与机构'],
  ['classes', '归档类目'],
  ['retention', '保管期限表'],
  ['posts', 'AB岗与名单'],
  ['absences', '离岗与交接'],
  ['fonts', '报表字体'],
  ['appearance', '外观'],
  ['folders', '文件夹'],
  ['sample', '示例年度'],
] as const
type Part = (typeof parts)[number][0]

export function SettingsScreen() {
  const [param, setPart] = useParam('part')
  const [part, title] = parts.find(([name]) => name === param) ?? parts[0]
  return (
    <Page title="设置" is_fixed subtitle={title}>
      <div className="settings-layout">
        <nav className="sheet settings-parts" aria-label="设置的各部分">
          {parts.map(([name, words]) => (
            <button
              key={name}
              type="button"
              aria-current={name === part ? 'page' : undefined}
              onClick={() => setPart(name === 'unit' ? null : name)}
            >
              {words}
            </button>
          ))}
        </nav>
        <section className="settings-part" aria-label={title}>
          <PartOf part={part} />
        </section>
      </div>
    </Page>
  )
}

function PartOf({ part }: { part: Part }): ReactNode {
  const settings = useAnswer('settings.get', {})
  const book = useAnswer('book.state', {})
  switch (part) {
    case 'unit':
      return <Faces answer={settings}>{(value) => <UnitPart settings={value} />}</Faces>
    case 'groups':
      return <NamedCodesPart key="groups" kind="groups" />
    case 'categories':
      return <NamedCodesPart key="categories" kind="categories" />
    case 'measures':
      return <MeasuresPart />
    case 'bases':
      return <BasesPart />
    case 'holidays':
      return <Faces answer={book}>{({ today }) => <HolidaysPart today={today} />}</Faces>
    case 'weeks':
      return (
        <Faces answer={settings}>
          {(value) => (
            <Faces answer={book}>{({ today }) => <WeeksPart settings={value} today={today} />}</Faces>
          )}
        </Faces>
      )
    case 'lights':
      return <Faces answer={settings}>{(value) => <LightsPart settings={value} />}</Faces>
    case 'archive':
      return <Faces answer={settings}>{(value) => <ArchivePart settings={value} />}</Faces>
    case 'classes':
      return <ArchiveClassesPart />
    case 'retention':
      return <RetentionPart />
    case 'fonts':
      return <Faces answer={settings}>{(value) => <FontsPart settings={value} />}</Faces>
    case 'absences':
      return <Faces answer={settings}>{(value) => <AbsencesPart settings={value} />}</Faces>
    case 'posts':
      return <Faces answer={settings}>{(value) => <PostsPart settings={value} />}</Faces>
    case 'appearance':
      return <AppearancePart />
    case 'folders':
      return <Faces answer={book}>{(state) => <FoldersPart state={state} />}</Faces>
    case 'sample':
      return <Faces answer={book}>{(state) => <SamplePart state={state} />}</Faces>
  }
}
