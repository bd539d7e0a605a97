import { UserProblem } from '../../src-shared/problem.ts'
import { type Change, makeChange } from '../database/change.ts'
import type { Desk } from '../desk.ts'
import type { StoredObject } from '../files/file-store.ts'

/** A file that is in the store and waits for its row. */
export interface BroughtFile extends StoredObject {
  token: string
  name: string
}

/**
 * A change that adds files: first they are brought into the store of the book, whole and durable, and only then does
 * the transaction write their rows. What is brought in for a change that fails is swept up later.
 */
export async function changeWithFiles<T>(
  { books, clock, incoming }: Pick<Desk, 'books' | 'clock' | 'incoming'>,
  method: string,
  tokens: readonly string[],
  work: (change: Change, files: BroughtFile[]) => Promise<T>,
): Promise<T> {
  const book = books.current()
  const store = books.files()
  const brought: BroughtFile[] = []
  for (const token of tokens) {
    const file = incoming.get(token)
    brought.push({ token, name: file.name, ...(await store.put(file)) })
  }
  if (book !== books.current()) {
    throw new UserProblem({
      code: 'book_changing',
      message: '台账数据刚刚换过，这一步没有保存。',
      next: '请再试一次。',
    })
  }
  return makeChange(book, clock, { method }, (change) => work(change, brought))
}
