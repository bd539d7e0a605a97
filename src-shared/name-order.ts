import { z } from 'zod'

/** 名单顺序: the clerk's own, or one of the official ones. */
export const NameOrder = z.enum(['manual', 'surname_strokes', 'name_strokes', 'pinyin'])
export type NameOrder = z.infer<typeof NameOrder>

export const name_order_words: Record<NameOrder, string> = {
  manual: '名册顺序',
  surname_strokes: '姓氏笔画',
  name_strokes: '姓名笔画',
  pinyin: '拼音',
}
