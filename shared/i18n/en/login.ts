// Signing in, setting up, taking up an invitation, one's own account.
import type * as vi from '../vi/login'
import type { Words } from '../words'

export const login: Words<typeof vi.login> = {
  title: 'Sign in',
  username: 'Username',
  password: 'Password',
  showPassword: 'Show the password',
  signIn: 'Sign in',
  forgot: 'Forgotten your password? Ask the secretary or the technician for a new link.',
  usernameNeeded: 'Please enter your username.',
  passwordNeeded: 'Please enter your password.',
  setUpTitle: 'Set up the cell',
  setUpIntro:
    'This server has no cell yet. Whoever fills in this page becomes its secretary and then invites the others.',
  cellPart: 'The cell',
  cellName: 'Name of the cell',
  cellNameExample: 'Chi bộ Trường THCS Sông Mây',
  cellNameNeeded: 'Please enter the name of the cell.',
  parentName: 'Organisation above',
  parentNameExample: 'Đảng bộ xã Hòa Phú',
  place: 'Place',
  placeHint: 'Stands before the date on papers, for example: Hòa Phú.',
  accountPart: 'The secretary’s account',
  name: 'Full name',
  nameNeeded: 'Please enter the full name.',
  usernameHint: 'Lower-case letters without marks, digits, dots or hyphens.',
  usernameWrong:
    'A username holds only lower-case letters without marks, digits, dots and hyphens.',
  setUp: 'Set up the cell and enter',
  joinTitle: 'Welcome, comrade {name}',
  joinIntro: '{cell} invites you to Bàn thảo. Choose your own password to begin.',
  yourUsername: 'Your username is',
  rememberUsername: 'Remember it: you will sign in with it from now on.',
  newPassword: 'New password',
  newPasswordHint: 'At least {count} characters. A short sentence is better than a difficult word.',
  newPasswordAgain: 'The password again',
  passwordShort: 'The password needs at least {count} characters.',
  passwordsDiffer: 'The two entries are not the same yet.',
  join: 'Set the password and enter',
  deadLinkTitle: 'This link no longer works',
  deadSetUp:
    'The set-up link works once only. If the cell has been set up, sign in; if not, restart the server for a new link.',
  deadJoin:
    'Each link works once, for 14 days. If you have set your password, sign in; if not, ask the secretary or the technician for a new link.',
  toSignIn: 'Go to sign-in',
  account: 'Account',
  guest: 'Guest from above',
  unsentTitle: 'Some of your work has not reached the server',
  unsentBody:
    'This computer holds words of yours that the server has not taken yet. Signing out deletes them here. Open the paper again when you are online to send them, or copy them first.',
  stay: 'Stay',
  signOutAnyway: 'Discard them and sign out',
}
