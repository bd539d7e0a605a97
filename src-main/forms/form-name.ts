import { extname } from 'node:path'
import type { FormPeriod } from '../../src-shared/forms.ts'

/** `nameOfForm('附件2-重点工作台账（空表）.xlsx') // '重点工作台账'` */
export function nameOfForm(file_name: string): string {
  const plain = file_name
    .slice(0, file_name.length - extname(file_name).length)
    .normalize('NFC')
    .replace(/^附件?\s*\d*\s*[-－_:：.．、]?\s*/, '')
    .replace(/[(（【[]?(?:空白?表|空白|样表|表样|模板|模版|待填|请填写|填报模板)[)）】\]]?/g, '')
    .replace(/[(（]\d+[)）]$|\s*-\s*副本$/g, '')
    .replace(/[-－_\s]+$/, '')
    .trim()
  return plain === '' ? '上报表' : plain.slice(0, 100)
}

/** `组织人事处-重点工作台账（第47周）.xlsx`, as offices name what they send. */
export function nameOfFilled(
  name: string,
  around: { department: string; period: FormPeriod; title: string; today: string; ending: string },
): string {
  const { department, period, title, today, ending } = around
  const when = period === 'all' ? today.replaceAll('-', '.') : title.replace(/（.*）$/, '')
  const whose = department === '' || name.includes(department) ? name : `${department}-${name}`
  return `${whose}（${when}）`.replace(/[\\/:*?"<>|\r\n\t]/g, '') + ending
}
