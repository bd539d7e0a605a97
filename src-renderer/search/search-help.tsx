const ways = [
  ['姓名', '张三'],
  ['拼音首字母', 'zs 或 zhangsan'],
  ['编号', 'ZZ-DJ-012、2026-DJ-0047'],
  ['事项文字', '主题党日，几个词用空格隔开'],
] as const

/** What can be typed, before anything is. */
export function SearchHelp() {
  return (
    <div className="search-help quiet">
      <p>在人员、履职清单、每周事项和办结归档里一起找。可以输入：</p>
      <dl>
        {ways.map(([what, example]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{example}</dd>
          </div>
        ))}
      </dl>
      <p>
        <kbd>↑</kbd> <kbd>↓</kbd> 选择，<kbd>回车</kbd> 打开，<kbd>Esc</kbd> 关闭
      </p>
    </div>
  )
}
