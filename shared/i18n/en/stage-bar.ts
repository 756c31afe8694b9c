// The stage bar: where a session stands, until when, whose turn it is, and the moves.
import type * as vi from '../vi/stage-bar'
import type { Words } from '../words'

export const stageBar: Words<typeof vi.stageBar> = {
  label: 'Stages of the session',
  stepDone: 'done',
  stepCurrent: 'current stage',
  stepComing: 'to come',
  position: 'Stage {number} of 9',
  allStages: 'All stages',
  yourTurn: 'Your turn',
  moreMoves: 'Other actions',
  history: 'History',
  planned: 'Planned',
  historyEmpty: 'Nothing has happened yet.',
  historyVersion: 'version {number}',
  leftDays: '{days} d {hours} h left',
  leftHours: '{hours} h {minutes} min left',
  leftMinutes: '{minutes} min left',
  leftDaysOnly: '{days} {days|day|days} left',
  leftToday: 'today',
  past: 'overdue',
  counts: '{count} {count|comment|comments}, {answered} answered',
  noComments: 'No comments yet',
  attendance: 'Attendance',
  attendanceSummary: 'Present {present} · excused {excused} · absent {absent}',
  attendanceUnset: '{count} {count|person|people} not recorded yet',
  conclusion: 'The chair’s conclusion',
  conclusionIntro:
    'Each item is either a change to the text or a task. At least one is needed to close the meeting.',
  conclusionEmpty: 'No items yet.',
  addText: 'Add a change to the text',
  addTask: 'Add a task',
  itemNumber: 'Item {number}',
  itemBody: 'Content',
  itemAnswer: 'How the text absorbed it',
  itemResponsible: 'Responsible',
  itemDueOn: 'Due date',
  itemRemove: 'Remove item {number}',
  itemContested:
    'Somebody has saved this item otherwise meanwhile. Save to keep what you wrote, or:',
  itemTakeOthers: 'Take what was saved',
  itemUnanswered: 'How the text absorbed it is not recorded yet',
  choosePerson: 'Choose a person',
  dayWrong: 'The date has to be a day, such as 31/12/2026.',
  bodyNeeded: 'Every item needs some content.',
  reason: 'Reason',
  reasonHint: 'The reason is kept and can be read by the whole cell.',
  reasonNeeded: 'A reason is needed.',
  missing: 'Comments without an answer',
  openComments: '{count} {count|comment has|comments have} no answer yet.',
  notPassedWarning:
    'The committee has not passed the draft, so it cannot be frozen yet. The pass comes first.',
  passedBy: 'Passed by the committee on {at} ({name}).',
  needAttendance: 'There is no attendance list yet. Record attendance first.',
  needConclusion: 'The chair has not recorded a conclusion. Add at least one item.',
  needTasks: 'Some tasks lack a responsible person or a date. Assign them first.',
  needAnswers: 'Some conclusion items do not say how the text absorbed them.',
  needPresenter: 'No presenter has been named.',
  moved: 'Done: {act}.',
  saved: 'Saved.',
}

export const turn: Words<typeof vi.turn> = {
  namePresenter: 'Waiting for a presenter to be named',
  assign: 'Waiting for the outline to be assigned',
  writeOutline: 'The presenter is writing the outline',
  writeDraft: 'The presenter is writing the draft',
  commentDraft: 'The cell is commenting on the draft',
  answerDraft: 'Waiting for the presenter to answer comments',
  pass: 'Waiting for the committee to pass it',
  freeze: 'Waiting for the secretary to freeze it',
  open: 'Waiting for the chair to open the meeting',
  conclude: 'In session · waiting for the chair’s conclusion',
  close: 'Waiting for the chair to close the meeting',
  answerAll: 'Waiting for the presenter to answer comments',
  submit: 'Waiting for the presenter to submit',
  approve: 'Waiting for the committee to approve the final text',
  assignTasks: 'Waiting for tasks to be assigned',
  archive: 'Waiting for the secretary to archive it',
  done: 'Archived',
}

export const yourTurn: Words<typeof vi.yourTurn> = {
  namePresenter: 'name a presenter',
  assign: 'assign the outline',
  writeOutline: 'write the outline',
  writeDraft: 'write the draft',
  commentDraft: 'comment on the draft',
  answerDraft: 'answer the comments',
  pass: 'pass the draft',
  freeze: 'freeze a version',
  open: 'open the meeting',
  conclude: 'record the conclusion',
  close: 'close the meeting',
  answerAll: 'answer every comment',
  submit: 'submit for approval',
  approve: 'approve the final text',
  assignTasks: 'assign the tasks',
  archive: 'archive the session',
  done: 'nothing left to do',
}

export const deadline: Words<typeof vi.deadline> = {
  outlineDue: 'Outline due by {at}',
  commentsOpen: 'Comments open {at}',
  commentsClose: 'Comments until {at}',
  draftDue: 'Draft due by {at}',
  passBy: 'Committee passes by {at}',
  papersOut: 'Papers out by {at}',
  meeting: 'Meeting at {at}',
  finalText: 'Final text by {at}',
}

export const moveEffect: Words<typeof vi.moveEffect> = {
  assign:
    'The presenter and co-authors start writing the outline. The whole cell may comment while the window is open.',
  startDraft:
    'The outline is copied into the draft once; from then on the two are separate. The outline can no longer be edited.',
  pass: 'Records that the committee passed the draft exactly as it reads now. Editing may go on; freezing shows what changed since.',
  freeze:
    'The draft is frozen as version {number} and editing stops for everyone, even for whoever is typing. A version never changes.',
  reopen:
    'Editing of the draft resumes. The earlier version is kept for ever; the committee’s pass no longer holds.',
  open: 'The meeting begins. Version {latest} is the text to be projected and discussed.',
  close: 'The meeting ends. The presenter answers what was said and completes the text.',
  submit:
    'The completed text is frozen as version {number} and goes to the committee. It cannot be edited while waiting.',
  approve: 'Version {latest} becomes the final text of this session.',
  return: 'The text goes back to the presenter, with the committee’s reason.',
  archive: 'The file of this session is closed and kept; everyone may still read it.',
}
