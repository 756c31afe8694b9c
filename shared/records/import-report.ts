// What a Word file brought into a paper: what came, what was changed, what was left out, and its comments.
import { z } from 'zod'
import { importChanges, importOmissions } from '../facts/import-report'

const count = z.int().nonnegative()
const line = <Names extends readonly [string, ...string[]]>(names: Names) =>
  z.object({
    what: z.enum(names),
    count,
    /** The first few, in the file's own words where it has some. */
    examples: z.array(z.string()),
  })

/** A comment of the file, with the words it stands on in the paper's text. */
export const importedComment = z.object({
  author: z.string(),
  at: z.string().nullable(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  body: z.string(),
})
export type ImportedComment = z.infer<typeof importedComment>

export const importReport = z.object({
  came: z.object({
    words: count,
    paragraphs: count,
    headings: count,
    lists: count,
    tables: count,
    images: count,
    notes: count,
  }),
  changed: z.array(line(importChanges)),
  leftOut: z.array(line(importOmissions)),
  comments: z.array(importedComment),
})
export type ImportReport = z.infer<typeof importReport>
