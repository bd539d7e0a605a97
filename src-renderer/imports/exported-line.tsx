import { type SavedPaper, SavedPaperWords } from '../components/use-paper-export.tsx'

/** Where the exported report lies. */
export function ExportedLine({ saved }: { saved: SavedPaper }) {
  return (
    <div role="status" className="light-green">
      已导出 {saved.file_name}
      <SavedPaperWords saved={saved} />
    </div>
  )
}
