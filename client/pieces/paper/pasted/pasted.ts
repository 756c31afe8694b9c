// Pasting into the paper: foreign HTML is tidied; its pictures go through the same door as any other, or are left out.
import { Extension } from '@tiptap/core'
import type { Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { digestIn, pictureWords, sourceOf } from '../../../../shared/document/picture'
import { picturesIn } from '../pictures/pictures'
import type { WantedPicture } from '../pictures/put-pictures'
import { oldLetters } from './old-letters'
import { tidyHtml } from './tidy-html'

/** What ProseMirror itself wrote is as the paper has it. */
const isOwn = (html: string) => /\sdata-pm-slice=/.test(html)

/** Stands for a picture that is still to be sent: a digest that no bytes have. */
const standIn = (index: number) => sourceOf(index.toString(16).padStart(64, '0'))
const isStandIn = (src: unknown) => /^0{56}/.test(digestIn(src) ?? '')

/** Without a request: the page may connect to nothing but its server. */
function fromDataUri(src: string): Blob | null {
  const [, type = '', data = ''] = /^data:(image\/(?:png|jpeg));base64,([\s\S]+)$/.exec(src) ?? []
  if (!type) return null
  try {
    return new Blob([Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0))], { type })
  } catch (cause) {
    console.warn('picture', cause)
    return null
  }
}

/** One of ours: under whatever name this server was called when it was copied. */
const ownPicture = (src: string): string | null => {
  const path = src.startsWith(location.origin) ? src.slice(location.origin.length) : src
  return digestIn(path) === null ? null : path
}

async function fetchOwn(src: string): Promise<Blob> {
  const response = await fetch(src)
  if (!response.ok) throw new Error(`the picture is not to be had: ${response.status}`)
  return response.blob()
}

interface PasteEvents {
  readonly leftOut: (count: number) => void
}

export const pasted = ({ leftOut }: PasteEvents) =>
  Extension.create({
    name: 'pasted',
    addProseMirrorPlugins() {
      /** Those of the last paste, by the number of their stand-in. */
      let waiting: (() => Promise<Blob>)[] = []
      const tidied = (html: string): string => {
        waiting = []
        if (isOwn(html)) return html
        let left = 0
        const { body } = new DOMParser().parseFromString(html, 'text/html')
        const tidy = tidyHtml(body, {
          letters: oldLetters,
          picture: (src) => {
            const blob = fromDataUri(src)
            const own = ownPicture(src)
            if (own) return own
            if (!blob) {
              left += 1
              return null
            }
            waiting.push(async () => blob)
            return standIn(waiting.length)
          },
        })
        if (left > 0) leftOut(left)
        return tidy
      }
      /** Pictures that this paper does not have yet are put in behind the words, when they are there. */
      const putLater = (view: EditorView, slice: Slice): boolean => {
        const known = new Set<unknown>()
        view.state.doc.descendants((node) => {
          if (node.type.name === 'image') known.add(node.attrs.src)
          return !node.isTextblock
        })
        const isLater = (node: Node) => node.type.name === 'image' && !known.has(node.attrs.src)
        let hasLater = false
        slice.content.descendants((node) => {
          hasLater ||= isLater(node)
          return !node.isTextblock
        })
        if (!hasLater || !view.editable) return false
        const { tr } = view.state
        tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true)
        const found: { node: Node; at: number }[] = []
        tr.doc.descendants((node, at) => {
          if (isLater(node)) found.push({ node, at })
          return !node.isTextblock
        })
        for (const { at } of found.toReversed()) tr.delete(at, at + 1)
        view.dispatch(tr)
        const wanted = found.flatMap(({ node, at }, before): WantedPicture[] => {
          const { src, alt } = node.attrs
          const index = Number.parseInt(digestIn(src)?.slice(56) ?? '', 16) - 1
          const get = isStandIn(src) ? waiting[index] : () => fetchOwn(String(src))
          if (!get) return []
          // In the block before it: between two, Yjs would not know to which it belongs.
          const place = Math.max(0, Math.min(at - before, view.state.doc.content.size) - 1)
          return [{ fetch: get, alt: pictureWords(String(alt ?? '')), at: place }]
        })
        picturesIn(view)?.putAll(wanted)
        return true
      }
      return [
        new Plugin({
          props: {
            transformPastedHTML: tidied,
            handlePaste: (view, _event, slice) => putLater(view, slice),
          },
        }),
      ]
    },
  })
