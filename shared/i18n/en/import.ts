// Import of Word files.
import type { ImportChange, ImportOmission, ImportRefusal } from '../../facts/import-report'
import type { imports as keys } from '../vi/import'
import type { Words } from '../words'

export const imports: Words<typeof keys> = {
  action: 'Import from Word',
  title: 'Import from Word',
  intro:
    'Choose a Word file (.docx). It is read and shown first; nothing is written into the paper yet.',
  choose: 'Choose a Word file',
  chooseAnother: 'Choose another file',
  drop: 'Drop the Word file here to import it',
  reading: 'Reading {name}…',
  readFrom: 'Read from {name}',
  came: 'To be imported',
  words: 'words: {count}',
  paragraphs: 'paragraphs: {count}',
  headings: 'headings: {count}',
  lists: 'lists: {count}',
  tables: 'tables: {count}',
  images: 'pictures: {count}',
  notes: 'notes: {count}',
  comments: 'comments: {count}',
  changed: 'Changed to fit the paper',
  leftOut: 'Left out',
  nothingElse: 'Nothing had to be changed or left out.',
  count: '{what} ({count})',
  more: 'and {count} more',
  preview: 'Preview',
  picture: '[Picture: {words}]',
  pictureAlone: '[Picture]',
  where: 'Where it goes',
  atEnd: 'Behind what is there',
  instead: 'In the place of what is there',
  insteadHint:
    'Words that are in both stay, with their comments. What stood there can be seen and brought back in the history of the text.',
  put: 'Put into the paper',
  done: 'The text of {name} is in the paper.',
  undo: 'To undo it, bring back the earlier text in the history of the text.',
  fileComments: 'Comments in the file',
  fileCommentsHint: 'Each is written under your name, with the name of who made it in the file.',
  makeComments: 'Make them comments',
  madeComments: 'Comments made: {count}.',
  notPlaced: 'The words of these were not found',
  saidIn: '{author} (in the Word file): {body}',
  saidInAt: '{author} (in the Word file, {day}): {body}',
  someone: 'Someone',
}

export const importRefusal: Words<Record<ImportRefusal, string>> = {
  'not-word': 'This is not a Word file (.docx).',
  'old-word':
    'This is an old Word file (.doc). Open it in Word, save it as .docx, and import that.',
  locked: 'The file has a password. Take it off in Word and import again.',
  macros:
    'The file holds macros (programs), so it is not imported. Save it as .docx without macros.',
  rtf: 'This is an RTF file. Open it in Word and save it as .docx.',
  pdf: 'This is a PDF file. Only Word files (.docx) can be imported.',
  odt: 'This is a LibreOffice file (.odt). Save it as .docx.',
  damaged: 'The file is damaged or not complete. Open it in Word, save it, and import again.',
  nested: 'The file has too many tables within tables. Take some apart and import again.',
  template:
    'The file uses a template from elsewhere on the network, so it is not imported. Copy its text into a new file.',
  empty: 'The file holds no words to import.',
  'no-file': 'No file has come. Choose it again.',
}

export const importChange: Words<Record<ImportChange, string>> = {
  tcvn3: 'TCVN3 letters (.VnTime) turned into Unicode',
  vni: 'VNI letters turned into Unicode',
  composed: 'Letters with parted marks composed',
  symbols: 'Signs of special fonts turned into plain signs',
  headingLevels: 'Headings below level 3 set to level 3',
  guessedHeadings: 'Bold numbered lines taken for headings',
  numbers: 'Automatic numbers written as text',
  notes: 'Footnotes moved to the end',
  textBoxes: 'Words in boxes put behind their paragraph',
  equations: 'Equations written as a line of text',
  capitals: 'Words shown in capitals written in capitals',
  insertions: 'Tracked insertions kept',
  formatting: 'Colour, highlight and strike-through dropped, words kept',
  emptyLines: 'Empty lines dropped',
  breaks: 'Page breaks dropped',
}

export const importOmission: Words<Record<ImportOmission, string>> = {
  deletions: 'Tracked deletions',
  margins: 'Page headers and footers',
  letterhead: 'The heading block (the page has its own)',
  recipients: 'Recipients and lines of the form',
  contents: 'Table of contents (the page makes its own)',
  images: 'Pictures that are not PNG or JPEG, or too large',
  drawings: 'Drawings and charts',
  links: 'Links to files on a computer or unsafe addresses (words kept)',
  hidden: 'Hidden words',
  external: 'Content from other files',
  template: 'Attached template',
}
