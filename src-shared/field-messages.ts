import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * The message of each field that is wrong, by its path: `{ name: '请填写姓名。', 'b_staff_ids.0': … }`.
 * What a form edits is called `draft` in the contract; its fields go by their own names.
 */
export function fieldMessages(error: z.ZodError): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path[0] === 'draft' ? issue.path.slice(1) : issue.path
    messages[path.join('.')] ??= wordsFor(issue)
  }
  return messages
}

/** Zod speaks English where a schema gives no words of its own; none of that reaches the clerk. */
function wordsFor(issue: Issue): string {
  // What Zod quotes, such as the names of fonts to choose from, may be Chinese inside an English sentence.
  if (/\p{Script=Han}/u.test(issue.message.replace(/"[^"]*"/g, ''))) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return type_words[issue.expected] ?? '这一项没有填写。'
    case 'too_small':
      return `${issue.origin === 'array' ? '至少要有' : '不能小于'} ${issue.minimum}${unit(issue.origin)}。`
    case 'too_big':
      return `${issue.origin === 'array' ? '最多只能有' : '不能超过'} ${issue.maximum}${unit(issue.origin)}。`
    case 'invalid_value':
      return '请在给出的选项中选择。'
    default:
      return '这一项的写法不对，请重新填写。'
  }
}

const type_words: Record<string, string> = {
  string: '请填写文字。',
  int: '请填写整数。',
  number: '请填写数字。',
  boolean: '请选择是或否。',
}

function unit(origin: string): string {
  if (origin === 'string') return ' 个字'
  return origin === 'array' ? ' 项' : ''
}
