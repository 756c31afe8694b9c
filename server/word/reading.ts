// What is known and collected while one Word file is read.
import { Numbering } from './numbering'
import type { Relation, WordFile } from './open-file'
import { Styles } from './styles'
import { Tally } from './tally'
import type { Element } from './xml'
import { childrenNamed } from './xml'

/** Comments that overlap, fields within fields. */
const mostOpen = 64

/** A field whose end has not come yet; its result is text, its instruction is none. */
export interface Field {
  instruction: string
  isResult: boolean
}

export interface Note {
  readonly number: number
  readonly element: Element
  readonly relations: ReadonlyMap<string, Relation>
}

export class Reading {
  readonly file: WordFile
  readonly styles: Styles
  readonly numbering: Numbering
  readonly tally = new Tally()
  readonly fields: Field[] = []
  /** Comments whose words have begun and not ended. */
  readonly openComments = new Set<string>()
  /** Comments that name a place and no words. */
  readonly pointComments = new Set<string>()
  readonly ranged = new Set<string>()
  readonly notes: Note[] = []
  readonly #footnotes: ReadonlyMap<string, Element>
  readonly #endnotes: ReadonlyMap<string, Element>
  /** Of the part that is being read. */
  relations: ReadonlyMap<string, Relation>
  tableDepth = 0
  nestedTables = 0

  constructor(file: WordFile) {
    this.file = file
    this.relations = file.relations
    this.styles = new Styles(file.part('styles'), file.part('theme'))
    this.numbering = new Numbering(file.part('numbering'))
    this.#footnotes = notesIn(file.part('footnotes'), 'w:footnote')
    this.#endnotes = notesIn(file.part('endnotes'), 'w:endnote')
  }

  beginComment(id: string): void {
    this.ranged.add(id)
    if (this.openComments.size < mostOpen) this.openComments.add(id)
  }

  beginField(): void {
    if (this.fields.length < mostOpen) this.fields.push({ instruction: '', isResult: false })
  }

  get isInContents(): boolean {
    return this.fields.some(({ instruction }) => /^\s*TOC\b/i.test(instruction))
  }

  /** The mark of a note in the text; the note itself comes at the end. */
  noteMark(kind: 'footnotes' | 'endnotes', id: string): string {
    const element = (kind === 'footnotes' ? this.#footnotes : this.#endnotes).get(id)
    if (!element) return ''
    const number = this.notes.length + 1
    const relations = this.file.relationsOf(`${this.file.folder}${kind}.xml`)
    this.notes.push({ number, element, relations })
    return `[${number}]`
  }
}

const notesIn = (part: Element | undefined, name: string): Map<string, Element> =>
  new Map(
    childrenNamed(part, name)
      .filter(({ attrs }) => !/separator|notice/i.test(attrs['w:type'] ?? ''))
      .map((note) => [note.attrs['w:id'] ?? '', note]),
  )
