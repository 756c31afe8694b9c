// Templates, forms of papers, the dossier of a session.
export const templateKind = {
  plan: 'Plan of the year',
  outline: 'Outline',
  draft: 'Report (draft)',
  notice: 'Notice',
  programme: 'Programme',
  minutes: 'Minutes',
  conclusion: 'Conclusion',
  resolution: 'Resolution',
  answers: 'Table of answers',
  monthly: 'Monthly report',
}

export const templates = {
  title: 'Templates',
  nav: 'Templates',
  intro:
    'Every kind of paper begins from a template. The cell may change them to its own way of working; papers already written stay as they are.',
  original: 'As it came with the program',
  own: 'The cell’s own',
  ownBy: 'changed by {name}, {at}',
  edit: 'Edit template',
  view: 'View template',
  editNamed: 'Edit template {name}',
  viewNamed: 'View template {name}',
  back: 'All templates',
  save: 'Save as the cell’s own',
  saved: 'The cell’s template is saved.',
  unsaved: 'Not saved',
  fields: 'Fields',
  fieldsHint:
    'Press a field to put it where the caret is. When a paper is begun the program fills it in; what is not known becomes a dotted line.',
  fieldsSession: 'Session',
  fieldsPeople: 'People',
  fieldsCounts: 'Attendance',
  fieldsDates: 'Due dates',
  fieldsCell: 'Cell',
  wrong: 'The program does not know this field: {fields}',
  text: 'Text of the template {name}',
  copyVi: 'Copy the Vietnamese original',
  copyEn: 'Copy the English original',
  copies: 'Originals',
  drop: 'Drop the cell’s own',
  dropTitle: 'Drop the cell’s own template?',
  dropBody:
    'The template is again as it came with the program. Papers already written stay as they are.',
  dropped: 'The template is as it came with the program.',
}

export const out = {
  form: 'Form',
  formHd05: 'Party paper (guidance 05)',
  formNd30: 'State paper (decree 30)',
  formTitle: 'Usual form of downloaded papers',
  formHint: 'It can still be chosen at each download.',
  formSaved: 'The usual form is saved.',
  dossier: 'Download dossier (.zip)',
  dossierMade: '{name} is downloaded.',
  dossierHint: 'All versions, the table of answers, minutes and digests of this session.',
  print: 'Print',
  printBusy: 'Preparing to print…',
}
