import { describe, expect, it } from 'vitest'
import { loadPinyin } from '../../../src-main/search/pinyin.ts'

const pinyin = await loadPinyin()

describe('a name is found by its pinyin', () => {
  it.each([
    ['张三', 'zs', true],
    ['张三', 'zhangsan', true],
    ['张三', 'zhangs', true],
    ['张三', 'zhsan', true],
    ['张三', 'zsan', true],
    ['张三', 'zhang', true],
    ['张三', 'zhan', true],
    ['张三', 'z', true],
    ['张三', 'san', true],
    ['张三', 's', false],
    ['张三', 'zss', false],
    ['张三', 'zhangsang', false],
    ['张三', 'ls', false],
    ['欧阳修', 'oyx', true],
    ['欧阳修', 'ouyangxiu', true],
    ['欧阳修', 'yangx', true],
    ['单雄信', 'sxx', true],
    ['单雄信', 'shanxiongxin', true],
    ['单雄信', 'dxx', true],
    ['解放', 'xf', true],
    ['仇和', 'qiuhe', true],
    ['曾巩', 'zenggong', true],
    ['区伟', 'ouwei', true],
    ['查良镛', 'zly', true],
    ['万俟明', 'moqiming', true],
    ['尉迟恭', 'yuchigong', true],
    ['任远', 'reny', true],
    ['吕布', 'lvbu', true],
    ['吕布', 'lubu', true],
    ['吕布', 'lb', true],
    ['阿卜杜·买提', 'abdmt', true],
    ['王anna', 'wanganna', true],
  ])('%s by %s: %s', (name, letters, is_found) => {
    expect(pinyin.spellsName(name, letters)).toBe(is_found)
  })
})
