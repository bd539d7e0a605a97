"""Writes books, given as JSON on standard input, with the library that is named: openpyxl or xlsxwriter."""
import datetime
import json
import sys


def day(text):
    return datetime.datetime.strptime(text, "%Y-%m-%d")


def cells(sheet):
    for row, values in enumerate(sheet["rows"]):
        for column, value in enumerate(values):
            if value is not None:
                yield row, column, value


def with_openpyxl(path, book):
    import openpyxl

    target = openpyxl.Workbook()
    target.remove(target.active)
    for source in book["sheets"]:
        sheet = target.create_sheet(source["name"])
        if source.get("is_hidden"):
            sheet.sheet_state = "hidden"
        for row, column, value in cells(source):
            cell = sheet.cell(row + 1, column + 1)
            if isinstance(value, dict) and "date" in value:
                cell.value = day(value["date"]).date()
                cell.number_format = "yyyy-mm-dd"
            elif isinstance(value, dict):
                cell.value = value["percent"]
                cell.number_format = "0.0%"
            else:
                cell.value = value
                if isinstance(value, str):
                    # What begins with = would be a formula.
                    cell.data_type = "s"
        for merged in source.get("merges", []):
            sheet.merge_cells(merged)
    target.save(path)


def with_xlsxwriter(path, book):
    import xlsxwriter

    target = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    date = target.add_format({"num_format": "yyyy-mm-dd"})
    percent = target.add_format({"num_format": "0.0%"})
    for source in book["sheets"]:
        sheet = target.add_worksheet(source["name"])
        if source.get("is_hidden"):
            sheet.hide()
        for merged in source.get("merges", []):
            sheet.merge_range(merged, "")
        for row, column, value in cells(source):
            if isinstance(value, dict) and "date" in value:
                sheet.write_datetime(row, column, day(value["date"]), date)
            elif isinstance(value, dict):
                sheet.write_number(row, column, value["percent"], percent)
            elif isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(row, column, value)
            else:
                sheet.write_string(row, column, value)
    target.close()


write = {"openpyxl": with_openpyxl, "xlsxwriter": with_xlsxwriter}[sys.argv[1]]
for path, book in json.load(sys.stdin):
    write(path, book)
