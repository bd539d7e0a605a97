import { type Correction, corrected_fields } from '../../src-shared/archive.ts'
import { Retention, retentionWords } from '../../src-shared/retention.ts'

/** What was written wrong and what it should say: the original stays in sight. */
export function EntryCorrections({ corrections }: { corrections: Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <section className="record-section">
      <h3>更正</h3>
      <ul className="entry-lines">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <span className="bar-fill wrap">
              {corrected_fields[correction.field]}：
              {correction.before_text !== '' && <s className="quiet">{wordsOf(correction, 'before_text')}</s>}{' '}
              {wordsOf(correction, 'after_text') || '（空）'}
              <div className="quiet small">
                {correction.corrected_on}　{correction.corrected_by}　{correction.reason}
              </div>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function wordsOf(correction: Correction, which: 'before_text' | 'after_text'): string {
  const words = correction[which]
  const term = correction.field === 'retention' ? Retention.safeParse(words) : null
  return term?.success ? retentionWords(term.data) : words
}
