import type { Workbench } from '../../src-shared/workbench.ts'
import { routeTo } from '../route.ts'

interface Figure {
  label: string
  value: string
  note: string
  route: string
}

function figuresOf(workbench: Workbench): Figure[] {
  const { counts, received, people, duties, head } = workbench
  const week = head.monday
  return [
    {
      label: '本周事项',
      value: String(counts.rows),
      note: `计划内 ${counts.planned}，计划外 ${counts.unplanned}`,
      route: routeTo('weekly', { week }),
    },
    {
      label: '已销号',
      value: `${counts.signed_off}/${counts.rows}`,
      note: `未办结 ${counts.open}，结转来 ${counts.carried}`,
      route: routeTo('weekly', { week }),
    },
    {
      label: '周报已收',
      value: `${received}/${people}`,
      note: received === people ? '全部报送完毕' : `未报 ${people - received} 人`,
      route: routeTo('weekly', { week, view: 'collect' }),
    },
    {
      label: '履职清单',
      value: `${duties} 项`,
      note: `缺A岗 ${workbench.duties_without_a}，缺B岗 ${workbench.duties_without_b}`,
      route: routeTo('backup-posts'),
    },
    {
      label: '待归档',
      value: String(workbench.waiting_for_archive),
      note: '已销号、尚未归档',
      route: routeTo('archive'),
    },
  ]
}

/** The figures of the hour, each a way to the list behind it. */
export function WeekFigures({ workbench }: { workbench: Workbench }) {
  return (
    <nav className="figures sheet" aria-label="本周数字">
      {figuresOf(workbench).map(({ label, value, note, route }) => (
        <a key={label} href={route}>
          <span className="quiet">{label}</span>
          <strong>{value}</strong>
          <span className="quiet small">{note}</span>
        </a>
      ))}
    </nav>
  )
}
