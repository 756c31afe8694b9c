// Worker thread: makes the files of papers; each library is loaded by the first file that needs it.
import { type AnswersPaper, answersSheet } from './answers-sheet'
import { type LivePaper, liveSheet, paperSheet, type VersionPaper } from './paper-sheet'
import type { Sheet } from './sheet'

export const paperForms = ['docx', 'pdf'] as const
export type PaperForm = (typeof paperForms)[number]

async function write(form: PaperForm, sheet: Sheet): Promise<Uint8Array> {
  if (form === 'docx') return (await import('./write-docx')).writeDocx(sheet)
  return (await import('./write-pdf')).writePdf(sheet)
}

export const answers = (job: { form: PaperForm; paper: AnswersPaper }): Promise<Uint8Array> =>
  write(job.form, answersSheet(job.paper))

export const version = (job: { form: PaperForm; paper: VersionPaper }): Promise<Uint8Array> =>
  write(job.form, paperSheet(job.paper))

export const live = (job: { form: PaperForm; paper: LivePaper }): Promise<Uint8Array> =>
  write(job.form, liveSheet(job.paper))
