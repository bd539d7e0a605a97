// Photos come as a folder of files named by the people: 王伟.jpg, 03-李娜（一寸蓝底）.png.
import type { PhotoMatch } from '../../src-shared/photos.ts'
import { plainName } from '../../src-shared/staff.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'

interface Person {
  id: number
  name: string
  staff_code: string
  group_name: string | null
  photo_id: number | null
}

export interface NamedFile {
  token: string
  name: string
}

export async function matchPhotos(db: Db, today: string, files: readonly NamedFile[]): Promise<PhotoMatch[]> {
  const people = await db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .leftJoin('staff_photos', 'staff_photos.staff_id', 'staff.id')
    .where(notEnded('staff.left_on', today))
    .select([
      'staff.id',
      'staff.name',
      'staff.staff_code',
      'groups.name as group_name',
      'staff_photos.id as photo_id',
    ])
    .orderBy('staff.sort_order')
    .execute()
  const matches = files.map((file) => matchOne(people, file))
  return matches.map((match) =>
    isTakenTwice(matches, match) ? { ...match, staff_id: null, why: twice } : match,
  )
}

const twice = '有几个文件都像是这个人的，请选定一个。'

function isTakenTwice(matches: readonly PhotoMatch[], { staff_id }: PhotoMatch): boolean {
  return staff_id !== null && matches.filter((match) => match.staff_id === staff_id).length > 1
}

function matchOne(people: readonly Person[], { token, name }: NamedFile): PhotoMatch {
  const stem = name.replace(/\.[^.]+$/, '').normalize('NFKC')
  const found = peopleNamed(people, stem)
  const [only] = found
  if (only === undefined) {
    return { token, file_name: name, staff_id: null, why: '文件名里没有名册上的姓名。', has_photo: false }
  }
  if (found.length > 1) {
    const words = found.map((person) => `${person.group_name ?? '未分组'} ${person.name}`).join('、')
    return { token, file_name: name, staff_id: null, why: `可能是：${words}。`, has_photo: false }
  }
  return { token, file_name: name, staff_id: only.id, why: '', has_photo: only.photo_id !== null }
}

/** The staff code settles it; then the longest name that the file's name contains, told apart by the group. */
function peopleNamed(people: readonly Person[], stem: string): readonly Person[] {
  const by_code = people.filter(({ staff_code }) => staff_code !== '' && partsOf(stem).includes(staff_code))
  if (by_code.length === 1) return by_code
  const plain = plainName(stem).replaceAll(/[.•・]/g, '·')
  const named = people.filter(
    (person) => plain.includes(person.name) || plain.replaceAll(' ', '').includes(person.name),
  )
  const longest = Math.max(0, ...named.map((person) => person.name.length))
  const best = named.filter((person) => person.name.length === longest)
  const in_group = best.filter(({ group_name }) => group_name !== null && plain.includes(group_name))
  return in_group.length === 1 ? in_group : best
}

function partsOf(stem: string): string[] {
  return stem.split(/[^0-9A-Za-z]+/)
}
