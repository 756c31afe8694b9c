// What an import may say, without the schema, so that a page need not load zod.

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

export const importPlaces = ['end', 'instead'] as const

export type ImportPlace = (typeof importPlaces)[number]
