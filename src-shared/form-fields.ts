// What the book can put into a superior's form: rows of a source with their fields, and single facts.

export const form_sources = {
  week: '每周事项',
  plan: '下周工作打算',
  duties: '职责清单（含AB岗）',
  staff: '人员名册',
  archive: '办结归档',
} as const
export type FormSource = keyof typeof form_sources

const matter_fields = {
  number: '事项编号',
  group: '组别',
  category: '类别',
  title: '工作事项',
  detail: '具体内容',
  staff: '责任人',
  phone: '责任人电话',
  helpers: '协办人',
  leader: '责任领导',
  source: '来源',
  listed_on: '列入时间',
  due: '完成时限',
  original_due: '原定时限',
  progress: '完成情况',
  week_state: '进度',
  state: '状态',
  light: '亮灯',
  is_done: '是否完成',
  finished_on: '完成时间',
  signed_off_on: '销号时间',
  signed_off_by: '销号人',
  reason: '未完成原因',
  evidence: '佐证材料',
  planned: '计划内外',
  carried: '结转周数',
  remark: '备注',
} as const

/** The fields of each source, as the page calls them. */
export const form_fields = {
  week: matter_fields,
  plan: matter_fields,
  duties: {
    number: '职责编号',
    group: '组别',
    category: '类别',
    content: '职责内容',
    basis: '工作依据',
    standard: '工作标准',
    frequency: '频次',
    due_rule: '办理时限',
    a_name: 'A岗',
    a_post: 'A岗职务',
    a_phone: 'A岗电话',
    b_name: 'B岗',
    b_post: 'B岗职务',
    b_phone: 'B岗电话',
    findings: '核对情况',
    output: '成果材料',
    remark: '备注',
  },
  staff: {
    name: '姓名',
    group: '组别',
    staff_code: '工号',
    post: '岗位（职务）',
    phone: '联系电话',
    joined_on: '到岗日期',
    duties: '主责职责',
    a_count: 'A岗职责数',
    b_count: 'B岗职责数',
    note: '备注',
  },
  archive: {
    number: '事项编号',
    group: '组别',
    category: '类别',
    title: '事项',
    staff: '责任人',
    finished_on: '完成时间',
    signed_off_on: '销号时间',
    signed_off_by: '销号人',
    archived_on: '归档时间',
    archived_by: '归档人',
    retention: '保管期限',
    location: '存放位置',
    materials: '归档材料',
    remark: '备注',
  },
} as const satisfies Record<FormSource, Record<string, string>>

export type FieldOf<S extends FormSource> = keyof (typeof form_fields)[S] & string

export const form_facts = {
  unit: '单位名称',
  department: '处室名称',
  unit_department: '单位和处室',
  clerk: '填报人',
  clerk_phone: '填报人电话',
  today: '填报日期',
  year: '年度',
  month: '月份',
  week: '第几周',
  week_title: '第几周（起止）',
  period: '填报期',
  staff_count: '全处人数',
  duty_count: '职责项数',
  row_count: '本表行数',
  matter_count: '期内事项数',
  signed_off_count: '期内已销号数',
  open_count: '期内未销号数',
  archived_count: '期内归档数',
} as const
export type FormFactName = keyof typeof form_facts

/** Facts that are a day: their cell may want a real date. */
export const date_facts: readonly FormFactName[] = ['today']

/** Fields that are a day, or the wording of one. */
export const date_fields: readonly string[] = [
  ...['listed_on', 'due', 'original_due', 'finished_on', 'signed_off_on', 'archived_on', 'joined_on'],
]

/** What a field is called, whatever the source. `fieldLabel('week', 'due') // '完成时限'` */
export function fieldLabel(source: FormSource, field: string): string {
  const fields: Record<string, string> = { ...form_fields[source], ...column_uses }
  const fact = factOf(field)
  return fields[field] ?? (fact === null ? '' : form_facts[fact])
}

/** What a column may hold besides a field of its source. */
export const column_uses = { serial: '序号', text: '固定文字' } as const

/** A fact in every row is written `fact:unit`. */
export function factOf(field: string): FormFactName | null {
  const name = field.startsWith('fact:') ? field.slice('fact:'.length) : ''
  return Object.hasOwn(form_facts, name) ? (name as FormFactName) : null
}
