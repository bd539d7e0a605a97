"""The peer: the same ledger, read by openpyxl in its read-only mode into checked records."""
import datetime
import re
import sys

import openpyxl

source, count = sys.argv[1], int(sys.argv[2])
names = ["id", "number", "category", "group_name", "title", "source", "holder", "id_card", "listed_on", "due_on", "progress", "state", "finished_on", "remark"]
dates = {"listed_on", "due_on", "finished_on"}
number, card = re.compile(r"\d{4}-[A-Z]{2}-\d{4}"), re.compile(r"\d{17}[\dX]")

book = openpyxl.load_workbook(source, read_only=True, data_only=True)
rows = []
for values in book.worksheets[0].iter_rows(min_row=4, max_row=count + 3, values_only=True):
    row = {}
    for name, value in zip(names, values):
        if name in dates:
            row[name] = value.strftime("%Y-%m-%d") if isinstance(value, datetime.datetime) else ""
        else:
            row[name] = "" if value is None else value
    assert isinstance(row["id"], int) and number.fullmatch(row["number"]) and card.fullmatch(row["id_card"])
    assert all(isinstance(row[name], str) for name in names[1:])
    rows.append(row)
print(len(rows))
