// What stays in sight around the matrix: groups and names above, what each person holds below.
import { memo } from 'react'
import type { MatrixView } from './matrix-rows.ts'
import { leftOf } from './matrix-sizes.ts'
import type { MatrixWindow } from './use-matrix-window.ts'

interface EdgeProps {
  view: MatrixView
  shown: MatrixWindow
  width: number
}

export const MatrixHead = memo(function MatrixHead({
  view: { bands, people },
  shown: { first_column, last_column },
  width,
  column,
}: EdgeProps & { column: number }) {
  return (
    <div className="matrix-head" style={{ width }} aria-hidden="true">
      <div className="matrix-corner">
        <span>职责编号</span>
        <span>职责内容</span>
      </div>
      {bands
        .filter(({ from, count }) => from <= last_column && from + count > first_column)
        .map(({ name, from, count }) => (
          <div
            key={from}
            className="matrix-band"
            style={{ left: leftOf(from), width: `calc(${count} * var(--matrix-column))` }}
            title={name}
          >
            <span>{name || '未分组'}</span>
          </div>
        ))}
      {people.slice(first_column, last_column + 1).map(({ id, name, left_on }, at) => (
        <div
          key={id}
          className={`matrix-name${first_column + at === column ? ' is-current' : ''}`}
          style={{ left: leftOf(first_column + at) }}
          title={left_on === null ? name : `${name}（${left_on} 离开）`}
        >
          <span>{name}</span>
        </div>
      ))}
    </div>
  )
})

export const MatrixFoot = memo(function MatrixFoot({
  view: { totals, people },
  shown: { first_column, last_column },
  width,
}: EdgeProps) {
  const in_sight = people.slice(first_column, last_column + 1)
  return (
    <div className="matrix-foot" style={{ width }}>
      {(['a', 'b'] as const).map((role) => (
        <div key={role} className="matrix-total">
          <div className="matrix-label">{role === 'a' ? 'A岗项数' : 'B岗项数'}</div>
          {in_sight.map(({ id, name }, at) => {
            const count = totals[first_column + at]?.[role] ?? 0
            const words = `${name}${role === 'a' ? 'A岗' : 'B岗'}${count}项`
            return (
              <span
                key={id}
                role="img"
                aria-label={words}
                className={count === 0 ? 'number quiet' : 'number'}
                style={{ left: leftOf(first_column + at) }}
              >
                {count}
              </span>
            )
          })}
        </div>
      ))}
    </div>
  )
})
