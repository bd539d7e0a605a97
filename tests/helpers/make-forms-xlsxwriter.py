"""Writes forms with what openpyxl cannot: extensions of 2010, controls, text boxes, sparklines. NAME.xlsx in a folder."""
import sys

import xlsxwriter

folder = sys.argv[1]


def form(name, fill):
    book = xlsxwriter.Workbook(f"{folder}/{name}.xlsx")
    sheet = book.add_worksheet("填报表")
    title = book.add_format({"bold": True, "font_size": 20, "align": "center"})
    box = book.add_format({"border": 1, "text_wrap": True})
    sheet.merge_range("A1:F1", "年度重点工作任务统计表", title)
    for column, header in enumerate(["序号", "事项", "责任人", "数量", "单价", "金额"]):
        sheet.write(2, column, header, box)
    for row in range(3, 9):
        sheet.write_number(row, 0, row - 2, box)
        for column in range(1, 5):
            sheet.write_blank(row, column, None, box)
        sheet.write_formula(row, 5, f"=D{row + 1}*E{row + 1}", box)
    sheet.write_formula("D10", "=SUM(D4:D9)", box)
    fill(book, sheet)
    book.close()


def extensions(book, sheet):
    sheet.conditional_format("D4:D9", {"type": "data_bar", "data_bar_2010": True, "max_type": "formula", "max_value": "=$D$10"})
    sheet.conditional_format("E4:E9", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    sheet.add_sparkline("G6", {"range": "填报表!D4:D9"})
    sheet.data_validation("B4:B9", {"validate": "list", "source": ["是", "否"]})
    sheet.write_dynamic_array_formula("H4", "=SORT(A4:A9)")


def drawn(book, sheet):
    sheet.insert_textbox("H5", "请如实填写", {"textlink": "=$A$10"})
    sheet.insert_button("H12", {"caption": "核对", "macro": "check"})
    sheet.write_comment("B6", "办法第五条", {"author": "上级"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"categories": "=填报表!$B$4:$B$9", "values": "=填报表!$D$4:$D$9", "name": "=填报表!$D$3"})
    sheet.insert_chart("A14", chart, {"object_position": 1})
    alone = book.add_chartsheet("图")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=填报表!$E$4:$E$9"})
    alone.set_chart(chart)


def printed(book, sheet):
    sheet.repeat_rows(0, 2)
    sheet.print_area("A1:F12")
    sheet.set_h_pagebreaks([5, 6, 9])
    sheet.freeze_panes(7, 2)
    sheet.autofilter("A3:F9")
    sheet.set_row(6, 40, None, {"level": 1, "hidden": True})
    book.define_name("合计格", "=填报表!$D$10")
    book.define_name("填报表!本表", "=填报表!$A$4:$F$9")


form("xlsxwriter-extensions", extensions)
form("xlsxwriter-drawn", drawn)
form("xlsxwriter-printed", printed)
