/** Which book is open: the clerk's own or the sample year of an invented department. */
export type BookName = 'own' | 'sample'

export interface BookState {
  book: BookName
  /** No staff, no duties, no matters yet. */
  is_empty: boolean
  today: string
  unit_name: string
  department_name: string
  clerk_name: string
  signer_name: string
  /** The latest change that 撤销 would take back; null when there is none. */
  undoable: { id: number; title: string } | null
  app_version: string
  data_folder: string
  backup_folder: string
}
