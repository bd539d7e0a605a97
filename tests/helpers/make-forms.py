"""Writes forms as superiors send them, each with other features of the format, into a folder: NAME.xlsx."""
import datetime
import sys

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table, TableStyleInfo

folder = sys.argv[1]
thin = Side(style="thin")
box = Border(left=thin, right=thin, top=thin, bottom=thin)


def form(name="填报表", rows=6):
    """A title, 填报单位, a header in row 3, empty lines, a total and a foot."""
    book = Workbook()
    sheet = book.active
    sheet.title = name
    sheet["A1"] = "年度重点工作任务统计表"
    sheet["A1"].font = Font(name="方正小标宋简体", size=20)
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "填报单位：组织人事处"
    sheet.merge_cells("A2:C2")
    for column, header in enumerate(["序号", "事项", "责任人", "数量", "单价", "金额"], 1):
        cell = sheet.cell(3, column, header)
        cell.font = Font(name="黑体", bold=True)
        cell.border = box
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for row in range(4, 4 + rows):
        for column in range(1, 7):
            sheet.cell(row, column).border = box
        sheet.cell(row, 1, row - 3)
        sheet.cell(row, 6, f"=D{row}*E{row}")
        sheet.row_dimensions[row].height = 24 + row
    last = 3 + rows
    sheet.cell(last + 1, 1, "合计")
    sheet.cell(last + 1, 4, f"=SUM(D4:D{last})")
    sheet.cell(last + 1, 6, f"=SUM(F4:F{last})")
    sheet.cell(last + 3, 1, "填表人：　　审核人：")
    sheet.merge_cells(start_row=last + 3, start_column=1, end_row=last + 3, end_column=6)
    return book, sheet


def name(book, text, formula, sheet=None):
    """Older and newer openpyxl keep names in different ways."""
    defined = DefinedName(text, attr_text=formula, localSheetId=sheet)
    if hasattr(book.defined_names, "append"):
        book.defined_names.append(defined)
    elif sheet is None:
        book.defined_names.add(defined)
    else:
        book.worksheets[sheet].defined_names.add(defined)


def save(name, book):
    book.save(f"{folder}/{name}.xlsx")


book, sheet = form()
save("plain", book)

book, sheet = form()
other = book.create_sheet("汇总 表")
other["A1"] = "=填报表!F10"
other["A2"] = "=SUM('填报表'!D4:D9)+A1+填报表!$A$3"
other["A6"] = "=IF(填报表!A5>1,\"填报表!A5\",填报表!$F$11)"
sheet["H2"] = "='汇总 表'!A6+'汇总 表'!A2"
third = book.create_sheet("It's")
third["B9"] = "=SUM(填报表:'汇总 表'!A5)+'It''s'!B9+LOG10(100)"
save("other-sheets", book)

book, sheet = form()
for column in "ABC":
    sheet.merge_cells(f"{column}4:{column}6")
    sheet.merge_cells(f"{column}7:{column}9")
sheet.merge_cells("D7:E9")
save("merged-groups", book)

book, sheet = form()
lists = book.create_sheet("选项")
for row, text in enumerate(["张三", "李四", "王五"], 5):
    lists.cell(row, 1, text)
rule = DataValidation(type="list", formula1="选项!$A$5:$A$7")
rule.add("C4:C9")
sheet.add_data_validation(rule)
rule = DataValidation(type="whole", operator="between", formula1="$D$10", formula2="D5+1")
rule.add("D4:D5")
rule.add("E8")
sheet.add_data_validation(rule)
rule = DataValidation(type="list", formula1='"是,否"')
rule.add("B1:B1048576")
sheet.add_data_validation(rule)
rule = DataValidation(type="custom", formula1="COUNTIF($C$4:$C$9,C4)=1")
rule.add("A3")
sheet.add_data_validation(rule)
save("validations", book)

book, sheet = form()
red = PatternFill(bgColor="FFC7CE")
sheet.conditional_formatting.add("A4:F9", FormulaRule(formula=["$D4>$E$10"], fill=red))
sheet.conditional_formatting.add("D4:D9 F4:F9", CellIsRule(operator="lessThan", formula=["$F$10"], fill=red))
sheet.conditional_formatting.add("E7:E9", ColorScaleRule(start_type="min", end_type="formula", end_value="$E$10", start_color="FFFFFF", end_color="FF0000"))
sheet.conditional_formatting.add("D10", DataBarRule(start_type="num", start_value=0, end_type="max", color="638EC6"))
sheet.conditional_formatting.add("F2:F3", IconSetRule("3Arrows", "percent", [0, 33, 67]))
save("conditional-formats", book)

book, sheet = form()
other = book.create_sheet("附表")
name(book, "合计格", "填报表!$F$10")
name(book, "数量列", "填报表!$D$4:$D$9,填报表!$E$2:$E$3")
name(book, "左边", "填报表!A1")
name(book, "常数", "0.03")
name(book, "动态", "OFFSET(填报表!$A$4,0,0,COUNTA(填报表!$A:$A),1)")
name(book, "本表", "填报表!$A$11", 0)
name(book, "本表", "附表!$A$11", 1)
sheet.print_area = "A1:F12"
sheet.print_title_rows = "1:3"
sheet.print_title_cols = "A:B"
other.print_area = "A1:C9"
other["A1"] = "=合计格*常数+SUM(数量列)"
save("names", book)

book, sheet = form()
sheet["B5"].hyperlink = "https://example.invalid/办法.html#A5"
sheet["B8"].hyperlink = "#填报表!A10"
sheet["B9"] = '=HYPERLINK("#填报表!A5","看")'
sheet["B7"].hyperlink = Hyperlink(ref="B7", location="填报表!A8:B9", display="看 A8")
other = book.create_sheet("目录")
other["A5"].hyperlink = Hyperlink(ref="A5", location="'填报表'!F10")
save("hyperlinks", book)

book, sheet = form()
table = Table(displayName="明细", ref="A3:F9")
table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
sheet.add_table(table)
sheet["H1"] = "=SUM(明细[金额])"
save("table", book)

book, sheet = form()
charts = book.create_sheet("图表")
for chart, place, on in ((BarChart(), "H4", sheet), (LineChart(), "A2", charts), (PieChart(), "H20", sheet)):
    chart.add_data(Reference(sheet, min_col=4, max_col=5, min_row=3, max_row=9), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=2, min_row=4, max_row=9))
    on.add_chart(chart, place)
save("charts", book)

book, sheet = form()
for address in ("A2", "C5", "D6", "F10"):
    sheet[address].comment = Comment(f"请按 {address} 的说明填写", "上级")
save("comments", book)

book, sheet = form(rows=30)
for row in (5, 6, 7, 20):
    sheet.row_breaks.append(Break(id=row))
sheet.col_breaks.append(Break(id=4))
sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
sheet.oddHeader.left.text = "&A"
sheet.page_setup.orientation = "landscape"
sheet.page_setup.paperSize = 8
sheet.page_setup.fitToHeight = 0
sheet.sheet_properties.pageSetUpPr.fitToPage = True
save("page-setup", book)

book, sheet = form()
sheet.freeze_panes = "C8"
sheet.sheet_view.zoomScale = 85
save("frozen-inside", book)

book, sheet = form()
sheet.freeze_panes = "A4"
save("frozen-above", book)

book, sheet = form(rows=12)
sheet.protection.sheet = True
for row in range(4, 16):
    sheet.cell(row, 4).protection = Protection(locked=False)
sheet.row_dimensions[6].hidden = True
sheet.row_dimensions[7].outlineLevel = 1
sheet.row_dimensions[8].outlineLevel = 1
sheet.row_dimensions[9].collapsed = True
sheet.column_dimensions["B"].width = 40
sheet.column_dimensions["E"].hidden = True
hidden = book.create_sheet("隐藏")
hidden.sheet_state = "hidden"
hidden["A1"] = "=填报表!A9"
save("protected", book)

book, sheet = form()
sheet.auto_filter.ref = "A3:F9"
sheet.auto_filter.add_filter_column(2, ["张三"])
sheet.auto_filter.add_sort_condition("A4:A9")
sheet.row_dimensions[5].hidden = True
save("filter", book)

book, sheet = form()
book.epoch = CALENDAR_MAC_1904
for row in range(4, 10):
    sheet.cell(row, 2, datetime.date(2026, 11, row)).number_format = 'yyyy"年"m"月"d"日";@'
    sheet.cell(row, 3, row / 100).number_format = "0.0%"
save("mac-dates", book)

book, sheet = form()
sheet["B5"] = "请如实填写\n并盖章"
sheet["B6"] = "=1+1 不是公式"
sheet["B6"].data_type = "s"
sheet["B7"] = "　" * 3 + "长文字" * 200
sheet["B7"].alignment = Alignment(wrap_text=True, shrink_to_fit=False, text_rotation=255)
sheet["C7"] = "&<>\"' 🐉𠮷"
sheet["C8"] = True
sheet["C9"] = "#N/A"
sheet["C9"].data_type = "e"
save("texts", book)

book, sheet = form(rows=200)
for row in range(4, 204):
    sheet.cell(row, 5, f"=IF(ROW()>4,E{row - 1}+D{row},D{row})")
    sheet.cell(row, 7, f"=VLOOKUP(A{row},$A$4:$F$203,6,FALSE)/SUM(D$4:D{row})")
save("running-totals", book)

book, sheet = form()
book.calculation.fullCalcOnLoad = False
book.calculation.calcMode = "manual"
book.calculation.iterate = True
sheet["G3"] = "=A1:F1 A1:A5"
sheet["G4"] = "=SUM(D:D)+SUM(4:5)+SUM($9:$10)"
sheet["G5"] = "=INDIRECT(\"A5\")&INDEX(A4:A9,2)&OFFSET(A5,1,1)"
sheet["G6"] = "=SUM((A4:A5,A7:A9))+A10%"
sheet["G7"] = "=#REF!+填报表!#REF!"
sheet["G8"] = "=[1]外部!$A$5+A5"
save("odd-formulas", book)

book, sheet = form()
sheet.insert_cols(1)
sheet.delete_cols(1)
for style in range(40):
    cell = sheet.cell(4 + style, 9, style)
    cell.font = Font(size=8 + style / 4, name="仿宋_GB2312")
    cell.fill = PatternFill("solid", fgColor=f"FF{style * 6:02X}FFAA")
    cell.number_format = f'0.{"0" * (style % 5 + 1)}"项"'
save("many-styles", book)
