import { AutoComplete, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { addDays, daysBetween, monthDay, yearOf } from '../../src-shared/dates.ts'
import { type HolidayDay, holiday_words } from '../../src-shared/settings.ts'
import { DateField } from '../components/date-field.tsx'

const usual_names = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

interface AddHolidaysProps {
  year: number
  days: HolidayDay[]
  is_busy: boolean
  /** Gets the whole year as it shall be. */
  onSave: (days: HolidayDay[]) => Promise<boolean>
}

interface Values {
  name: string
  kind: HolidayDay['kind']
  from_on: string | null
  /** The same as `from_on` when empty. */
  to_on: string | null
}

/** One line that adds a day or a run of days, as the notice words them: 10月1日至7日放假. */
export function AddHolidays({ year, days, is_busy, onSave }: AddHolidaysProps) {
  const [form] = Form.useForm<Values>()
  const [trouble, setTrouble] = useState('')
  const add = async (values: Values) => {
    const added = daysOf(values, year)
    if (typeof added === 'string') return setTrouble(added)
    setTrouble('')
    const known = new Set(added.map((day) => day.day))
    const all = [...days.filter((day) => !known.has(day.day)), ...added]
    const is_saved = await onSave(all.sort((one, other) => one.day.localeCompare(other.day)))
    if (is_saved) form.setFieldsValue({ from_on: null, to_on: null })
  }
  return (
    <Form<Values>
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

const longest_run = 31

/** The days meant, or what is wrong with them. */
function daysOf({ name, kind, from_on, to_on }: Values, year: number): HolidayDay[] | string {
  if (from_on === null) return '请填写开始日期。'
  const last = to_on ?? from_on
  if (yearOf(from_on) !== year || yearOf(last) !== year) return `${year}年的表里只登记${year}年的日期。`
  const count = daysBetween(from_on, last) + 1
  if (count < 1) return `结束日期早于开始日期${monthDay(from_on)}。`
  if (count > longest_run) return `一次最多加入 ${longest_run} 天。`
  return Array.from({ length: count }, (_, index) => ({
    day: addDays(from_on, index),
    kind,
    name: name.trim(),
  }))
}
