import type { BookState } from '../../src-shared/book.ts'
import { Facts } from '../components/facts.tsx'

export function FoldersPart({ state }: { state: BookState }) {
  return (
    <div className="sheet sheet-pad">
      <Facts
        facts={[
          ['台账数据', <Folder key="data" path={state.data_folder} />],
          ['备份', <Folder key="backup" path={state.backup_folder} />],
          ['程序版本', state.app_version],
        ]}
      />
      <p className="quiet">
        所有内容都只存在这台电脑上。台账数据里的文件请不要自己改动或移动；备份可以复制到移动盘另外保存。
      </p>
    </div>
  )
}

/** One click selects it whole, for copying. */
function Folder({ path }: { path: string }) {
  return <span className="folder-path">{path}</span>
}
