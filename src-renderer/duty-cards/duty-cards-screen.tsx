import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { CardChoice, CardDesign, CardSet } from '../../src-shared/duty-cards.ts'
import type { Problem } from '../../src-shared/problem.ts'
import type { ReportAnswer } from '../../src-shared/reports.ts'
import { call, problemFrom } from '../call.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { SavedPaperWords, usePaperExport } from '../components/use-paper-export.tsx'
import { go, routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { CardOptions } from './card-options.tsx'
import { CardPreview } from './card-preview.tsx'
import './duty-cards.css'

type Saved = Extract<ReportAnswer, { state: 'saved' }>
type Paper = 'cards.savePdf' | 'cards.saveList'

/** 职责牌: whose, how they look, and the sheets as they will come out of the printer. */
export function DutyCardsScreen() {
  const [choice, setChoice] = useState<CardChoice>({ group_id: null, staff_ids: [] })
  const answer = useAnswer('cards.show', choice)
  const keep = useChange('cards.saveDesign')
  const out = useSaving(choice)
  const count = answer.state === 'ready' ? answer.value.cards.length : 0
  return (
    <Page
      title="履职清单"
      is_fixed
      subtitle={answer.state === 'ready' ? `职责牌共 ${count} 块` : '　'}
      actions={
        <>
          <Button
            disabled={count === 0}
            loading={out.busy === 'cards.saveList'}
            onClick={() => out.save('cards.saveList')}
          >
            导出制作清单…
          </Button>
          <Button
            type="primary"
            disabled={count === 0}
            loading={out.busy === 'cards.savePdf'}
            onClick={() => out.save('cards.savePdf')}
          >
            导出 PDF…
          </Button>
        </>
      }
    >
      <ProblemNotice problem={out.problem ?? keep.problem} />
      {out.saved !== null && <SavedLine saved={out.saved} />}
      <Faces answer={answer}>
        {(set) => (
          <Cards
            set={set}
            choice={choice}
            onChoice={setChoice}
            onDesign={(design) => void keep.run(design)}
          />
        )}
      </Faces>
    </Page>
  )
}

function designOf({ design: { image: _, ...design } }: CardSet): CardDesign {
  return design
}

interface CardsProps {
  set: CardSet
  choice: CardChoice
  onChoice: (choice: CardChoice) => void
  onDesign: (design: CardDesign) => void
}

function Cards({ set, choice, onChoice, onDesign }: CardsProps) {
  const { image } = set.design
  const [wanted, setWanted] = useState<CardDesign | null>(null)
  // What was chosen shows at once; the book follows.
  const design = useMemo(() => wanted ?? designOf(set), [wanted, set])
  const change = (next: CardDesign) => {
    setWanted(next)
    onDesign(next)
  }
  return (
    <div className="cards-desk">
      <CardOptions design={design} image={image} choice={choice} onDesign={change} onChoice={onChoice} />
      {set.cards.length === 0 ? <NoCards /> : <CardPreview set={set} design={design} />}
    </div>
  )
}

function NoCards() {
  return (
    <EmptyHint
      title="这里没有人员"
      actions={<Button onClick={() => go(routeTo('staff'))}>去人员名册</Button>}
    >
      职责牌按人员名册和履职清单制作：每人一块，写明岗位、职责、A岗和B岗。
    </EmptyHint>
  )
}

function useSaving(choice: CardChoice) {
  const exportPaper = usePaperExport()
  const [busy, setBusy] = useState<Paper | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (paper: Paper) => {
    setBusy(paper)
    setProblem(null)
    setSaved(null)
    try {
      setSaved(await exportPaper(() => call(paper, choice)))
    } catch (error) {
      setProblem(problemFrom(error))
    } finally {
      setBusy(null)
    }
  }
  return { busy, saved, problem, save }
}

function SavedLine({ saved }: { saved: Saved }) {
  return (
    <div role="status" className="light-green">
      已导出 {saved.file_name}（{saved.rows} 块）
      <SavedPaperWords saved={saved} />
    </div>
  )
}
