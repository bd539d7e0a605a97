import { expect, test } from 'vitest'
import { mayOpen } from '../../../src-main/files/may-open.ts'

test('papers of the office are opened', () => {
  const papers = [
    ['通知.docx', 'docx'],
    ['名单.et', 'ole'],
    ['扫描件.PDF', 'pdf'],
    ['公文.ofd', 'ofd'],
    ['现场.JPG', 'jpeg'],
    ['说明.txt', 'text'],
  ] as const
  expect(papers.filter(([name, media]) => !mayOpen(name, media))).toEqual([])
})

test('nothing that runs is opened, and nothing that is not what its name says', () => {
  const others = [
    ['setup.exe', 'program'],
    ['通知.pdf', 'program'],
    ['通知.docx.lnk', 'program'],
    ['run.bat', 'text'],
    ['a.js', 'text'],
    ['page.html', 'text'],
    ['宏.xlsm', 'xlsx'],
    ['宏.docm', 'docx'],
    ['通知.docx', 'zip'],
    ['通知', 'text'],
    ['constructor', 'text'],
  ] as const
  expect(others.filter(([name, media]) => mayOpen(name, media))).toEqual([])
})
