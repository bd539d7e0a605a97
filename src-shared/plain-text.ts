/**
 * A text as it is searched, and as a question is put: half-width, small letters, one blank for blanks, ends of lines and
 * control characters. Half a surrogate pair becomes U+FFFD, as SQLite stores it.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
}
