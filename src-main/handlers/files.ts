// Who answers the contract's part on files of the book.
import type { files_methods } from '../../src-shared/contract/files.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { isDrawable } from '../../src-shared/files.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Media } from '../files/media-of.ts'
import { safeName } from '../files/safe-name.ts'
import { copyToOpen, saveCopy, soundPath, storedFile } from '../files/stored-file.ts'
import type { Kit } from './kit.ts'

export function filesHandlers({ desk, db }: Kit): Pick<Handlers, keyof typeof files_methods> {
  return {
    'files.preview': async ({ file_id, page, width }) => {
      const file = await storedFile(db(), file_id)
      if (!isDrawable(file.media)) throw notDrawable(file.name)
      const path = await soundPath(desk.books.files(), file)
      return desk.previews.draw({ path, media: file.media as Media, page, width })
    },
    'files.open': async ({ file_id }) => {
      const file = await storedFile(db(), file_id)
      await desk.dialogs.openFile(await copyToOpen(desk.books.files(), file))
      return { done: true }
    },
    'files.save': async ({ file_id }) => {
      const file = await storedFile(db(), file_id)
      const path = await desk.dialogs.chooseWhereToSave('另存文件', safeName(file.name, '附件'))
      if (path === null) return { saved: false }
      await saveCopy(desk.books.files(), file, path)
      return { saved: true }
    },
  }
}

function notDrawable(name: string): UserProblem {
  return new UserProblem({
    code: 'not_drawable',
    message: `“${name}”不能在这里预览。`,
    next: '可以打开一份只读的副本，或另存后用平时的程序查看。',
  })
}
