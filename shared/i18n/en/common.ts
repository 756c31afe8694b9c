// Shared words: the program's name, stages, posts, seats, papers, buttons.

import type * as vi from '../vi/common'
import type { Words } from '../words'

export const common: Words<typeof vi.common> = {
  app: 'Bàn thảo',
  tagline: 'Drafts and comments for the cell’s thematic sessions',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  retry: 'Try again',
  reload: 'Reload the page',
  unexpected: 'Something unexpected went wrong. Your unsaved work is still here; please try again.',
  partNotCome:
    'This part of the program did not come. Try again once you are connected; if it stays so, reload the page.',
  offline: 'The server cannot be reached.',
  notFoundTitle: 'There is no such page',
  notFoundBody: 'The address may be wrong, or this is no longer yours to read.',
  backToPlan: 'Back to the year’s plan',
  language: 'Language',
  vietnamese: 'Tiếng Việt',
  english: 'English',
  signOut: 'Sign out',
  skipToContent: 'Skip to the main content',
  nobody: 'Not assigned yet',
  missingComments: '{count} {count|comment|comments}: {list}.',
  missingOpinions: '{count} {count|opinion|opinions} in the minutes: {list}.',
  missingItems: '{count} conclusion {count|item|items} for the text: {list}.',
  missingMore: 'and {count} more',
}

export const stage: Words<typeof vi.stage> = {
  planned: 'Planned',
  outline: 'Outline',
  draft: 'Draft',
  frozen: 'Frozen',
  inSession: 'In session',
  revising: 'Revising',
  submitted: 'Submitted',
  approved: 'Approved',
  archived: 'Archived',
}

export const post: Words<typeof vi.post> = {
  secretary: 'Secretary',
  deputySecretary: 'Deputy secretary',
  committee: 'Committee member',
  member: 'Member',
  probationary: 'Probationary member',
  technician: 'Technician',
}

export const seat: Words<typeof vi.seat> = {
  presenter: 'Presenter',
  coAuthor: 'Co-author',
  minutesTaker: 'Minutes-taker',
  chair: 'Chair',
  guest: 'Guest from above',
}

export const paper: Words<typeof vi.paper> = {
  outline: 'Outline',
  draft: 'Draft',
  minutes: 'Minutes',
}

export const commentKind: Words<typeof vi.commentKind> = {
  understanding: 'Understanding',
  remark: 'Remark',
  proposal: 'Proposal',
}

export const verdict: Words<typeof vi.verdict> = {
  accepted: 'Accepted',
  partly: 'Accepted in part',
  declined: 'Declined',
}

export const classification: Words<typeof vi.classification> = {
  public: 'Public',
  internal: 'Internal',
  restricted: 'Restricted',
  confidential: 'Confidential (Mật)',
  secret: 'Secret (Tối mật)',
  topSecret: 'Top secret (Tuyệt mật)',
}

export const act: Words<typeof vi.act> = {
  assign: 'Assign the outline',
  startDraft: 'Start the draft',
  pass: 'Pass the draft',
  freeze: 'Freeze a version',
  reopen: 'Reopen the draft',
  open: 'Open the meeting',
  close: 'Close the meeting',
  submit: 'Submit',
  approve: 'Approve',
  return: 'Return',
  archive: 'Archive',
}
