// The editor's extensions: the shared nodes and marks, and what only a browser needs.
import type { Extensions } from '@tiptap/core'
import { paperExtensions } from '../../../shared/document/nodes'
import type { LiveDocument } from '../live/live-document'
import { NoteMarks } from '../notes/note-marks'
import { cleanPaste } from './clean-paste'
import { collaboration } from './collaboration'
import { Find } from './find/find'
import { ParagraphNumbers } from './paragraph-numbers'
import { pasted } from './pasted/pasted'
import { type PictureDesk, pictureNode, pictures } from './pictures/pictures'
import { SuggestionMarks } from './suggestion-marks'
import { threadMarks } from './thread-marks'

export interface PaperEvents {
  readonly picked: (thread: string) => void
  readonly stamped: () => void
  /** So many pictures of what was pasted could not be taken along. */
  readonly leftOut: (count: number) => void
  readonly pictureDesk: PictureDesk
}

/** A link made from someone else's words would be a change by everyone who has the paper open. */
const withoutAutolink: Extensions = paperExtensions.map((extension) =>
  extension.name === 'starterKit'
    ? extension.configure({
        ...extension.options,
        link: { ...extension.options.link, autolink: false },
        dropcursor: { class: 'paper-dropcursor', color: false },
      })
    : extension,
)

export function editorExtensions(
  live: LiveDocument,
  { picked, stamped, leftOut, pictureDesk }: PaperEvents,
): Extensions {
  return [
    ...withoutAutolink.map((one) => (one.name === 'image' ? pictureNode(pictureDesk) : one)),
    pictures(pictureDesk),
    collaboration(live),
    ParagraphNumbers,
    threadMarks(picked),
    NoteMarks,
    Find,
    SuggestionMarks,
    pasted({ leftOut }),
    cleanPaste(stamped),
  ]
}
