// Mọi lời khác, tải về khi đã vào.
import { after } from './after'
import { answers } from './answers'
import { before } from './before'
import { changes } from './changes'
import { comments } from './comments'
import { act, classification, commentKind, paper, post, seat, stage, verdict } from './common'
import { desk } from './desk'
import { editor } from './editor'
import { exporting } from './export'
import { importChange, importOmission, importRefusal, imports } from './import'
import { news } from './news'
import { notes } from './notes'
import * as out from './out'
import { people } from './people'
import * as plan from './plan'
import { projector } from './projector'
import { room } from './room'
import { rules } from './rules'
import { screen } from './screen'
import * as stageBar from './stage-bar'
import { woven } from './woven'

export const rest = {
  act,
  classification,
  commentKind,
  paper,
  post,
  seat,
  stage,
  verdict,
  ...stageBar,
  ...plan,
  ...out,
  after,
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
  room,
  rules,
  screen,
  woven,
}
