import type { ImportChoices, ImportKind, ImportPreview } from '../../src-shared/imports.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { addGroup } from '../settings/groups.ts'
import { type ChosenSheet, countRecords } from './choose-sheet.ts'
import { doubledHeaders } from './doubled-headers.ts'
import { doubtsOf } from './doubts.ts'
import { type FormShape, shapeOf } from './form-shape.ts'
import { groupCode } from './group-code.ts'
import { createHeaderReader } from './header-words.ts'
import { readContext } from './import-context.ts'
import type { ImportContext, ImportSheet, RowOutcome } from './import-sheet.ts'
import { mappingQuestion, type SheetQuestion } from './mapping-question.ts'
import type { Pace } from './pace.ts'
import { loadSounds, type Sounds } from './pinyin-sounds.ts'
import { canBeSaved, countVerdicts, isAccepted, planRows } from './plan-rows.ts'
import { knownForms } from './remembered-forms.ts'
import { columnUses, hiddenWarnings, sheetIssues } from './sheet-issues.ts'
import { takenByCell } from './taken-suggestions.ts'
import { type Understanding, understandSheet } from './understand-sheet.ts'

/** What is asked: a workbook that was read, what it is taken for, and what the clerk chose. */
export interface ImportQuestion {
  workbook: ReadWorkbook
  file_name: string
  choices: ImportChoices
}

export interface Plan {
  preview: Omit<ImportPreview, 'import_id'>
  /** Why the clerk has to be asked before anything is shown; none when the understanding is sure. */
  doubts: string[]
  understanding: Understanding
  /** By which the form is known again; empty where there is no header. */
  shape: FormShape
  /** What the mapping screen shows; with the header in another row when that is said. */
  question(header_row: number | null): SheetQuestion
  /** Saves what is 新增 or 更新 and not left out, in the transaction that the plan was made in. */
  save(change: Change, left_out: ReadonlySet<string>, pace: Pace): Promise<void>
}

/** An importable sheet with its own types sealed in. */
export type Importable = (db: Db, today: string, question: ImportQuestion, pace: Pace) => Promise<Plan>

export function importable<Field extends string, Draft, Book>(
  sheet: ImportSheet<Field, Draft, Book>,
): Importable {
  return (db, today, question, pace) => planImport(sheet, db, today, question, pace)
}

async function planImport<Field extends string, Draft, Book>(
  sheet: ImportSheet<Field, Draft, Book>,
  db: Db,
  today: string,
  question: ImportQuestion,
  pace: Pace,
): Promise<Plan> {
  const reader = createHeaderReader(sheet.columns)
  const forms = await knownForms(db, sheet.kind)
  const understanding = await understandSheet(question.workbook, question.choices, { reader, forms, pace })
  if (understanding === null) throw noSheet(question)
  const { chosen, mapping } = understanding
  const warnings = [...understanding.moved, ...firstWarnings(question, chosen)]
  await pace.rest('正在核对')
  const sounds = await loadSounds()
  const context = await readContext(db, today, {
    choices: question.choices,
    texts: textsOf(question, chosen),
    tables: chosen.tables,
    is_weekly: sheet.is_weekly === true,
    sounds,
    warn: (sentence) => void (warnings.includes(sentence) || warnings.push(sentence)),
  })
  const book = await sheet.readBook(db, context)
  const place = { file: question.file_name, sheet: chosen.sheet.name }
  const doubled = mapping === null ? doubledHeaders(place, chosen) : []
  const plans = await planRows(sheet, doubled.length > 0 ? [] : chosen.tables, {
    place,
    book,
    context,
    pace,
    taken: takenByCell(question.choices.taken),
  })
  const accepted = plans.filter(isAccepted).flatMap(({ outcome }) => outcome ?? [])
  sheet.afterRows?.(accepted, book, context)
  const header = chosen.tables[0]?.table.header
  return {
    understanding,
    doubts: mapping === null ? [...doubled.map(({ why }) => why), ...doubtsOf(chosen, reader, context)] : [],
    shape: shapeOf(header?.blocks.flatMap(({ columns }) => columns.filter(({ text }) => text !== '')) ?? []),
    question: (header_row) => mappingQuestion(understanding, header_row, reader, context),
    preview: {
      ...describeSheet(sheet, question, chosen),
      understood_by: understanding.by,
      choices: choicesMade(sheet, question, chosen, context),
      rows: plans.map(({ shown }) => shown),
      totals: countVerdicts(plans),
      issues: [...doubled, ...sheetIssues(place, chosen, sheet.columns, countRecords(chosen.tables))],
      warnings,
      new_groups: newGroups(accepted, context, sounds),
    },
    async save(change, left_out, pace) {
      const saved = plans.filter((plan) => canBeSaved(plan.shown) && !left_out.has(plan.shown.address))
      const outcomes = saved.flatMap(({ outcome }) => outcome ?? [])
      const ids = new Map<string, number>()
      for (const group of newGroups(outcomes, context, sounds)) {
        ids.set(group.name, (await addGroup(change, group)).id)
      }
      const drafts = outcomes.flatMap(({ draft }) => draft ?? [])
      await sheet.save(change, drafts, book, {
        groupId: (name) => idOf(ids, name),
        before: async (at, count) => {
          if (pace.isDue()) await pace.rest(`正在保存第 ${at + 1} 项，共 ${count} 项`)
        },
      })
    },
  }
}

function firstWarnings({ workbook }: ImportQuestion, chosen: ChosenSheet): string[] {
  return [
    ...workbook.warnings,
    ...hiddenWarnings(chosen),
    ...new Set(chosen.tables.flatMap(({ warnings }) => warnings)),
  ]
}

function textsOf({ file_name }: ImportQuestion, { head, sheet }: ChosenSheet): string[] {
  return [...head, sheet.name, file_name.replace(/\.[^.]+$/, '')]
}

function describeSheet(
  { kind, columns }: { kind: ImportKind; columns: ImportSheet<string, unknown, unknown>['columns'] },
  { workbook, file_name }: ImportQuestion,
  chosen: ChosenSheet,
) {
  return {
    file_name,
    kind,
    sheet: chosen.sheet.name,
    sheets: workbook.sheets.map(({ name }) => name),
    header_row: chosen.tables[0]?.table.header.top ?? 0,
    columns: columnUses(chosen, columns),
  }
}

function choicesMade(
  { is_weekly }: { is_weekly?: boolean },
  { choices }: ImportQuestion,
  { sheet }: ChosenSheet,
  { week_monday }: ImportContext,
): ImportChoices {
  return { ...choices, sheet: sheet.name, week_monday: is_weekly ? week_monday : choices.week_monday }
}

function newGroups(
  outcomes: readonly RowOutcome<unknown>[],
  { groups }: ImportContext,
  sounds: Sounds,
): { code: string; name: string }[] {
  const taken = new Set(groups.codes)
  const names = new Set(outcomes.flatMap(({ new_group }) => new_group ?? []))
  return [...names].map((name) => {
    const own = outcomes.find((outcome) => outcome.new_group === name && outcome.new_group_code)
    const own_code = own?.new_group_code
    const code = own_code && !taken.has(own_code) ? own_code : groupCode(name, taken, sounds)
    taken.add(code)
    return { code, name }
  })
}

function idOf(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The group ${name} was not made`)
  return id
}

function noSheet({ file_name, choices }: ImportQuestion): UserProblem {
  if (choices.sheet === null) {
    return new UserProblem({
      code: 'workbook_empty',
      message: `“${file_name}”里没有工作表。`,
      where: file_name,
      next: '请用 WPS 或 Excel 打开看看，填好内容、保存后重新选择。',
    })
  }
  return new UserProblem({
    code: 'sheet_gone',
    message: `“${file_name}”里没有工作表“${choices.sheet}”。`,
    where: file_name,
    next: '请重新选择文件或工作表。',
  })
}
