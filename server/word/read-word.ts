// A Word file as the text of a paper, with a report of what became of it.
import { canonical } from '../../shared/document/canonical'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { type SecretStamp, secretStampIn } from '../../shared/document/secret-stamps'
import type { ImportReport } from '../../shared/records/import-report'
import { type Draft, linesIn, type Picture, type Words } from './draft'
import { type FilePicture, FilePictures } from './file-pictures'
import { textOfForm } from './form'
import { modernise } from './old-words'
import { openFile } from './open-file'
import { placeComments } from './place-comments'
import { readBlocks } from './read-blocks'
import { readComments } from './read-comments'
import { Reading } from './reading'
import { setBlocks } from './set-blocks'
import { Unreadable } from './unreadable'
import { child } from './xml'

export interface ReadWord {
  readonly content: PaperNode[]
  readonly report: ImportReport
  readonly pictures: readonly FilePicture[]
}

/** A paper with the stamp of a state secret on it. */
export class Secret extends Error {
  readonly stamp: SecretStamp
  constructor(stamp: SecretStamp) {
    super(stamp)
    this.stamp = stamp
  }
}

/** What stands on every page: read for stamps, and told. */
function readMargins(reading: Reading): Draft[] {
  const { file } = reading
  const drafts: Draft[] = []
  for (const relation of file.relations.values()) {
    if (relation.isExternal || !/\/(?:header|footer)$/.test(relation.type)) continue
    const part = file.other(file.pathOf(relation))
    reading.relations = file.relationsOf(file.pathOf(relation))
    if (part) drafts.push(...readBlocks(part, reading))
    reading.fields.length = 0
  }
  reading.relations = file.relations
  return drafts
}

/** Notes stand at the end, each behind the mark that the text has for it. */
function readNotes(reading: Reading): Draft[] {
  const drafts: Draft[] = []
  // A note may have a note.
  for (let at = 0; at < reading.notes.length; at++) {
    const note = reading.notes[at]
    if (!note) break
    reading.relations = note.relations
    const inside = readBlocks(note.element, reading)
    const first = inside.find((one): one is Words => one.kind === 'words')
    const mark = `[${note.number}] `
    if (first) {
      const [piece] = first.pieces
      first.pieces.unshift({
        ...(piece ?? { href: null, old: null, isCapitals: false }),
        text: mark,
        bold: false,
        italic: false,
        underline: false,
        href: null,
        old: null,
        isCapitals: false,
        comments: [],
      })
    }
    drafts.push(...inside)
    reading.tally.changed('notes', linesIn(inside).join(' '))
  }
  reading.relations = reading.file.relations
  return drafts
}

function demandNoStamp(...all: (readonly Draft[])[]): void {
  for (const drafts of all) {
    const stamp = secretStampIn(linesIn(drafts).join('\n'))
    if (stamp) throw new Secret(stamp)
  }
}

const countOf = (nodes: readonly PaperNode[], types: readonly string[]): number =>
  nodes.reduce(
    (sum, { type, content = [] }) => sum + (types.includes(type) ? 1 : 0) + countOf(content, types),
    0,
  )

/** Of the outermost lists: a list in a list is a part of it. */
const listsIn = (nodes: readonly PaperNode[]): number =>
  nodes.reduce(
    (sum, { type, content = [] }) => sum + (/List$/.test(type) ? 1 : listsIn(content)),
    0,
  )

function isOwnExport(reading: Reading): boolean {
  const properties = reading.file.other('docProps/custom.xml')
  return (
    properties?.children.some(
      (one) => typeof one !== 'string' && one.attrs.name === 'BanThaoVersion',
    ) === true
  )
}

/** Throws Unreadable, Overlong, Secret. */
export async function readWord(bytes: Uint8Array): Promise<ReadWord> {
  const file = await openFile(bytes)
  const reading = new Reading(file)
  const { tally } = reading
  const body = child(file.document, 'w:body')
  if (!body) throw new Unreadable('damaged')
  const text = readBlocks(body, reading)
  reading.fields.length = 0
  const notes = readNotes(reading)
  const margins = readMargins(reading)
  const comments = readComments(reading)
  modernise([...text, ...notes], tally)
  modernise(margins, tally)
  demandNoStamp(text, notes, margins)
  for (const line of linesIn(margins)) {
    if (!/^[\s\d/|–-]*$/.test(line)) tally.leftOut('margins', line)
  }
  const isOwn = isOwnExport(reading)
  const drafts = [...textOfForm(text, isOwn, tally), ...notes]
  const pictures = new FilePictures(file, tally)
  const setting = { tally, isOwn, picture: (picture: Picture) => pictures.node(picture) }
  const blocks = setBlocks(drafts, setting, { isInTable: false, isHead: false })
  const placed = placeComments(blocks, comments)
  if (blocks.length === 0) throw new Unreadable('empty')
  const doc = paperSchema.nodeFromJSON({ type: 'doc', content: blocks })
  doc.check()
  const content = canonical({ type: 'doc', content: blocks }).content ?? []
  const all = content.map(plainText).join('\n')
  return {
    content: content.map(plain),
    pictures: [...pictures.found.values()],
    report: {
      came: {
        words: all.split(/\s+/).filter((word) => word !== '').length,
        paragraphs: countOf(content, ['paragraph']),
        headings: countOf(content, ['heading']),
        lists: listsIn(content),
        tables: countOf(content, ['table']),
        images: countOf(content, ['image']),
        notes: reading.notes.length,
      },
      changed: tally.changes,
      leftOut: tally.omissions,
      comments: placed,
    },
  }
}

/** Paragraph numbers are the paper's, not the text's. */
function plain({ number: _, ...node }: PaperNode): PaperNode {
  return node.content ? { ...node, content: node.content.map(plain) } : node
}
