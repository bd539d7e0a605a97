import type { ArchiveItem } from '../../src-shared/archive-items.ts'
import { type ArchivePapers, fourDigits } from '../../src-shared/archive-papers.ts'
import { longDate } from '../../src-shared/dates.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { ArchivePage } from './archive-page.tsx'

const pagesOf = (items: readonly ArchiveItem[]) => items.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
const heads = [
  ['序号', 12],
  ['年度', 14],
  ['机构（问题）', 34],
  ['保管期限', 20],
  ['起止件号', 28],
  ['件数', 14],
  ['页数', 16],
  ['盒数', 14],
  ['备注', 18],
] as const

/** 移交清单: a line for each place, signed by both sides. */
export function TransferPage({ papers }: { papers: ArchivePapers }) {
  const { places, unit, today } = papers
  const items = places.flatMap((place) => place.items)
  const boxes = places.flatMap((place) => place.boxes)
  return (
    <ArchivePage papers={papers}>
      <h1>归档文件移交清单</h1>
      <div className="archive-head">
        <span>移交单位（盖章）：{unit}</span>
        <span>移交日期：{longDate(today)}</span>
      </div>
      <table className="archive-grid">
        <colgroup>
          {heads.map(([head, width]) => (
            <col key={head} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {heads.map(([head]) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place, at) => (
            <tr key={`${place.year} ${place.organ_id} ${place.retention}`}>
              <td>{at + 1}</td>
              <td>{place.year}</td>
              <td>{place.organ_name}</td>
              <td>{retentionWords(place.retention)}</td>
              <td>
                {fourDigits(place.items[0]?.item_number ?? null)}—
                {fourDigits(place.items.at(-1)?.item_number ?? null)}
              </td>
              <td>{place.items.length}</td>
              <td>{pagesOf(place.items)}</td>
              <td>{place.boxes.length}</td>
              <td />
            </tr>
          ))}
          <tr>
            <td colSpan={5}>合计</td>
            <td>{items.length}</td>
            <td>{pagesOf(items)}</td>
            <td>{boxes.length}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <div className="archive-foot">
        <span>移交人：</span>
        <span>接收人：</span>
        <span>监交人：　　　　　　</span>
      </div>
      <p>归档文件目录随本清单一并移交。本清单一式两份，移交单位和接收单位各存一份。</p>
    </ArchivePage>
  )
}
