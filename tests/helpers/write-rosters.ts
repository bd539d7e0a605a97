import { join } from 'node:path'
import { writeWorkbook } from '../../src-main/excel/write-workbook.ts'

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const given = [...'伟芳娜敏静强磊军洋勇艳杰娟涛明超霞平刚桂']

/** Workbooks `RUN-NTH.xlsx`, each a roster of 20 people that no other one has. */
export async function writeRosters(folder: string, run: string, count: number): Promise<void> {
  for (let nth = 1; nth <= count; nth += 1) {
    const rows = surnames.map((surname, index) => {
      const name = `${surname}${given[(index + nth) % given.length]}${given[Number(run) % given.length]}`
      return [index + 1, name, '组织组', `R${run}-${nth}-${index + 1}`, '干事']
    })
    await writeWorkbook(join(folder, `${run}-${nth}.xlsx`), roster(rows))
  }
}

function roster(rows: (string | number)[][]): Parameters<typeof writeWorkbook>[1] {
  return {
    sheets: [
      {
        name: '人员名册',
        title: '人员名册',
        head: { left: '填报单位：组织人事处' },
        widths: [6, 12, 12, 12, 12],
        tables: [{ columns: ['序号', '姓名', '组别', '工号', '岗位'].map((header) => ({ header })), rows }],
        foot: '',
        orientation: 'portrait',
      },
    ],
  }
}
