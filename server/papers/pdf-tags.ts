// What a PDF tells readers by ear: the paper as a tree of headings, paragraphs, lists, tables and figures.
import type { Content } from 'pdfmake/interfaces'
import type { Item } from './sheet'

type TagType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'

export interface Tag {
  readonly type: TagType
  readonly alt?: string
  /** How many columns and rows a cell takes. */
  readonly span?: readonly [columns: number, rows: number]
  readonly children: Tag[]
}

/** Puts a new tag below another, after those that are there. */
export function tagIn(parent: Tag, type: TagType, more: Omit<Tag, 'type' | 'children'> = {}): Tag {
  const tag = { type, ...more, children: [] }
  parent.children.push(tag)
  return tag
}

/** Drawn, but no part of the paper that is read: what stands on every page, room, rules. */
export const artifact = 'artifact'
export type Role = Tag | typeof artifact

/** What the drawing asks of a node of the definition. */
export interface Marked {
  readonly role?: Role
  /** Its own, in the margin. */
  readonly paragraphNumber?: number
}

/** The library hands its nodes through as they are. */
export const marked = (content: Content, marks: Marked): Content =>
  Object.assign(content as object, marks) as Content

interface OpenList {
  readonly list: number
  readonly depth: number
  readonly tag: Tag
  body: Tag
}

/** A place in the paper where blocks stand one below the other. */
export class TagPlace {
  readonly #at: Tag
  #lists: OpenList[] = []

  constructor(at: Tag) {
    this.#at = at
  }

  /** Of the next block; its item's label where one begins. */
  next(type: TagType, item: Item | null = null, more: Parameters<typeof tagIn>[2] = {}) {
    const label = this.#enter(item)
    return { label, tag: tagIn(this.#lists.at(-1)?.body ?? this.#at, type, more) }
  }

  #enter(item: Item | null): Tag | null {
    const { depth = -1, list = -1, marker = null } = item ?? {}
    this.#lists = this.#lists.filter(
      (open) => open.depth < depth || (open.depth === depth && open.list === list),
    )
    if (item === null) return null
    let open = this.#lists.at(-1)
    const isNew = open?.list !== list
    if (open === undefined || isNew) {
      const tag = tagIn(open?.body ?? this.#at, 'L')
      open = { list, depth, tag, body: tag }
      this.#lists.push(open)
    }
    if (!isNew && marker === null) return null
    const entry = tagIn(open.tag, 'LI')
    const label = marker === null ? null : tagIn(entry, 'Lbl')
    open.body = tagIn(entry, 'LBody')
    return label
  }
}
