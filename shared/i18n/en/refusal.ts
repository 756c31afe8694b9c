// Every refusal of the program, one sentence a code.
import type { RefusalCode } from '../../refusals'
import type { Words } from '../words'

export const refusal: Words<Record<RefusalCode, string>> = {
  'unreadable-request':
    'What was sent does not have the right form; please look at the fields again.',
  'unreadable-file': 'This file cannot be read.',
  'reason-required': 'A reason is required.',
  'weak-password': 'A password needs at least 8 characters and must not be a common one.',
  'unknown-person': 'There is no such person in the cell.',
  'not-a-reader': 'This person holds no post that reads papers, and so cannot take that seat.',
  'state-secret':
    'Papers of a state-secret level must not be written here. Use a stand-alone computer, as the rules on state secrets require.',
  'too-many-votes':
    'There are more votes than people present with a vote; count again or correct the attendance.',
  'bad-window': 'A window must close after it opens.',
  'not-a-picture':
    'Only whole PNG or JPEG pictures are taken; please save SVG, GIF, WebP or HEIC as PNG or JPEG.',
  'unknown-field':
    'The template holds a field that the program does not know. Choose fields from the list, or take away the {{ }}.',
  'empty-template': 'The template holds no words.',
  'not-signed-in': 'Please sign in to continue.',
  'bad-credentials': 'The username or the password is wrong.',
  'foreign-origin': 'The request came from another address and was refused.',
  'not-yours': 'This is not yours to do.',
  'not-found': 'Not found.',
  'link-used': 'This link has been used or has expired. Ask the secretary for a new one.',
  'not-now': 'This cannot be done at the present stage.',
  'window-closed': 'Comments are not being taken at this time.',
  'no-presenter': 'Name a presenter before assigning.',
  'outline-empty': 'The outline is still empty.',
  'draft-empty': 'The draft is still empty.',
  'not-passed': 'The committee has not passed the draft.',
  'no-attendance': 'There is no attendance list yet.',
  'not-present':
    'You are not marked as present, so you cannot vote yet; please tell the minutes-taker.',
  'already-voted': 'You have voted. A secret ballot can be neither looked at nor taken back.',
  'already-recorded': 'This has been taken into the minutes already.',
  'vote-over': 'This vote is over.',
  'vote-open': 'A vote is still open. Close it before the minutes are agreed.',
  'evidence-required': 'Say what shows that it is done.',
  'minutes-empty': 'The minutes are empty.',
  'not-agreed': 'The minutes have not been read back and agreed.',
  'minutes-agreed':
    'The minutes were read back and agreed, and this stays as they have it. To change it, reopen the minutes first.',
  'already-signed': 'You have signed the minutes in this seat already.',
  'minutes-closed': 'The minutes bear both signatures and are closed.',
  overtaken: 'The screen has gone on meanwhile.',
  'changed-meanwhile':
    'Somebody has just saved a change here. What you wrote still stands: look again, then save once more.',
  'no-conclusion': 'The chair’s conclusion needs at least one item.',
  unanswered: 'Some comments or conclusion items have no answer yet.',
  'task-incomplete': 'Every task needs a responsible person and a date.',
  'quote-mismatch':
    'The passage has just changed. Your comment is still here: select the passage again.',
  'already-answered': 'This comment has been answered and can no longer be changed.',
  'comment-withdrawn': 'This comment was withdrawn.',
  'note-released': 'These words have been sent to everyone: they stay as they are.',
  'not-a-speech': 'This is a note to yourself. Make it a speech note before sending it.',
  'words-changed':
    'These words were changed since the comment. Look at them as they are now, then decide.',
  'words-gone':
    'The commented words are no longer in the text, so no wording can take their place.',
  'words-stand': 'The commented words are still in the text.',
  'across-paragraphs':
    'The new wording does not have as many paragraphs as the commented words. Edit the text itself, then record your answer.',
  'username-taken': 'This username is taken.',
  'already-set-up': 'The cell has already been set up.',
  'last-secretary': 'The cell needs at least one active secretary.',
  'pictures-full': 'The papers of this session hold too many pictures (100 at most, 20 MB).',
  'picture-too-large':
    'The picture is too large: 10 MB and 24 million pixels at most. Please make it smaller and insert it again.',
  'too-large': 'This is too large.',
  'too-many-tries': 'Too many tries. Please wait a few minutes.',
  'too-many-connections': 'You have too many windows open. Please close some.',
  'bad-update': 'The change was refused because it is not well formed.',
  'read-only': 'You may only read this paper.',
  frozen: 'The text has been frozen.',
  'old-schema':
    'The program has been updated. Please reload the page; what was not sent is kept and follows then.',
  'too-slow': 'The connection is too slow; connecting again.',
  busy: 'The server is making many files. Try again in a minute.',
  stopping: 'The server is restarting, please wait.',
}
