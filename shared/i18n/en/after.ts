// After the meeting: conclusion from opinions, self-score, signing the minutes, revising, tasks.
import type { after as vi } from '../vi/after'
import type { Words } from '../words'

export const after: Words<typeof vi> = {
  gather: 'From opinions',
  gatherIntro:
    'Choose one or several opinions and make one item of them; its words can be changed, and it says which opinions it came from.',
  gatherEmpty: 'There are no opinions yet.',
  gatherProposals: 'Proposals',
  gatherComments: 'Comments on the version',
  gatherSpeeches: 'Said in the meeting, in the minutes',
  gatherVotes: 'Votes',
  gatherChosen: '{count} chosen',
  gatherText: 'Make one change to the text',
  gatherTask: 'Make one task',
  gatherBack: 'Back to the items',
  gatherUsed: 'in the conclusion already',
  gatherVote: '{question}: {for} for, {against} against, {other} other',
  madeFrom: 'From the opinions of',
  voteSource: 'Vote',
  itemEvidence: 'What shows that it is done',
  itemEvidenceShown: 'Shown by: {evidence}',
  forText: 'for the text',
  forTask: 'work',
  score: 'Self-assessment',
  scoreIntro:
    'By the criteria of the cell; the points go into the minutes and stay with the session.',
  scorePoints: 'Points for “{name}”, {most} at most',
  scoreNote: 'Remarks',
  scoreLine: '{number}. {name}: {points} of {most}.',
  scoreTotal: '{points} of {most} points in all; own grade: {grade}.',
  scoreNone: 'Not scored yet.',
  scoreDo: 'Score it',
  scoreChange: 'Score anew',
  scoreMissing: 'Every criterion needs points from 0 to its most.',
  recordScore: 'Take the score into the minutes',
  good: 'good',
  fair: 'fair',
  average: 'average',
  poor: 'poor',
}
