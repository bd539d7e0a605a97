import { type Card, type CardKind, card_kinds } from '../../src-shared/duty-cards.ts'
import { type Paper, type PaperQuestion, paperOf, type ReportColumn, tableOf, whoseReport } from './report.ts'

/** 标牌制作清单: what the sign maker needs besides the pictures (domain.md §a.3). */
export function cardList(question: PaperQuestion, kind: CardKind, cards: readonly Card[]): Paper {
  const columns: readonly ReportColumn<Card>[] = [
    { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
    { header: '组别', align: 'center', value: (card) => card.group_name },
    { header: '姓名', align: 'center', value: (card) => card.name },
    { header: '岗位', align: 'center', value: (card) => card.post },
    { header: '牌面职责', value: (card) => card.duties.map(({ phrase }) => phrase).join('；') },
    { header: 'B岗', align: 'center', value: (card) => card.backups.join('、') },
    { header: '联系电话', align: 'center', value: (card) => card.phone },
    { header: '标牌类型', align: 'center', value: () => card_kinds[kind].title },
    {
      header: '照片文件名',
      align: 'center',
      value: (card) => (card.photo === null ? '' : `${card.name}.jpg`),
    },
  ]
  return paperOf(question, {
    title: `${whoseReport(question)}岗位职责牌制作清单`,
    middle: `共${cards.length}块`,
    file_name: `${whoseReport(question)}岗位职责牌制作清单（${question.today.replaceAll('-', '.')}）`,
    sheet_name: '岗位职责牌制作清单',
    widths: [5, 12, 9, 12, 44, 14, 14, 20, 14],
    tables: [tableOf(columns, cards, { empty_text: '没有选中的人员。' })],
  })
}
