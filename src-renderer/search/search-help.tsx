import { useKeptSearches } from './use-kept-searches.ts'
import { resultsRoute } from './use-search-filter.ts'

const ways = [
  ['姓名', '张三'],
  ['拼音首字母', 'zs 或 zhangsan'],
  ['编号', 'ZZ-DJ-012、2026-DJ-0047，也可以写 2026DJ47'],
  ['文字', '主题党日，几个词用空格隔开；文件名也一起找'],
] as const

/** What can be typed, before anything is; and what is asked often. */
export function SearchHelp({ onChoose }: { onChoose: () => void }) {
  const kept = useKeptSearches()
  return (
    <div className="search-help quiet">
      <p>在人员、履职清单、每周事项、办结归档和文件名里一起找。可以输入：</p>
      <dl>
        {ways.map(([what, example]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{example}</dd>
          </div>
        ))}
      </dl>
      {kept.length > 0 && (
        <ul className="kept-searches" aria-label="常用查找">
          {kept.map(({ id, name, filter }) => (
            <li key={id}>
              <a href={resultsRoute(filter)} onClick={onChoose}>
                ★ {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <kbd>↑</kbd> <kbd>↓</kbd> 选择，<kbd>回车</kbd> 打开，<kbd>Ctrl 回车</kbd> 查看全部，<kbd>Esc</kbd>{' '}
        关闭
      </p>
    </div>
  )
}
