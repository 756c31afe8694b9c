// What is new since one last looked, and people who are named.
import type * as vi from '../vi/news'
import type { Words } from '../words'

export const news: Words<typeof vi.news> = {
  title: 'New since you last looked',
  isNew: 'New',
  count: '{count} new {count|comment|comments}',
  answerMine: '{name} answered your comment: {verdict}',
  answer: '{name} answered the comment of {author}: {verdict}',
  mention: '{name} mentioned you',
  replyMine: '{name} replied to your comment',
  reply: '{name} replied to the comment of {author}',
  comment: '{name} commented',
  agreement: '{name} agrees with you',
  inPaper: '{paper} · session {number}',
  version: 'Version {number}',
  all: 'Show all',
  fewer: 'Show fewer',
  mentionPeople: 'People to mention',
  mentionCount: '{count} {count|person|people}; arrow keys choose, Enter inserts.',
}
