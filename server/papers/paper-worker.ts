// Worker thread: makes the files of papers; each library is loaded by the first file that needs it.
import { type AnswersPaper, answersSheet } from './answers-sheet'

export const paperForms = ['docx', 'pdf'] as const
export type PaperForm = (typeof paperForms)[number]

export async function answers(job: { form: PaperForm; paper: AnswersPaper }): Promise<Uint8Array> {
  const sheet = answersSheet(job.paper)
  if (job.form === 'docx') return (await import('./write-docx')).writeDocx(sheet)
  return (await import('./write-pdf')).writePdf(sheet)
}
