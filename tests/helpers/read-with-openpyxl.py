"""Prints what openpyxl finds in workbooks, one JSON line a file: the second opinion on our own reader."""
import datetime
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def plain(cell):
    value = cell.value
    if value is None or (isinstance(value, str) and value.strip() == ""):
        return None
    if isinstance(value, bool):
        return {"kind": "boolean", "text": "TRUE" if value else "FALSE"}
    if isinstance(value, datetime.datetime):
        return {"kind": "date", "date": value.strftime("%Y-%m-%d"), "seconds": value.hour * 3600 + value.minute * 60 + value.second}
    if isinstance(value, datetime.date):
        return {"kind": "date", "date": value.strftime("%Y-%m-%d"), "seconds": 0}
    if isinstance(value, datetime.time):
        return {"kind": "time", "seconds": value.hour * 3600 + value.minute * 60 + value.second}
    if isinstance(value, datetime.timedelta):
        return {"kind": "time", "seconds": round(value.total_seconds())}
    if isinstance(value, (int, float)):
        return {"kind": "number", "number": value}
    if cell.data_type == "e":
        return {"kind": "error", "text": value}
    return {"kind": "text", "text": value}


def read(path):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                value = plain(cell)
                if value is not None:
                    cells[cell.coordinate] = value
        sheets.append({"name": sheet.title, "hidden": sheet.sheet_state != "visible", "cells": cells})
    return sheets


for path in sys.argv[1:]:
    try:
        answer = {"path": path, "sheets": read(path)}
    except Exception as error:
        answer = {"path": path, "error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer, ensure_ascii=False))
