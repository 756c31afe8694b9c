// The people of the cell and invitations.
import type * as vi from '../vi/people'
import type { Words } from '../words'

export const people: Words<typeof vi.people> = {
  title: 'People of the cell',
  nav: 'The cell',
  count: '{count} {count|person|people}',
  waitingCount: '{count} {count|invitation|invitations} not taken up yet',
  invite: 'Invite someone',
  name: 'Full name',
  username: 'Username',
  posts: 'Posts',
  active: 'Joined',
  waiting: 'Invitation pending',
  locked: 'Locked',
  you: 'you',
  noPost: 'Guest, holds no post',
  actionsFor: 'Actions for {name}',
  actionEdit: 'Change name and posts',
  actionRename: 'Change the name',
  actionLink: 'Make a new link',
  actionLock: 'Lock the account',
  actionUnlock: 'Unlock the account',
  inviteTitle: 'Invite someone to the cell',
  inviteIntro:
    'The program makes a single-use link. Send it to the person invited; they choose their own password.',
  usernameHint:
    'Suggested from the name; change it freely. Lower-case letters without marks, digits, dots, hyphens.',
  postsHint: 'One person may hold several posts. A guest from above: choose none.',
  technicianHint: 'Manages accounts and back-ups, reads no papers.',
  makeInvitation: 'Make the invitation',
  editTitle: 'Change {name}',
  linkTitle: 'A link for {name}',
  linkIntro: 'The link works once, for 14 days. The program will not show it again.',
  link: 'Link',
  copyLink: 'Copy the link',
  message: 'A message to send',
  copyMessage: 'Copy the message',
  messageText:
    'Dear comrade {name}! {cell} invites you to Bàn thảo, to write and comment on its thematic sessions.\nOpen this link and choose a password (it works once, for 14 days):\n{link}\nYour username: {username}',
  renewTitle: 'Make a new link for {name}?',
  renewBody:
    'Earlier links stop working. The present password stays until a new one has been chosen.',
  renew: 'Make the link',
  lockTitle: 'Lock the account of {name}?',
  lockBody:
    'They are signed out everywhere at once and cannot sign in again. What they wrote stays. You can unlock the account at any time.',
  unlockTitle: 'Unlock the account of {name}?',
  unlockBody: 'They can sign in again with their old password.',
  lock: 'Lock',
  unlock: 'Unlock',
  saved: 'Saved.',
  lockedNow: 'The account of {name} is locked.',
  unlockedNow: 'The account of {name} is unlocked.',
  done: 'Done',
  nobodyElse: 'You are the only one so far. Invite the comrades of your cell.',
}
