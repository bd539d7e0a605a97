import type { Publication } from '../../src-shared/backup-posts.ts'
import { ExportButton } from '../components/export-button.tsx'

/** What was published so far, newest first; each can be exported again as it was. */
export function PublicationList({ publications }: { publications: readonly Publication[] }) {
  return (
    <section className="sheet load-list" aria-label="历次公布">
      <header>
        <h2>历次公布</h2>
        <ExportButton report="post-publication" type="link">
          导出送审稿…
        </ExportButton>
      </header>
      <div className="load-rows">
        {publications.map((publication) => (
          <article key={publication.id} className="publication">
            <div>
              <strong className="number">{publication.as_of}</strong>
              <span className="quiet">　{publication.duties}项职责</span>
            </div>
            {publication.approver !== '' && <div className="quiet">{publication.approver}批准</div>}
            {publication.note !== '' && <div className="quiet wrap">{publication.note}</div>}
            <ExportButton
              report="post-publication"
              publication_id={publication.id}
              type="link"
              label={`导出${publication.as_of}的公布表`}
            >
              导出公布表…
            </ExportButton>
          </article>
        ))}
        {publications.length === 0 && (
          <p className="quiet">
            还没有公布过。首次公布以前，A岗、B岗改后即存；公布以后再换人，要登记批准人和原因。
          </p>
        )}
      </div>
    </section>
  )
}
