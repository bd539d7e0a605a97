import { AutoComplete, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { type HolidayDay, holiday_words } from '../../src-shared/settings.ts'
import { DateField } from '../components/date-field.tsx'
import { daysOf, type HolidayRun } from './holiday-run.ts'

const usual_names = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

interface AddHolidaysProps {
  year: number
  days: HolidayDay[]
  is_busy: boolean
  /** Gets the whole year as it shall be. */
  onSave: (days: HolidayDay[]) => Promise<boolean>
}

/** One line that adds a day or a run of days, as the notice words them: 10月1日至7日放假. */
export function AddHolidays({ year, days, is_busy, onSave }: AddHolidaysProps) {
  const [form] = Form.useForm<HolidayRun>()
  const [trouble, setTrouble] = useState('')
  const add = async (values: HolidayRun) => {
    const added = daysOf(values, year)
    if (typeof added === 'string') return setTrouble(added)
    setTrouble('')
    const known = new Set(added.map((day) => day.day))
    const all = [...days.filter((day) => !known.has(day.day)), ...added]
    const is_saved = await onSave(all.sort((one, other) => one.day.localeCompare(other.day)))
    if (is_saved) form.setFieldsValue({ from_on: null, to_on: null })
  }
  return (
    <Form<HolidayRun>
      form={form}
      layout="inline"
      colon={false}
      className="sheet sheet-pad add-holidays"
      autoComplete="off"
      initialValues={{ name: '', kind: 'off', from_on: null, to_on: null }}
      onFinish={add}
      aria-label={`登记${year}年的节假日`}
    >
      <Form.Item label="节日" name="name">
        <AutoComplete
          style={{ width: 104 }}
          options={usual_names.map((name) => ({ value: name }))}
          placeholder="如：国庆节"
        />
      </Form.Item>
      <Form.Item label="从" name="from_on">
        <DateField />
      </Form.Item>
      <Form.Item label="到" name="to_on">
        <DateField placeholder="只有一天不填" />
      </Form.Item>
      <Form.Item name="kind">
        <Select
          aria-label="放假或调休上班"
          style={{ width: 108 }}
          options={Object.entries(holiday_words).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Button htmlType="submit" loading={is_busy}>
        加入
      </Button>
      {trouble !== '' && (
        <span className="light-red" role="alert">
          {trouble}
        </span>
      )}
    </Form>
  )
}
