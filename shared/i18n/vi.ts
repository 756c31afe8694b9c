// Toàn bộ lời trên màn hình bằng tiếng Việt; bảng này giữ các khóa.
import { after } from './vi/after'
import { answers } from './vi/answers'
import { before } from './vi/before'
import { changes } from './vi/changes'
import { comments } from './vi/comments'
import * as shared from './vi/common'
import { desk } from './vi/desk'
import { editor } from './vi/editor'
import { exporting } from './vi/export'
import { importChange, importOmission, importRefusal, imports } from './vi/import'
import { login } from './vi/login'
import { news } from './vi/news'
import { notes } from './vi/notes'
import * as out from './vi/out'
import { people } from './vi/people'
import * as plan from './vi/plan'
import { projector } from './vi/projector'
import { refusal } from './vi/refusal'
import { room } from './vi/room'
import { screen } from './vi/screen'
import * as stageBar from './vi/stage-bar'

export const vi = {
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
import { first } from './vi/first'
import { rest } from './vi/rest'

export const vi = { ...first, ...rest }
