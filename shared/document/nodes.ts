// The nodes and marks of a paper as TipTap extensions without views: the same on server and client.
import { type Extensions, type GlobalAttributes, Mark, mergeAttributes, Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { TextAlign } from '@tiptap/extension-text-align'
import StarterKit from '@tiptap/starter-kit'
import { isSafeLink, nodeAttributes, paragraphParts } from './attributes'

/**
 * A comment's words. Only the server adds one, after checking the quote; editors carry it along
 * as they split, join and move text. `excludes: ''` lets comments overlap.
 */
export const Comment = Mark.create({
  name: 'comment',
  excludes: '',
  inclusive: false,
  addAttributes: () => ({
    thread: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-thread'),
      renderHTML: ({ thread }) => ({ 'data-thread': thread }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-thread]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { class: 'comment' }),
    0,
  ],
})

const pictureAttribute = (name: string, read: (img: Element) => string | null) => ({
  default: null,
  parseHTML: (element: HTMLElement) => {
    const img = element.matches('img') ? element : element.querySelector('img')
    const text = img && read(img)
    const value = text && (name === 'width' || name === 'height') ? Number(text) : text
    return nodeAttributes.image?.[name]?.(value) ? value : null
  },
})

const isOurPicture = (element: HTMLElement) => {
  const img = element.matches('img') ? element : element.querySelector('img')
  return nodeAttributes.image?.src?.(img?.getAttribute('src') ?? '') ? null : false
}

/** A picture with its caption, a block of its own; only its digest stands in the text. */
export const Picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: pictureAttribute('src', (img) => img.getAttribute('src')),
    alt: pictureAttribute('alt', (img) => img.getAttribute('alt')),
    caption: pictureAttribute('caption', (img) => img.getAttribute('data-caption')),
    width: pictureAttribute('width', (img) => img.getAttribute('width')),
    height: pictureAttribute('height', (img) => img.getAttribute('height')),
  }),
  // Before a paragraph is made of the caption's words.
  parseHTML: () => [
    { tag: 'figure.paper-picture', getAttrs: isOurPicture },
    { tag: 'img[src]', getAttrs: isOurPicture },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'figure',
    { class: 'paper-picture' },
    [
      'img',
      {
        src: attrs.src,
        alt: attrs.alt ?? '',
        width: attrs.width,
        height: attrs.height,
        ...(attrs.caption && { 'data-caption': attrs.caption }),
      },
    ],
    ...(attrs.caption ? [['figcaption', {}, attrs.caption]] : []),
  ],
})

const partAttribute: GlobalAttributes = [
  {
    types: ['paragraph'],
    attributes: {
      part: {
        default: null,
        parseHTML: (element) => {
          const part = element.getAttribute('data-part') ?? ''
          return (paragraphParts as readonly string[]).includes(part) ? part : null
        },
        renderHTML: ({ part }) => (part ? { 'data-part': part } : {}),
      },
    },
  },
]

const Align = TextAlign.extend({
  addGlobalAttributes() {
    return [...(this.parent?.() ?? []), ...partAttribute]
  },
}).configure({ types: ['paragraph', 'heading'] })

/** Undo is Yjs's; a trailing node would be an edit of its own by everyone who only reads. */
export const paperExtensions: Extensions = [
  StarterKit.configure({
    undoRedo: false,
    trailingNode: false,
    code: false,
    codeBlock: false,
    blockquote: false,
    strike: false,
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      protocols: ['http', 'https', 'mailto', 'tel'],
      isAllowedUri: (uri) => isSafeLink(uri),
    },
  }),
  Align,
  TableKit.configure({ table: { resizable: false } }),
  Picture,
  Comment,
]
