// Words for what SQLite refuses: the rules across rows, and a disk that does not take or give what it should.
import { monthDay } from '../src-shared/dates.ts'
import type { Problem } from '../src-shared/problem.ts'
import { weekOf } from '../src-shared/week.ts'

/** By what follows "UNIQUE constraint failed: ". */
const taken: Record<string, string> = {
  'settings.name': '这一项设置已经保存过，请刷新后再改。',
  'staff.staff_code': '已经有人用这个工号。',
  'groups.code': '已经有一个组别用这个代码。',
  'groups.name': '已经有一个组别叫这个名称。',
  'categories.code': '已经有一个类别用这个代码。',
  'categories.name': '已经有一个类别叫这个名称。',
  'holiday_days.day': '节假日表里这一天写了两次。',
  'duty_past_texts.duty_id, duty_past_texts.to_on': '这项职责到这一天为止的旧文已经保留过。',
  'staff_past_places.staff_id, staff_past_places.to_on': '这个人到这一天为止的组别和岗位已经保留过。',
  'duty_version_rows.version_id, duty_version_rows.place': '同一版本里有两项职责占同一个位置。',
  'duty_version_rows.version_id, duty_version_rows.number': '同一版本里有两项职责用同一个编号。',
  'duty_version_people.version_id, duty_version_people.place': '同一版本里有两个人占同一个位置。',
  'duty_versions.name': '已经有一个版本叫这个名称。',
  'bases.title, bases.document_number': '依据库里已经有这份文件。',
  'duties.number': '已经有一项职责用这个编号。',
  'matters.number': '已经有一个事项用这个编号。',
  'number_register.number': '这个编号已经用过，不能再用。',
  'number_register.kind, number_register.scope, number_register.serial': '这个编号已经用过，不能再用。',
  'matter_weeks.matter_id, matter_weeks.week_monday': '这个事项在这一周已经有一行。',
  'week_locks.week_monday': '这一周已经关账，不能再关一次。',
  'week_names.week_monday': '这一周已经有名称，请刷新后再改。',
  'week_snapshots.lock_id, week_snapshots.list': '这次关账已经留过这张表的快照。',
  'week_reports.staff_id, week_reports.week_monday': '这个人这一周的上报状态已经登记过。',
  'paper_register.number': '这个编号已经用过，不能再用。',
  'paper_register.kind, paper_register.year, paper_register.serial': '这个编号已经用过，不能再用。',
  'forms.file_id': '这份文件已经是另一张表的模板。',
  'card_design.image_file_id': '这张图片已经用在职责牌上。',
  'handovers.number': '这个编号已经用过，不能再用。',
  'handovers.absence_id': '这次离岗已经有一张交接单。',
  'import_forms.kind, import_forms.shape': '这种表的对应关系已经记住了，请刷新后再改。',
  'import_reports.change_id': '这次导入已经有一份导入报告。',
  'import_report_parts.report_id, import_report_parts.part': '这份导入报告的这一部分已经写过。',
  'post_adjustment_holders.adjustment_id, post_adjustment_holders.duty_id, post_adjustment_holders.is_after, post_adjustment_holders.role, post_adjustment_holders.rank':
    '这次AB岗调整里，同一项职责的同一个岗位写了两次。',
  'post_exceptions.duty_id': '这项职责已经列为特殊岗位，请刷新后再改。',
  'post_publication_holders.publication_row_id, post_publication_holders.role, post_publication_holders.rank':
    '这次公布里，同一项职责的同一个岗位写了两次。',
  'post_publication_rows.publication_id, post_publication_rows.duty_id': '这次公布里，同一项职责写了两次。',
  'tracked_matters.matter_id': '这件事已经列入督办或整改台账。',
  'post_publications.as_of': '这一天的AB岗已经公布过。',
  'report_layouts.report': '这张报表的版式已经保存过，请刷新后再改。',
  'matter_files.file_id': '这份文件已经是另一项事项的佐证材料。',
  'matter_papers.matter_id': '这项事项的纸质材料存放处已经登记过，请刷新后再改。',
  'matter_measures.matter_id, matter_measures.measure_id': '这项事项的这个指标已经填过，请刷新后再改。',
  'measures.name': '已经有一个指标叫这个名称。',
  'measure_uses.measure_id, measure_uses.category_id': '这个指标已经用在这个类别上。',
  'measure_uses.measure_id, measure_uses.duty_id': '这个指标已经用在这项职责上。',
  'matter_defects.matter_id': '这项事项已经登记为带病销号，补齐以前不能再登记一次。',
  'routine_dates.matter_id': '这个事项已经是另一期周期事项。',
  'routine_dates.duty_id, routine_dates.period': '这项职责的这一期已经登记过。',
  'routine_habits.duty_id': '这项职责的周期事项设置已经保存过，请刷新后再改。',
  'kept_searches.name': '已经有一个常用查找叫这个名称。',
  'row_drafts.grid': '这张表没有保存的内容已经另存过，请刷新后再改。',
  'collection_forms.code': '这个表单编号已经用过，请再制表一次。',
  'collection_merges.change_id': '这次合并已经有一份合并报告。',
  'staff_merges.from_id': '这条人员记录已经合并过。',
  'staff_photos.staff_id': '这个人已经有一张照片，请刷新后再换。',
  'staff_photos.file_id': '这张照片已经登记给另一个人。',
  'submissions.file_id': '这份文件已经登记在另一次上报里。',
  'submissions.replaces_id': '这次上报已经有一次补报。',
  'archive_entries.matter_id': '这个事项已经归档，不能再归一次。',
  'archive_organs.code': '这个机构（问题）代码已经用过。',
  'archive_organs.name': '这个机构（问题）名称已经用过。',
  'archive_classes.name': '已经有一个归档类目叫这个名称。',
  'class_materials.class_id, class_materials.name': '这个归档类目的材料清单里，同一份材料写了两次。',
  'retention_rules.material': '保管期限表里已经有这种材料。',
  'entry_materials.entry_id, entry_materials.name': '材料清单里，同一份材料写了两次。',
  'supplied_materials.material_id': '这份材料已经登记补齐。',
  'archive_files.file_id': '这份文件已经登记在另一卷里。',
  'archive_files.entry_id, archive_files.serial': '这一卷里已经有这个序号的文件，请刷新后再试。',
  'archive_items.archive_number': '这个档号已经用过，档号不能重复。',
  'archive_items.year, archive_items.organ_id, archive_items.retention, archive_items.item_number':
    '这个件号已经用过，件号不能重复。',
  'archive_boxes.year, archive_boxes.organ_id, archive_boxes.retention, archive_boxes.box_number':
    '这个盒号已经用过，请刷新后再装盒。',
  'left_out_entries.entry_id': '这一卷已经定为不整理成件。',
  'archive_lendings.entry_id': '这一卷已经借出，还没有归还。',
  'archive_lendings.item_id': '这一件已经借出，还没有归还。',
  'shelf_check_rows.check_id, shelf_check_rows.entry_id': '这次清点里已经有这一卷。',
  'shelf_check_rows.check_id, shelf_check_rows.box_id': '这次清点里已经有这一盒。',
}

/** By the words of the trigger. */
const refused: Record<string, Omit<Problem, 'code'>> = {
  'submitted: read-only': {
    message: '已登记的上报不能修改，也不能删除。',
    next: '报错了请“作废”并写明原因，或登记“补报”。',
  },
  'archived: read-only': {
    message: '这个事项已经办结归档，内容不能再改。',
    next: '如果归档有误，请在操作记录里撤销那一次归档，改好后重新归档。',
  },
  'numbered: read-only': {
    message: '这一件已经编号，档号和著录内容不能再改。',
    next: '写错了的请登记“更正”；编号有误的，请在操作记录里撤销最近一次编号，改好后重新编号。',
  },
  'a box holds one year, organ and term': {
    message: '不同年度、不同机构（问题）、不同保管期限的归档文件不能装在同一盒。',
    next: '请另装一盒。',
  },
  'frozen: read-only': {
    message: '已定的版本不能再改。',
    next: '定错了的，请在操作记录里撤销那一次定版，再重新定版。',
  },
  'two holders of one rank on one day': {
    message: '同一项职责在同一天只能有一个A岗，每个顺位的B岗也只能有一个。',
    next: '请检查起止日期，先结束原来的，再安排新的。',
  },
  'two absences of one person at one time': {
    message: '同一个人的两次离岗时间重叠了。',
    next: '请先看看原来登记的那一次：改日期、延长，或者取消它。',
  },
  'a number once taken stays in the register': {
    message: '用过的编号要一直保留在编号登记簿里，不能删除。',
  },
  'an import report stays as it is': { message: '导入报告只能增加，不能修改或删除。' },
  'a lock of a week stays told': { message: '关账和解锁的记录只能增加，不能修改或删除。' },
  'a snapshot of a week stays as it is': { message: '关账时的快照不能修改或删除。' },
  'the audit trail is append-only': { message: '操作记录只能增加，不能修改或删除。' },
}

const disk_words: readonly (readonly [code: RegExp, problem: Problem])[] = [
  [
    /^SQLITE_FULL/,
    {
      code: 'disk_full',
      message: '磁盘空间不足，这一步没有保存。',
      next: '请清理磁盘（至少留出 200 MB），然后再试一次。',
    },
  ],
  [
    /^SQLITE_(IOERR|PROTOCOL)/,
    {
      code: 'disk_trouble',
      message: '读写台账文件时磁盘出错，这一步没有保存。',
      next: '请检查磁盘是否已满、是否被拔出或有坏道，然后重新启动本程序；程序启动时会检查数据。',
    },
  ],
  [
    /^SQLITE_(READONLY|PERM|AUTH)/,
    {
      code: 'read_only',
      message: '台账文件或所在文件夹是只读的，这一步没有保存。',
      next: '请去掉文件和文件夹的“只读”属性，或请管理员给这个文件夹写入权限，然后重新启动本程序。',
    },
  ],
  [
    /^SQLITE_CANTOPEN/,
    {
      code: 'database_unreachable',
      message: '打不开台账数据库，这一步没有保存。',
      next: '请检查数据文件夹是否还在、是否有读写权限，然后重新启动本程序。',
    },
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    {
      code: 'busy',
      message: '台账文件正被另一个程序占用，这一步没有保存。',
      next: '请关闭其他打开它的程序（包括备份、同步和数据库工具），然后再试一次。',
    },
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    {
      code: 'database_damaged',
      message: '台账数据库有损坏，这一步没有保存。',
      next: '请到设置的备份页，从最近的备份恢复；恢复前会先把现在的数据另存一份。',
    },
  ],
]

const closed_week = 'closed week: '

/** The trigger names the week by its Monday. */
function closedWeek(message: string): Omit<Problem, 'code'> {
  const monday = message.slice(closed_week.length)
  const week = monday === '' ? '这一周' : `第${weekOf(monday).week}周（${monthDay(monday)}起）`
  return {
    message: `${week}已经关账，当周的进展和报送情况不能再改，这一步没有保存。`,
    next: '确实要改的，请先在“每周销号”里解锁这一周并写明原因；新的进展请写在没有关账的周里。',
  }
}

/** Null for what only a mistake in the program can cause. */
export function sqliteProblem(code: string, message: string): Problem | null {
  const disk = disk_words.find(([pattern]) => pattern.test(code))
  if (disk) return disk[1]
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return takenProblem(message)
  // A RESTRICT that refuses a deletion has the code of a trigger.
  if (code.startsWith('SQLITE_CONSTRAINT') && message === 'FOREIGN KEY constraint failed') {
    return {
      code: 'still_used',
      message: '还有别的记录与它相连，或者它所指的记录已经不在，这一步没有保存。',
      next: '请刷新页面看看现在的内容，先处理相连的记录，再试一次。',
    }
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') {
    const words = message.startsWith(closed_week) ? closedWeek(message) : refused[message]
    return words ? { code: 'refused', ...words } : null
  }
  if (code !== 'SQLITE_CONSTRAINT_CHECK') return null
  return {
    code: 'rule_broken',
    message: '有一项内容不符合台账的规则（例如日期不对、必填的没有填），这一步没有保存。',
    next: '请检查填写的内容后再试一次。',
  }
}

function takenProblem(message: string): Problem {
  const columns = message.replace('UNIQUE constraint failed: ', '')
  return {
    code: 'taken',
    message: taken[columns] ?? '已经有一条相同的记录，不能重复登记。',
    next: '请改成不重复的内容，或者去修改原来的那一条。',
  }
}
