import { type BrowserWindow, type ContextMenuParams, Menu } from 'electron'

/** The right-click menu of text: Electron has none of its own. */
export function showContextMenu(window: BrowserWindow, params: ContextMenuParams): void {
  const { editFlags, isEditable, selectionText } = params
  if (!isEditable && selectionText === '') return
  const copy = { label: '复制', role: 'copy', enabled: editFlags.canCopy } as const
  const edit = [
    { label: '撤销输入', role: 'undo', enabled: editFlags.canUndo },
    { type: 'separator' },
    { label: '剪切', role: 'cut', enabled: editFlags.canCut },
    copy,
    { label: '粘贴', role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { label: '全选', role: 'selectAll', enabled: editFlags.canSelectAll },
  ] as const
  Menu.buildFromTemplate(isEditable ? [...edit] : [copy]).popup({ window })
}
