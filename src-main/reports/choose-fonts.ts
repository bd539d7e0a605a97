import { type FontFinding, type FontRole, type FontsState, font_names } from '../../src-shared/fonts.ts'
import type { Settings } from '../../src-shared/settings.ts'
import type { FontFace, SheetFonts } from '../excel/workbook.ts'
import { familiesIn, fontFolders } from './font-files.ts'

/** Families that this PC has; undefined where it could not be found out. */
export type InstalledFonts = ReadonlySet<string> | undefined

let known: Promise<ReadonlySet<string>> | undefined

/** Looked up with the first report, not at start-up; `again` after the clerk has installed one. */
export function installedFonts(again = false): Promise<ReadonlySet<string>> {
  if (again) known = undefined
  known ??= familiesIn(fontFolders())
  return known
}

/** What the file will name for each role: the font of the settings, or its substitute where only that one is there. */
export function chooseFonts(settings: Settings, installed: InstalledFonts): FontFinding[] {
  return (['title', 'heading', 'body'] as const).map((role) =>
    judge(role, settings[`${role}_font`], settings[`${role}_substitute`], installed),
  )
}

function judge(role: FontRole, wanted: string, substitute: string, installed: InstalledFonts): FontFinding {
  const is_installed = installed === undefined || hasFont(installed, wanted)
  if (is_installed) return { role, wanted, is_installed, used: wanted, words: '' }
  if (hasFont(installed, nameOf(substitute))) {
    const words = `本机没有“${wanted}”，打印时将用“${substitute}”代替。`
    return { role, wanted, is_installed, used: substitute, words }
  }
  const words = `本机没有“${wanted}”，也没有代替它的“${nameOf(substitute)}”；文件里仍写“${wanted}”，在本机打印时由 Excel 或 WPS 自选字体。`
  return { role, wanted, is_installed, used: wanted, words }
}

const bold = / 加粗$/

function nameOf(face: string): string {
  return face.replace(bold, '')
}

/** Fonts that have been renamed with a new edition, and what Windows calls them in English. */
const other_names: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S'],
  方正小标宋_GBK: ['FZXiaoBiaoSong-B05'],
  华文中宋: ['STZhongsong'],
  黑体: ['SimHei'],
  宋体: ['SimSun'],
  仿宋: ['FangSong'],
  仿宋_GB2312: ['FangSong_GB2312'],
  楷体: ['KaiTi'],
  楷体_GB2312: ['KaiTi_GB2312'],
  微软雅黑: ['Microsoft YaHei'],
}

/** Also by what the font is called in English. */
export function hasFont(installed: ReadonlySet<string>, name: string): boolean {
  return [name, ...(other_names[name] ?? [])].some((each) => installed.has(each))
}

export function facesOf(findings: readonly FontFinding[]): SheetFonts {
  const faceOf = (role: FontRole): FontFace => {
    const used = findings.find((finding) => finding.role === role)?.used ?? ''
    return { name: nameOf(used), is_bold: bold.test(used) }
  }
  return { title: faceOf('title'), heading: faceOf('heading'), body: faceOf('body') }
}

export async function fontsState(settings: Settings): Promise<FontsState> {
  const installed = await installedFonts(true)
  return {
    findings: chooseFonts(settings, installed),
    installed: font_names.filter((name) => hasFont(installed, name)),
  }
}
