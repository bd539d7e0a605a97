// Migrates a database file and kills itself after the nth statement: `node migration-child.ts FILE NTH`.
import { migrations } from '../../migrations/index.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'
import { stepsWith } from './failing-database.ts'

const [path = '', nth = ''] = process.argv.slice(2)
const book = openDatabase(path)
migrate(
  book.sqlite,
  stepsWith(migrations, Number(nth), () => process.kill(process.pid, 'SIGKILL')),
)
