// Every word on screen in English; the keys are those of vi.ts.
import { after } from './en/after'
import { answers } from './en/answers'
import { before } from './en/before'
import { changes } from './en/changes'
import { comments } from './en/comments'
import * as shared from './en/common'
import { desk } from './en/desk'
import { editor } from './en/editor'
import { exporting } from './en/export'
import { importChange, importOmission, importRefusal, imports } from './en/import'
import { login } from './en/login'
import { news } from './en/news'
import { notes } from './en/notes'
import * as out from './en/out'
import { people } from './en/people'
import * as plan from './en/plan'
import { projector } from './en/projector'
import { refusal } from './en/refusal'
import { room } from './en/room'
import { screen } from './en/screen'
import * as stageBar from './en/stage-bar'

export const en = {
  ...shared,
  ...stageBar,
  ...plan,
  ...out,
  after,
  login,
  people,
  editor,
  desk,
  export: exporting,
  answers,
  before,
  changes,
  comments,
  news,
  notes,
  import: imports,
  importChange,
  importOmission,
  importRefusal,
  projector,
  refusal,
  room,
  screen,
}
import { first } from './en/first'
import { rest } from './en/rest'

export const en = { ...first, ...rest }
