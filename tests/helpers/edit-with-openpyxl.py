"""Opens a workbook, sets cells of its first sheet, and saves it: edit-with-openpyxl.py PATH OUT '{"B5": "张三"}'."""
import json
import sys

import openpyxl

path, out, cells = sys.argv[1:]
book = openpyxl.load_workbook(path)
for address, value in json.loads(cells).items():
    book.worksheets[0][address] = value
book.save(out)
