// The papers of 年度整理 in real millimetres, page by page: DA/T 22-2015.
import { useEffect } from 'react'
import type { ArchiveBox, ArchiveItem } from '../../src-shared/archive-items.ts'
import { secrecy_words } from '../../src-shared/archive-items.ts'
import {
  type ArchivePapers,
  catalogueTitle,
  eightDigits,
  fourDigits,
  numberSpan,
  type PrintedPlace,
} from '../../src-shared/archive-papers.ts'
import { longDate } from '../../src-shared/dates.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { ArchivePage } from './archive-page.tsx'
import { pagesOfRows } from './catalogue-pages.ts'
import { TransferPage } from './print-transfer.tsx'

export function PrintPapers({ papers, onDrawn }: { papers: ArchivePapers; onDrawn: () => void }) {
  useEffect(onDrawn, [onDrawn])
  const { paper, places } = papers
  switch (paper) {
    case 'catalogue':
      return places.map((place) => <Catalogue key={keyOf(place)} papers={papers} place={place} />)
    case 'note':
      return places.flatMap((place) =>
        place.boxes.map((box) => <Note key={box.id} papers={papers} place={place} box={box} />),
      )
    case 'labels':
      return <Labels papers={papers} />
    case 'stamps':
      return <Stamps papers={papers} />
    case 'transfer':
      return <TransferPage papers={papers} />
  }
}

const keyOf = ({ year, organ_id, retention }: PrintedPlace) => `${year} ${organ_id} ${retention}`

const columns = [
  ['序号', 12],
  ['档号', 50],
  ['文号', 30],
  ['责任者', 32],
  ['题名', 64],
  ['日期', 20],
  ['密级', 14],
  ['页数', 13],
  ['备注', 22],
] as const

function Catalogue({ papers, place }: { papers: ArchivePapers; place: PrintedPlace }) {
  const pages = pagesOfRows(place.items)
  return (
    <>
      <Cover papers={papers} place={place} />
      {pages.map(({ from, rows }, at) => (
        <ArchivePage key={from} papers={papers} number={`第 ${at + 1} 页　共 ${pages.length} 页`}>
          <h1>归档文件目录</h1>
          <PlaceHead papers={papers} place={place} />
          <table className="archive-grid">
            <colgroup>
              {columns.map(([name, width]) => (
                <col key={name} style={{ width: `${width}mm` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {columns.map(([name]) => (
                  <th key={name}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((item, row) => (
                <CatalogueRow key={item.id} item={item} serial={from + row + 1} />
              ))}
            </tbody>
          </table>
        </ArchivePage>
      ))}
    </>
  )
}

function CatalogueRow({ item, serial }: { item: ArchiveItem; serial: number }) {
  return (
    <tr>
      <td>{serial}</td>
      <td>{item.archive_number}</td>
      <td className="to-left">{item.document_number}</td>
      <td className="to-left">{item.responsible}</td>
      <td className="to-left">{catalogueTitle(item)}</td>
      <td>{eightDigits(item.dated_on)}</td>
      <td>{secrecy_words[item.secrecy]}</td>
      <td>{item.pages}</td>
      <td className="to-left">{item.remark}</td>
    </tr>
  )
}

function PlaceHead({ papers, place }: { papers: ArchivePapers; place: PrintedPlace }) {
  return (
    <div className="archive-head">
      <span>全宗号：{papers.fonds_number}</span>
      <span>年度：{place.year}</span>
      <span>保管期限：{retentionWords(place.retention)}</span>
      <span>机构（问题）：{place.organ_name}</span>
    </div>
  )
}

function Cover({ papers, place }: { papers: ArchivePapers; place: PrintedPlace }) {
  const facts = [
    ['全宗号', papers.fonds_number],
    ['全宗名称', papers.fonds_name],
    ['年度', String(place.year)],
    ['保管期限', retentionWords(place.retention)],
    ['机构（问题）', place.organ_name],
  ]
  return (
    <ArchivePage papers={papers} className="archive-cover">
      <h1>归档文件目录</h1>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value || '　'}</dd>
          </div>
        ))}
      </dl>
    </ArchivePage>
  )
}

function Note({ papers, place, box }: { papers: ArchivePapers; place: PrintedPlace; box: ArchiveBox }) {
  const dateOf = (day: string | null) => (day === null ? '　　　　年　　月　　日' : longDate(day))
  return (
    <ArchivePage papers={papers}>
      <h1>备考表</h1>
      <PlaceHead papers={papers} place={place} />
      <table className="archive-grid archive-note">
        <tbody>
          <tr>
            <td>盒号：{box.box_number}</td>
            <td>起止件号：{numberSpan(box)}</td>
          </tr>
          <tr>
            <td colSpan={2} className="situation">
              盒内文件情况说明：
              <br />
              <br />
              本盒共 {box.items} 件、{box.pages} 页。{box.note}
            </td>
          </tr>
          <tr>
            <td>整理人：{box.arranged_by}</td>
            <td>整理日期：{dateOf(box.arranged_on)}</td>
          </tr>
          <tr>
            <td>检查人：{box.checked_by}</td>
            <td>检查日期：{dateOf(box.checked_on)}</td>
          </tr>
        </tbody>
      </table>
    </ArchivePage>
  )
}

/** As many spines side by side as a page is wide. */
function Labels({ papers }: { papers: ArchivePapers }) {
  const boxes = papers.places.flatMap((place) => place.boxes)
  const pages: ArchiveBox[][] = []
  let left = 0
  for (const box of boxes) {
    left -= box.thickness + gap_mm
    const page = left >= 0 ? pages.at(-1) : undefined
    if (page) page.push(box)
    else {
      pages.push([box])
      left = usable_mm - box.thickness
    }
  }
  return pages.map((page) => (
    <ArchivePage key={page[0]?.id} papers={papers}>
      <div className="spines">
        {page.map((box) => (
          <Spine key={box.id} box={box} fonds_number={papers.fonds_number} />
        ))}
      </div>
    </ArchivePage>
  ))
}

const gap_mm = 2
const usable_mm = 210 - 25 - 15

function Spine({ box, fonds_number }: { box: ArchiveBox; fonds_number: string }) {
  const facts = [
    ['全宗号', fonds_number],
    ['年度', String(box.year)],
    ['保管期限', retentionWords(box.retention)],
    ['机构（问题）', box.organ_name],
    ['起止件号', numberSpan(box)],
    ['盒号', String(box.box_number)],
  ]
  return (
    <div className="spine" style={{ width: `${box.thickness}mm` }}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <span>{name}</span>
          <b>{value}</b>
        </div>
      ))}
    </div>
  )
}

const stamps_a_page = 42

function Stamps({ papers }: { papers: ArchivePapers }) {
  const items = papers.places.flatMap((place) => place.items)
  const pages = Array.from({ length: Math.ceil(items.length / stamps_a_page) }, (_, at) =>
    items.slice(at * stamps_a_page, (at + 1) * stamps_a_page),
  )
  return pages.map((page) => (
    <ArchivePage key={page[0]?.id} papers={papers}>
      <div className="stamps">
        {page.map((item) => (
          <div key={item.id} className="stamp">
            <span>{papers.fonds_number}</span>
            <span>{item.year}</span>
            <span>{fourDigits(item.item_number)}</span>
            <span className={item.organ_name.length > 4 ? 'is-long' : ''}>{item.organ_name}</span>
            <span>{retentionWords(item.retention)}</span>
            <span>{item.pages}</span>
          </div>
        ))}
      </div>
    </ArchivePage>
  ))
}
