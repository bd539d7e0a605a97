const starts = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '\u0000=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  "'=",
  '"=',
  '{=',
  '%=',
  '|',
  ';',
  ',=',
]
const ends = [
  '1+1',
  "cmd|'/c calc'!A1",
  'HYPERLINK("http://a","b")',
  'WEBSERVICE("http://a")',
  'IMPORTXML("http://a","//b")',
  'DDE("cmd";"/C calc";"!A0")',
  'SUM(A1:A9)',
  '<script>alert(1)</script>',
  '_x003D_1',
  '\u202E1+1',
]

/** 200 texts that a spreadsheet program might take for a formula, a command or an escape. */
export const hostileCells = starts.flatMap((start) => ends.map((end) => `${start}${end}`))
