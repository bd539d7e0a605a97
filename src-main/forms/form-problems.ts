import { UserProblem } from '../../src-shared/problem.ts'

export function formGone(): UserProblem {
  return new UserProblem({
    code: 'form_gone',
    message: '这张表样已经关闭，或换成了另一张。',
    next: '请重新放入表样，或从下面的清单里打开它。',
  })
}

export function formIsCsv(file_name: string): UserProblem {
  return new UserProblem({
    code: 'form_is_csv',
    message: `“${file_name}”是纯文字的 CSV 文件，没有表格的格式，不能作为表样。`,
    next: '请向上级要 Excel 工作簿（.xlsx），或用 WPS/Excel 打开它，排好格式后另存为 .xlsx 再放入。',
  })
}

export function formTooBig(file_name: string): UserProblem {
  return new UserProblem({
    code: 'form_too_big',
    message: `“${file_name}”超过 5 MB，不能作为表样记住。`,
    next: '请删去里面的图片和无关的工作表，另存后再放入。',
  })
}

export function nothingToFill(): UserProblem {
  return new UserProblem({
    code: 'form_nothing_to_fill',
    message: '按现在的指认和范围，这张表没有可填的内容。',
    next: '请在“指认”里点选数据从哪一行开始、各列是什么，或换一个填报期、放宽范围。',
  })
}

export function formStopped(messages: readonly string[]): UserProblem {
  return new UserProblem({
    code: 'form_stopped',
    message: '这张表现在填不全，没有保存。',
    details: [...messages],
    next: '请按提示处理后再保存。',
  })
}

export function overTheForm(): UserProblem {
  return new UserProblem({
    code: 'form_over_source',
    message: '填好的表不能盖住原来的空表，没有保存。',
    next: '请换一个文件名或文件夹再保存。',
  })
}
