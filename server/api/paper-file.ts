// How the file of a paper is handed out: for download, under its name.
import type { Context } from 'hono'
import { asAttachment } from '../papers/file-name'
import type { PaperForm } from '../papers/paper-worker'

const contentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<PaperForm, string>

export async function sendFile(
  context: Context,
  form: PaperForm,
  made: Promise<{ bytes: Uint8Array; name: string }>,
) {
  const { bytes, name } = await made
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': contentTypes[form],
    'content-disposition': asAttachment(name, form),
  })
}
