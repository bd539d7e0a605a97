"""Writes blank forms as superiors send them down, for 套表填报, into a folder: NAME.xlsx."""
import sys

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

folder = sys.argv[1]
thin = Side(style="thin")
box = Border(left=thin, right=thin, top=thin, bottom=thin)
middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
left = Alignment(horizontal="left", vertical="center", wrap_text=True)


def title(sheet, row, last, text):
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    sheet.cell(row, 1, text).font = Font(name="方正小标宋简体", size=20)
    sheet.cell(row, 1).alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[row].height = 36


def line(sheet, row, last, text):
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    sheet.cell(row, 1, text)


def header(sheet, row, names):
    for column, name in enumerate(names, 1):
        cell = sheet.cell(row, column, name)
        cell.font = Font(name="黑体", size=11, bold=True)
        cell.alignment = middle
        cell.border = box
        cell.fill = PatternFill("solid", fgColor="DDEBF7")


def blanks(sheet, first, last, columns, height=28):
    for row in range(first, last + 1):
        sheet.row_dimensions[row].height = height
        for column in range(1, columns + 1):
            sheet.cell(row, column).border = box
            sheet.cell(row, column).alignment = left if column > 1 else middle


def widths(sheet, *sizes):
    for at, size in enumerate(sizes):
        sheet.column_dimensions["ABCDEFGHIJKLMNOP"[at]].width = size


def matters(first_header="工作事项", moved=False):
    """A weekly ledger with a drop-down list, a total and signatures."""
    book = Workbook()
    sheet = book.active
    sheet.title = "附件1"
    sheet["A1"] = "附件1"
    names = ["序号", first_header, "责任领导", "责任人", "完成时限", "进展情况", "是否完成", "备注"]
    if moved:
        names = ["序号", first_header, "任务来源", "责任人", "责任领导", "截止时间节点", "进展情况", "是否完成", "备注"]
    last = len(names)
    title(sheet, 2, last, "2026年第　　周重点工作推进台账")
    line(sheet, 3, last, "填报单位（盖章）：　　　　　　　　填报时间：　　年　　月　　日　　　单位：项")
    top = 5 if moved else 4
    header(sheet, top, names)
    blanks(sheet, top + 1, top + 5, last)
    for row in range(top + 1, top + 6):
        sheet.cell(row, 1, row - top)
    total = top + 6
    for column in range(1, last + 1):
        sheet.cell(total, column).border = box
    sheet.cell(total, 1, "合计")
    sheet.cell(total, 2, f"=COUNTA(B{top + 1}:B{top + 5})")
    line(sheet, total + 1, last, "填报人：　　　　　审核人：　　　　　联系电话：")
    line(sheet, total + 2, last, "注：此表每周五前报送，一式两份。")
    rule = DataValidation(type="list", formula1='"已完成,未完成,推进中"', allow_blank=True)
    done = "GH"[moved]
    rule.add(f"{done}{top + 1}:{done}{top + 5}")
    sheet.add_data_validation(rule)
    widths(sheet, 6, 32, 10, 10, 13, 30, 10, 12, 12)
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    return book


matters().save(f"{folder}/附件1-重点工作推进台账（空表）.xlsx")
matters("重点工作事项名称", moved=True).save(f"{folder}/附件1-重点工作推进台账（新）.xlsx")

# Two levels of headers, a row that counts the columns, cells beside their labels.
book = Workbook()
sheet = book.active
sheet.title = "AB岗"
title(sheet, 1, 9, "AB岗设置情况登记表")
for column, text in ((1, "单位名称"), (4, "填报人"), (7, "填报日期")):
    sheet.cell(2, column, text).border = box
    sheet.cell(2, column + 1).border = box
sheet["H2"].number_format = 'yyyy"年"m"月"d"日"'
for column, text in ((1, "序号"), (2, "部门"), (3, "岗位职责")):
    sheet.merge_cells(start_row=3, start_column=column, end_row=4, end_column=column)
    sheet.cell(3, column, text)
for column, text in ((4, "A岗"), (7, "B岗")):
    sheet.merge_cells(start_row=3, start_column=column, end_row=3, end_column=column + 2)
    sheet.cell(3, column, text)
    for at, name in enumerate(("姓名", "职务", "联系电话")):
        sheet.cell(4, column + at, name)
for row in (3, 4):
    for column in range(1, 10):
        sheet.cell(row, column).border = box
        sheet.cell(row, column).alignment = middle
for column in range(1, 10):
    sheet.cell(5, column, column).border = box
blanks(sheet, 6, 11, 9)
for row in range(6, 12):
    for column in (6, 9):
        sheet.cell(row, column).number_format = "@"
widths(sheet, 6, 10, 34, 10, 14, 14, 10, 14, 14)
book.save(f"{folder}/AB岗设置情况登记表.xlsx")

# A roster with an example row, text and date columns and counts that the form works out.
book = Workbook()
sheet = book.active
sheet.title = "花名册"
title(sheet, 1, 8, "在岗人员花名册")
line(sheet, 2, 8, "单位：　　　　　　　　　　　　　　截止日期：")
header(sheet, 3, ["序号", "姓名", "所在部门", "职务", "工号", "到岗时间", "联系电话", "政治面貌"])
blanks(sheet, 4, 9, 8, 22)
for column, text in enumerate(["1", "例：张三", "综合组", "组长", "001", "2020-01-01", "13900000000", "党员"], 1):
    sheet.cell(4, column, text)
for row in range(4, 10):
    sheet.cell(row, 5).number_format = "@"
    sheet.cell(row, 6).number_format = "yyyy-mm-dd"
sheet["A10"] = "合计"
sheet["B10"] = "=COUNTA(B4:B9)"
sheet["D10"] = "人数"
sheet["E10"].border = box
widths(sheet, 6, 10, 12, 16, 10, 12, 16, 12)
chart = BarChart()
chart.add_data(Reference(sheet, min_col=2, min_row=10, max_row=10))
sheet.add_chart(chart, "J3")
book.save(f"{folder}/附件3在岗人员花名册.xlsx")

# This week's and next week's part in one sheet.
book = Workbook()
sheet = book.active
sheet.title = "周报"
title(sheet, 1, 6, "本周工作完成情况及下周工作计划表")
line(sheet, 2, 6, "填报处室：　　　　　　报告周次：第　　周　　　　填表人：　　　　")
line(sheet, 3, 6, "一、本周工作完成情况")
header(sheet, 4, ["序号", "工作内容", "承办人", "计划完成时间", "完成情况", "未完成原因及措施"])
blanks(sheet, 5, 7, 6)
line(sheet, 8, 6, "二、下周工作计划")
header(sheet, 9, ["序号", "工作内容", "承办人", "完成时间节点", "具体措施", "备注"])
blanks(sheet, 10, 12, 6)
line(sheet, 13, 6, "单位负责人：　　　　　　填报日期：")
widths(sheet, 6, 34, 10, 14, 30, 22)
book.save(f"{folder}/周报表样.xlsx")

# Groups merged in the blank rows, sums above another sheet's formulas.
book = Workbook()
sheet = book.active
sheet.title = "职责清单"
title(sheet, 1, 6, "岗位职责清单汇总表")
header(sheet, 2, ["处（科）室", "序号", "主要职责", "工作依据", "办理时限", "责任人"])
blanks(sheet, 3, 8, 6)
sheet.merge_cells("A3:A5")
sheet.merge_cells("A6:A8")
sheet["A9"] = "小计"
sheet["C9"] = "=COUNTA(C3:C8)"
other = book.create_sheet("汇总")
other["A1"] = "职责项数"
other["B1"] = "=职责清单!C9"
other["B2"] = "=COUNTA(职责清单!C3:C8)"
widths(sheet, 12, 6, 40, 24, 16, 10)
book.save(f"{folder}/岗位职责清单汇总表.xlsx")

# Hostile to careless filling: protected, with closed cells, a hidden row, formulas among the data, lists on another sheet.
book = Workbook()
sheet = book.active
sheet.title = "归档"
title(sheet, 1, 7, "办结事项归档目录")
line(sheet, 2, 7, "年度：　　　　　　归档部门：")
header(sheet, 3, ["序号", "题名", "责任者", "办结日期", "保管期限", "页数校验", "存放位置"])
blanks(sheet, 4, 30, 7)
for row in range(4, 31):
    sheet.cell(row, 6, f'=IF(B{row}="","",LEN(B{row}))')
    for column in (1, 2, 3, 4, 5):
        sheet.cell(row, column).protection = Protection(locked=False)
    sheet.cell(row, 4).number_format = "yyyy-mm-dd"
sheet["A2"].protection = Protection(locked=False)
sheet.row_dimensions[6].hidden = True
lists = book.create_sheet("选项")
for row, text in enumerate(["永久", "三十年", "十年"], 1):
    lists.cell(row, 1, text)
lists.sheet_state = "hidden"
rule = DataValidation(type="list", formula1="选项!$A$1:$A$3")
rule.add("E4:E30")
sheet.add_data_validation(rule)
sheet.protection.sheet = True
widths(sheet, 6, 40, 12, 13, 12, 10, 20)
book.save(f"{folder}/办结事项归档目录.xlsx")
