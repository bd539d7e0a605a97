"""The peer: the same ledger, the same styles, by XlsxWriter straight from the same SQLite file."""
import datetime
import sqlite3
import sys

import xlsxwriter

source, target, count = sys.argv[1], sys.argv[2], int(sys.argv[3])

book = xlsxwriter.Workbook(target)
sheet = book.add_worksheet("台账")


def style(font, size, align, **more):
    return book.add_format(
        {"font_name": font, "font_size": size, "font_charset": 134, "align": align, "valign": "vcenter", "text_wrap": True, **more}
    )


box = {"border": 1}
title = style("方正小标宋简体", 20, "center")
left_head, middle_head, right_head = (style("宋体", 11, align) for align in ("left", "center", "right"))
header = style("黑体", 11, "center", bg_color="#EDEDED", **box)
left, center = style("宋体", 10.5, "left", **box), style("宋体", 10.5, "center", **box)
date = style("宋体", 10.5, "center", num_format="yyyy-mm-dd", **box)
foot = style("宋体", 11, "left")

widths = [7, 13, 9, 8, 30, 11, 9, 20, 11, 11, 40, 8, 11, 20]
headers = ["序号", "编号", "类别", "组别", "事项", "来源", "责任人", "身份证号", "列入时间", "完成时限", "进展情况", "状态", "完成时间", "备注"]
for column, width in enumerate(widths):
    sheet.set_column(column, column, width)
sheet.set_default_row(22)
sheet.set_row(0, 40)
sheet.merge_range(0, 0, 0, 13, "组织人事处工作台账", title)
sheet.merge_range(1, 0, 1, 4, "填报单位（盖章）：某某中心组织人事处", left_head)
sheet.merge_range(1, 5, 1, 9, f"共{count}项", middle_head)
sheet.merge_range(1, 10, 1, 13, "填报时间：2026年11月20日", right_head)
for column, text in enumerate(headers):
    sheet.write_string(2, column, text, header)
sheet.freeze_panes(3, 0)
sheet.repeat_rows(2)
sheet.set_paper(9)
sheet.set_landscape()
sheet.fit_to_pages(1, 0)
sheet.center_horizontally()
sheet.set_footer('&C&"宋体,常规"&10第 &P 页 共 &N 页')

dates = {8, 9, 12}
lefts = {4, 10, 13}
styles = [date if column in dates else left if column in lefts else center for column in range(14)]
connection = sqlite3.connect(source)
row = 3
for values in connection.execute("select * from ledger where id <= ? order by id", (count,)):
    sheet.write_number(row, 0, values[0], center)
    for column in range(1, 14):
        value = values[column]
        if value == "":
            sheet.write_blank(row, column, None, styles[column])
        elif column in dates:
            sheet.write_datetime(row, column, datetime.date.fromisoformat(value), date)
        else:
            sheet.write_string(row, column, value, styles[column])
    row += 1
sheet.merge_range(row, 0, row, 13, "填报人：　　　　审核人：　　　　单位负责人：", foot)
book.close()
