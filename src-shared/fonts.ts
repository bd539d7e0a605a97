// The fonts of official tables, and what stands in for one that this PC does not have.
import { z } from 'zod'

export const font_names = [
  '方正小标宋简体',
  '方正小标宋_GBK',
  '华文中宋',
  '黑体',
  '宋体',
  '仿宋_GB2312',
  '仿宋',
  '楷体_GB2312',
  '楷体',
  '微软雅黑',
] as const
export const FontName = z.enum(font_names)
export type FontName = z.infer<typeof FontName>

export const substitutes = ['宋体 加粗', '宋体', '黑体', '仿宋', '楷体', '华文中宋', '微软雅黑'] as const
export const Substitute = z.enum(substitutes)
export type Substitute = z.infer<typeof Substitute>

/** `title`, the column heads and 附件, all else. */
export type FontRole = 'title' | 'heading' | 'body'
export const font_role_words: Record<FontRole, string> = {
  title: '标题',
  heading: '附件、表头、小标题',
  body: '正文、落款',
}

export interface FontFinding {
  role: FontRole
  wanted: string
  is_installed: boolean
  /** What the file will name. */
  used: string
  /** What to expect on paper, in a sentence; empty when the font is there. */
  words: string
}

export interface FontsState {
  findings: FontFinding[]
  /** Of the fonts that can be chosen, those that this PC has. */
  installed: string[]
}
