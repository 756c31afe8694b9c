// Versions as files, and the page that checks a file.
import type * as vi from '../vi/export'
import type { Words } from '../words'

export const exporting: Words<typeof vi.exporting> = {
  version: 'Version {number}',
  draftNumber: 'Draft {number}',
  picture: 'Picture',
  noPicture: 'Missing picture',
  downloadWord: 'Download Word',
  downloadPdf: 'Download PDF',
  made: '{name} is downloaded.',
  verify: 'Check a file',
  title: 'Check the file of a version',
  intro:
    'Choose the file of a version that was downloaded here (Word, PDF, or its exact text as .json): this page says which version it is and whether a single letter was changed. The file does not leave this computer.',
  choose: 'Choose a file',
  reading: 'Checking…',
  exact: 'Exactly as it was made',
  exactHint: 'The file equals this version to the last character.',
  words: 'Every word is right, but the file was saved again',
  wordsHint:
    'All the words that can be read are those of this version. The file is not as it was downloaded (other software saved it, or its form was changed): typefaces, automatic numbers and how pictures are shown are not vouched for.',
  changed: 'Changed',
  changedHint: 'The file says that it is this version, but its contents differ.',
  changedAt: 'The first difference:',
  expected: 'Version',
  found: 'File',
  nothing: '(no words)',
  proofBroken: 'The data that the file carries along was changed.',
  illegible: 'Cannot be read as it was downloaded',
  illegibleHint:
    'Other software wrote the file in its own way, so its letters cannot be compared. Use the file as it was downloaded.',
  unknown: 'No version that is known',
  unknownHint:
    'The file is no version downloaded here, or its text equals no version that you may read: if it came from here, it was changed.',
  tooLarge: 'The file is too large.',
  digest: 'SHA-256',
  open: 'Open this version',
  limits:
    'There is no digital signature: whoever rewrites the whole file gets another SHA-256. Compare it with the versions your cell lists.',
}
