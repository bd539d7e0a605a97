import { Button, Segmented, Tree } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Duty } from '../../src-shared/duties.ts'
import type { Category } from '../../src-shared/settings.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import { type Branch, treeOfCategories, treeOfPeople } from './duty-tree.ts'
import './duties.css'
import { OpenDuty } from './open-duty.tsx'
import { ToDutyList } from './to-duty-list.tsx'

const nobody: StaffMember[] = []
const no_categories: Category[] = []
const in_use = { include_voided: false }
const here = { include_left: false }
const keys = [
  ['↑↓', '移动'],
  ['←→', '收起、展开'],
  ['回车', '查看职责'],
] as const

/** 履职清单 · 分类: the same duties as a tree of groups and people, or of categories. */
export function TreeScreen() {
  const duties = useAnswer('duties.list', in_use)
  const people = useValue('staff.list', here, nobody)
  const categories = useValue('categories.list', {}, no_categories)
  const settings = useAnswer('settings.get', {})
  const department = settings.state === 'ready' ? settings.value.department_name : ''
  const [by, setBy] = useParam('by')
  return (
    <Page
      title="履职清单"
      is_fixed
      subtitle={
        duties.state === 'ready' ? `全处${people.length}人，共梳理工作职责${duties.value.length}项` : '　'
      }
    >
      <Faces answer={duties} empty={(all) => (all.length === 0 ? <NoDuties /> : null)}>
        {(all) => <DutyTree key={by} {...{ department, people, categories, by }} duties={all} onBy={setBy} />}
      </Faces>
    </Page>
  )
}

function NoDuties() {
  return (
    <EmptyHint title="还没有职责" actions={<ToDutyList />}>
      登记或导入职责后，这里按组和人、按类别逐层展开。
    </EmptyHint>
  )
}

interface DutyTreeProps {
  department: string
  duties: Duty[]
  people: StaffMember[]
  categories: Category[]
  by: string
  onBy: (by: string | null) => void
}

function DutyTree({ department, duties, people, categories, by, onBy }: DutyTreeProps) {
  const branches = useMemo(
    () =>
      by === 'category'
        ? treeOfCategories(department, duties, categories)
        : treeOfPeople(department, duties, people),
    [department, duties, people, categories, by],
  )
  const [open_param, setOpen] = useParam('open')
  const upper = useMemo(() => ['all', ...(branches[0]?.children ?? []).map(({ key }) => key)], [branches])
  const [chosen, setUnfolded] = useState<string[] | null>(null)
  const unfolded = chosen ?? upper
  const [holder, height] = useHeight()
  const nodes = useMemo(() => branches.map(nodeOf), [branches])
  return (
    <>
      <div className="bar">
        <Segmented
          aria-label="分类方式"
          options={[
            { value: 'people', label: '按组和人' },
            { value: 'category', label: '按类别' },
          ]}
          value={by === 'category' ? 'category' : 'people'}
          onChange={(value) => onBy(value === 'category' ? 'category' : null)}
        />
        <span className="bar-fill" />
        <Button onClick={() => setUnfolded(upper)}>展开到人</Button>
        <Button onClick={() => setUnfolded(['all'])}>收起</Button>
      </div>
      <div className="list-area">
        <div ref={holder} className="sheet duty-tree">
          {height > 0 && (
            <Tree
              aria-label="职责分类"
              height={height}
              itemHeight={32}
              blockNode
              treeData={nodes}
              expandedKeys={unfolded}
              onExpand={(next) => setUnfolded(next.map(String))}
              onSelect={(_, { node }) => {
                if (node.duty_id !== undefined) setOpen(node.duty_id)
                else setUnfolded(toggled(unfolded, String(node.key)))
              }}
              selectedKeys={[]}
            />
          )}
        </div>
        <TableFoot keys={keys}>{countText(branches)}</TableFoot>
        {open_param !== '' && <OpenDuty id={Number(open_param)} onClose={() => setOpen(null)} />}
      </div>
    </>
  )
}

function toggled(unfolded: readonly string[], key: string): string[] {
  return unfolded.includes(key) ? unfolded.filter((other) => other !== key) : [...unfolded, key]
}

function countText(branches: readonly Branch[]): string {
  const [all] = branches
  if (all === undefined) return ''
  return all.lacking === '' ? all.totals : `${all.totals}，${all.lacking}`
}

interface TreeNode {
  key: string
  title: React.ReactNode
  duty_id?: number
  isLeaf: boolean
  children: TreeNode[]
}

function nodeOf({ key, title, totals, lacking, duty_id, children = [] }: Branch): TreeNode {
  return {
    key,
    isLeaf: duty_id !== undefined,
    ...(duty_id === undefined ? {} : { duty_id }),
    title: (
      <span className="duty-branch">
        <span className="cut" title={title}>
          {title}
        </span>
        {totals !== '' && <span className="quiet">{totals}</span>}
        {lacking !== '' && <span className="finding">{lacking}</span>}
      </span>
    ),
    children: children.map(nodeOf),
  }
}

/** The tree draws only what is in sight, for which it must know its height. */
function useHeight() {
  const holder = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const element = holder.current
    if (element === null) return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight - 16))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [holder, height] as const
}
