import { Button } from 'antd'
import { FileDoor } from '../components/file-door.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer, useValue } from '../use-answer.ts'
import { FormSteps } from './form-steps.tsx'
import { FormWork } from './form-work.tsx'
import { KnownForms } from './known-forms.tsx'
import { type FormRun, useForm } from './use-form.ts'
import './forms.css'

/** 套表填报: the superior's own form, pointed at once, fills itself from then on. */
export function FormsScreen() {
  const run = useForm()
  const book = useAnswer('book.state', {})
  const forms = useValue('forms.list', {}, [])
  if (run.form !== null && book.state === 'ready')
    return <FormWork key={run.form.opened_id} run={run} form={run.form} today={book.value.today} />
  return (
    <Page
      title="统计上报"
      subtitle="上级的空表拖进来，指认一次，以后自己填好；格式、公式、下拉选项一点不动。"
    >
      <FormSteps current={null} />
      <ProblemNotice problem={run.problem} />
      {run.asked === null ? <DropHere run={run} /> : <AskToConvert run={run} asked={run.asked} />}
      <KnownForms forms={forms} is_busy={run.busy !== null} onUse={run.use} />
    </Page>
  )
}

function DropHere({ run }: { run: FormRun }) {
  return (
    <section className="form-start" aria-label="放入表样">
      <h2>把上级发来的空表放到这里</h2>
      <p className="quiet">
        Excel 工作簿（.xlsx、.xlsm）最好；.xls 和 WPS 的 .et 也可以，先转换再填。原来的文件不会被改动。
      </p>
      <FileDoor
        verb="选择表样"
        kind="workbook"
        drop_words="放开，就按这张表来填"
        type="primary"
        is_busy={run.busy === 'opening'}
        onFiles={([file]) => {
          if (file !== undefined) void run.open(file.token)
        }}
      />
    </section>
  )
}

/** What converting keeps and loses is said before it is done. */
function AskToConvert({ run, asked }: { run: FormRun; asked: NonNullable<FormRun['asked']> }) {
  return (
    <section className="form-start" aria-label="转换旧格式">
      <h2>“{asked.file_name}”是旧格式（.xls 或 .et）</h2>
      <p>
        转换后会<strong>保留</strong>：文字、数字、日期、合并单元格。
        <br />会<strong>丢掉</strong>：字体颜色、列宽行高、下拉选项、图片、打印设置；公式只留下结果。
      </p>
      <p className="quiet">
        想原样保留，请先用 WPS 或 Excel 打开它，“另存为 Excel 工作簿（*.xlsx）”，再放入另存的那一份。
      </p>
      <div className="bar">
        <Button onClick={run.leave}>不转换</Button>
        <Button loading={run.busy === 'opening'} onClick={() => run.open(asked.token, true)}>
          转换后继续
        </Button>
      </div>
    </section>
  )
}
