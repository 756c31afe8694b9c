// What a Word file brought into a paper: what came, what was changed, what was left out, and its comments.
import { z } from 'zod'

/** Why a file is refused, beyond `unreadable-file`. */
export const importRefusals = [
  'not-word',
  'old-word',
  'locked',
  'macros',
  'rtf',
  'pdf',
  'odt',
  'damaged',
  'nested',
  'template',
  'empty',
  'no-file',
] as const
export type ImportRefusal = (typeof importRefusals)[number]

/** What stands in the paper in another form than in the file. */
export const importChanges = [
  'tcvn3',
  'vni',
  'composed',
  'symbols',
  'headingLevels',
  'guessedHeadings',
  'numbers',
  'notes',
  'textBoxes',
  'equations',
  'capitals',
  'insertions',
  'formatting',
  'emptyLines',
  'breaks',
] as const
export type ImportChange = (typeof importChanges)[number]

/** What does not stand in the paper. */
export const importOmissions = [
  'deletions',
  'margins',
  'letterhead',
  'recipients',
  'contents',
  'images',
  'drawings',
  'links',
  'hidden',
  'external',
  'template',
] as const
export type ImportOmission = (typeof importOmissions)[number]

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

export const importPlaces = ['end', 'instead'] as const
export type ImportPlace = (typeof importPlaces)[number]

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
