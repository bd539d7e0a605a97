// What hangs on a person, each with who takes it over.
import { useMemo } from 'react'
import type { PostHolders } from '../../src-shared/backup-posts.ts'
import type { TiedMatter, TiedPost } from '../../src-shared/staff-moves.ts'
import { type NameOption, NameSelect, NamesSelect } from '../components/name-select.tsx'
import { useStaffChoices } from '../use-choices.ts'

/** Everyone but the one who goes. */
function useTakers(leaving: number | null): NameOption[] {
  const people = useStaffChoices()
  return useMemo(() => people.filter(({ value }) => value !== leaving), [people, leaving])
}

interface TiedPostsProps {
  ties: readonly TiedPost[]
  /** Nobody for a move inside the office: the person may keep what they hold. */
  leaving: number | null
  chosen: ReadonlyMap<number, PostHolders>
  onChoose: (duty_id: number, holders: PostHolders) => void
}

export function TiedPosts({ ties, leaving, chosen, onChoose }: TiedPostsProps) {
  const people = useTakers(leaving)
  if (ties.length === 0) return <p className="quiet">名下没有职责。</p>
  return (
    <section aria-label="名下的职责">
      <h3>名下的职责 {ties.length} 项，次日起由谁担任</h3>
      <table>
        <colgroup>
          <col />
          <col style={{ width: 72 }} />
          <col style={{ width: 148 }} />
          <col style={{ width: 236 }} />
          <col style={{ width: 148 }} />
        </colgroup>
        <thead>
          <tr>
            <th>职责</th>
            <th>现任</th>
            <th>A岗</th>
            <th>B岗</th>
            <th>提名理由</th>
          </tr>
        </thead>
        <tbody>
          {ties.map(({ duty_id, number, content, roles, proposal, why }) => {
            const holders = chosen.get(duty_id) ?? proposal
            return (
              <tr key={duty_id}>
                <td>
                  <span className="number">{number}</span>
                  <span className="cut quiet" title={content}>
                    {content}
                  </span>
                </td>
                <td>{roles}</td>
                <td>
                  <NameSelect
                    label={`A岗 ${number}`}
                    options={people}
                    placeholder="暂缺"
                    value={holders.a_staff_id}
                    onChange={(a_staff_id) => onChoose(duty_id, { ...holders, a_staff_id })}
                  />
                </td>
                <td>
                  <NamesSelect
                    label={`B岗 ${number}`}
                    options={people}
                    placeholder="暂缺"
                    value={holders.b_staff_ids}
                    onChange={(b_staff_ids) => onChoose(duty_id, { ...holders, b_staff_ids })}
                  />
                </td>
                <td className="quiet small">{chosen.has(duty_id) ? '手工选定' : why}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

interface TiedMattersProps {
  ties: readonly TiedMatter[]
  leaving: number | null
  chosen: ReadonlyMap<number, number | null>
  onChoose: (matter_id: number, staff_id: number | null) => void
}

export function TiedMatters({ ties, leaving, chosen, onChoose }: TiedMattersProps) {
  const people = useTakers(leaving)
  if (ties.length === 0) return <p className="quiet">没有在办事项。</p>
  return (
    <section aria-label="在办事项">
      <h3>在办事项 {ties.length} 项，由谁接办</h3>
      <table>
        <colgroup>
          <col />
          <col style={{ width: 112 }} />
          <col style={{ width: 148 }} />
        </colgroup>
        <thead>
          <tr>
            <th>事项</th>
            <th>完成时限</th>
            <th>责任人</th>
          </tr>
        </thead>
        <tbody>
          {ties.map(({ matter_id, number, title, due_on, proposal }) => (
            <tr key={matter_id}>
              <td>
                <span className="number">{number}</span>　{title}
              </td>
              <td className="number">{due_on ?? '未定'}</td>
              <td>
                <NameSelect
                  label={`责任人 ${number}`}
                  options={people}
                  placeholder="暂不指定"
                  value={chosen.has(matter_id) ? (chosen.get(matter_id) ?? null) : proposal}
                  onChange={(staff_id) => onChoose(matter_id, staff_id)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
