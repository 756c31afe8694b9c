// The cell's rules: deadlines, length, criteria of the self-assessment.
import type { rules as vietnamese } from '../vi/rules'
import type { Words } from '../words'

export const rules: Words<typeof vietnamese> = {
  title: 'The cell’s rules',
  intro:
    'For every session of the cell. Comment windows that planned sessions have already stay as they are.',
  days: 'Deadlines, counted from the day of the meeting',
  outlineDueDays: 'Outline due',
  outlineCommentsCloseDays: 'Comments on the outline close',
  draftDueDays: 'Draft due',
  draftCommentsCloseDays: 'Comments on the draft close',
  passByDays: 'Committee passes',
  papersOutDays: 'Papers sent out',
  finalTextDays: 'Final text',
  before: 'days before',
  after: 'days after',
  passRequired: 'The committee must pass a draft before it is frozen',
  length: 'Shortest length',
  minimumMinutes: 'Thematic session',
  minimumMinutesCombined: 'Together with the regular meeting',
  minutes: 'minutes',
  criteria: 'Criteria of the self-assessment',
  criteriaUsual: 'The program’s own criteria are in use.',
  criteriaOwn: 'Set the cell’s own',
  criteriaBack: 'Back to the program’s',
  criterionName: 'Criterion {number}',
  criterionMost: 'Most points of criterion {number}',
  criterionRemove: 'Remove criterion {number}',
  criterionAdd: 'Add a criterion',
  points: 'points',
  wrongDays: 'Days are whole numbers from 0 to 365.',
  wrongMinutes: 'Minutes are whole numbers from 1 to 1440.',
  wrongCriteria: 'Every criterion needs a name of its own and most points from 1 to 100.',
  saved: 'The rules are saved.',
}
