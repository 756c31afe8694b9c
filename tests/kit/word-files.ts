// Twenty Word files as people have them, each made the way another program makes them; small, and made anew each time.
import { equations, lists, margins, merged, notes, signs, textBox, tracked } from './word-forms'
import { mixed, nfd, tcvn3, vni } from './word-letters'
import {
  google,
  library,
  libreHtml,
  libreOdt,
  strict,
  word2007,
  word2016,
  wps,
} from './word-programs'
import type { Sample } from './word-sample'

export const samples: readonly Sample[] = [
  google,
  word2007,
  word2016,
  wps,
  libreOdt,
  libreHtml,
  tracked,
  textBox,
  equations,
  notes,
  lists,
  merged,
  tcvn3,
  vni,
  mixed,
  nfd,
  margins,
  strict,
  library,
  signs,
]
