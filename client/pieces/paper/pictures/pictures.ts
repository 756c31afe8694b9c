// Pictures in the editor: how they are drawn, and what happens to files that are pasted or dropped.
import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Picture } from '../../../../shared/document/nodes'
import { type PictureEvents, PictureView } from './picture-view'
import { putPictures, type WantedPicture } from './put-pictures'
import { sendPicture } from './send-picture'

export interface PictureDesk extends Omit<PictureEvents, 'mayEdit'> {
  readonly documentId: string
  readonly sending: () => void
  readonly failed: (error: unknown) => void
}

interface Pictures {
  readonly put: (files: readonly File[], at: number) => void
  readonly putAll: (wanted: readonly WantedPicture[]) => void
  readonly edit: (position: number) => void
}

const opened = new WeakMap<EditorView, Pictures>()
export const picturesOf = ({ view }: Editor): Pictures | undefined => opened.get(view)
export const picturesIn = (view: EditorView): Pictures | undefined => opened.get(view)

/** A copied picture comes as a file; words that are copied bring a picture of themselves along. */
function filesOf(transfer: DataTransfer | null): File[] {
  const files = [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
  const html = transfer?.getData('text/html') ?? ''
  const words = html.replace(/<!--[\s\S]*?-->|<(style|title)\b[\s\S]*?<\/\1>|<[^>]*>/gi, '')
  return words.replace(/&nbsp;|\s/g, '') === '' && !transfer?.getData('text/plain') ? files : []
}

export const pictureNode = (desk: PictureDesk) =>
  Picture.extend({
    addNodeView() {
      const { editor } = this
      return ({ node, getPos }) =>
        new PictureView(node, getPos, { ...desk, mayEdit: () => editor.isEditable })
    },
  })

export const pictures = (desk: PictureDesk) =>
  Extension.create({
    name: 'pictures',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          view: (view) => {
            const putAll = (wanted: readonly WantedPicture[]) => {
              if (wanted.length === 0 || !view.editable) return
              desk.sending()
              void putPictures(view, wanted, {
                send: (file) => sendPicture(desk.documentId, file),
                failed: desk.failed,
              })
            }
            const put = (files: readonly File[], at: number) =>
              putAll(files.map((file) => ({ fetch: async () => file, alt: null, at })))
            opened.set(view, { put, putAll, edit: desk.edit })
            return {}
          },
          props: {
            handlePaste: (view, event) => {
              const files = filesOf(event.clipboardData)
              if (files.length === 0 || !view.editable) return false
              opened.get(view)?.put(files, view.state.selection.to)
              return true
            },
            handleDrop: (view, event) => {
              const files = [...(event.dataTransfer?.files ?? [])]
              if (files.length === 0) return false
              // A file that is dropped would else take the place of this page.
              event.preventDefault()
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
              if (view.editable) {
                opened.get(view)?.put(files, place?.pos ?? view.state.selection.to)
              }
              return true
            },
          },
        }),
      ]
    },
  })
