# What openpyxl finds of a form's drop-downs, hidden columns and sheets, as one JSON object.
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
print(
    json.dumps(
        [
            {
                "name": sheet.title,
                "is_hidden": sheet.sheet_state != "visible",
                "is_protected": sheet.protection.sheet,
                "hidden_columns": sorted(
                    letter for letter, column in sheet.column_dimensions.items() if column.hidden
                ),
                "rules": sorted(
                    f"{str(rule.sqref).split(':')[0]} {rule.type}"
                    for rule in sheet.data_validations.dataValidation
                ),
                "lists": sorted(
                    rule.formula1.replace("$", "").replace("'", "").replace(".", "!")
                    for rule in sheet.data_validations.dataValidation
                    if rule.type == "list"
                ),
            }
            for sheet in book
        ],
        ensure_ascii=False,
    )
)
