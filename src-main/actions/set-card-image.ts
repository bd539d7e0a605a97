import type { Desk } from '../desk.ts'
import { setCardImage } from '../duty-cards/card-design.ts'
import { changeWithFiles } from './change-with-files.ts'

/** The unit's own image on the duty cards; null takes it away. */
export function bringCardImageIn(
  desk: Pick<Desk, 'books' | 'clock' | 'incoming'>,
  token: string | null,
): Promise<void> {
  return changeWithFiles(desk, 'cards.setImage', token === null ? [] : [token], (change, [file]) =>
    setCardImage(change, file === undefined ? null : { stored: file, name: file.name }),
  )
}
