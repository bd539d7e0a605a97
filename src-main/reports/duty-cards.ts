// 岗位职责牌 on paper: one PDF of all cards, and the list for the sign maker.
import { randomUUID } from 'node:crypto'
import { type CardChoice, type CardSet, papers } from '../../src-shared/duty-cards.ts'
import type { PaperAnswer, ReportAnswer } from '../../src-shared/reports.ts'
import type { Desk } from '../desk.ts'
import { getDesign } from '../duty-cards/card-design.ts'
import { listCards } from '../duty-cards/list-cards.ts'
import { listGroups } from '../settings/groups.ts'
import { getSettings } from '../settings/settings.ts'
import { cardList } from './card-list.ts'
import type { PaperQuestion } from './report.ts'
import type { Reports } from './save-report.ts'

export interface DutyCards {
  show(choice: CardChoice): Promise<CardSet>
  /** For the window that prints: the cards that wait under this ticket. */
  toPrint(ticket: string): Promise<CardSet>
  savePdf(choice: CardChoice): Promise<ReportAnswer>
  /** 标牌制作清单. */
  saveList(choice: CardChoice): Promise<PaperAnswer>
}

export function createDutyCards(
  { books, clock, printPage }: Pick<Desk, 'books' | 'clock' | 'printPage'>,
  reports: Pick<Reports, 'savePaper' | 'savePdf'>,
): DutyCards {
  /** A choice of hundreds of people is no part of an address. */
  const waiting = new Map<string, CardChoice>()

  async function show(choice: CardChoice): Promise<CardSet> {
    const { db } = books.current()
    const { unit_name, department_name } = await getSettings(db)
    const cards = await listCards(db, clock.today(), choice)
    return { unit: `${unit_name}${department_name}`, design: await getDesign(db), cards }
  }

  async function questionOf({ group_id }: CardChoice): Promise<PaperQuestion> {
    const { db } = books.current()
    const groups = await listGroups(db)
    const group_name = groups.find(({ id }) => id === group_id)?.name ?? ''
    return { today: clock.today(), settings: await getSettings(db), group_name }
  }

  return {
    show,
    async toPrint(ticket) {
      const choice = waiting.get(ticket)
      if (choice === undefined) throw new Error('No cards wait to be printed under this ticket')
      return show(choice)
    },
    async savePdf(choice) {
      const { cards, design } = await show(choice)
      const { settings, group_name, today } = await questionOf(choice)
      const name = `${settings.department_name}${group_name}岗位职责牌（${today.replaceAll('-', '.')}）.pdf`
      return reports.savePdf('导出岗位职责牌', name, cards.length, async () => {
        const ticket = randomUUID()
        waiting.set(ticket, choice)
        try {
          return await printPage({ hash: `cards/${ticket}`, ...papers[design.paper] })
        } finally {
          waiting.delete(ticket)
        }
      })
    },
    async saveList(choice) {
      const { cards, design } = await show(choice)
      return reports.savePaper(
        '导出岗位职责牌制作清单',
        cardList(await questionOf(choice), design.kind, cards),
      )
    },
  }
}
