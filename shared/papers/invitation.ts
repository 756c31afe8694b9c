// The notice of a meeting, or the letter to one guest: the cell's template with the programme in it.
import { type PaperNode, plainText } from '../document/outline'
import type { Text } from '../i18n/table'
import type { ProgrammeItem } from '../records/meeting'
import type { Facts } from '../templates/fields'
import { fill } from '../templates/fill'
import { documentOf } from '../templates/kinds'

export interface Addressee {
  readonly name: string
  readonly position: string
}

interface Invitation {
  /** The cell's own template of the notice, or the original. */
  readonly template: PaperNode
  readonly facts: Facts
  readonly programme: readonly ProgrammeItem[]
  readonly nameOf: (username: string) => string
  /** `null`: to all members. */
  readonly to: Addressee | null
  readonly t: Text
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const isPart = ({ type, attrs }: PaperNode, part: string) =>
  type === 'paragraph' && attrs?.part === part
const withWords = (node: PaperNode, text: string): PaperNode => ({
  ...node,
  content: [{ type: 'text', text }],
})

/** In pixels of a page of 620. */
const widths = [36, 56, 300, 96, 132]

function programmeBlocks({ programme, nameOf, t }: Invitation, before: readonly PaperNode[]) {
  if (programme.length === 0) return []
  const chapters = before.filter(({ type, attrs }) => type === 'heading' && attrs?.level === 1)
  const isNumbered = chapters.some((chapter) => /^I-/.test(plainText(chapter)))
  const number = isNumbered ? `${roman[chapters.length] ?? chapters.length + 1}- ` : ''
  const head = [
    t('before.columnNumber'),
    t('before.columnMinutes'),
    t('before.columnTitle'),
    t('before.columnKind'),
    t('before.columnPerson'),
  ]
  const rows = programme.map(({ minutes, title, kind, person }, index) => [
    String(index + 1),
    String(minutes),
    title,
    t(`room.${kind}`),
    person === null ? '' : nameOf(person),
  ])
  const heading = `${number}${t('before.noticeProgramme')}`
  return documentOf([
    [1, heading],
    ['table', head, rows, widths],
  ]).content as PaperNode[]
}

/** A letter names its one reader where the notice names all; a template worded otherwise stays. */
function addressed(blocks: readonly PaperNode[], { to, t }: Invitation): PaperNode[] {
  if (!to) return [...blocks]
  const isNotice = (words: string) => /^\s*(THÔNG BÁO|NOTICE)\s*$/i.test(words)
  const isAddress = (words: string) => /^\s*(Kính gửi|Kính mời|To\b)/i.test(words)
  const line = t(to.position === '' ? 'before.letterTo' : 'before.letterToPosition', { ...to })
  return blocks.map((block) => {
    if (block.type !== 'paragraph') return block
    const words = plainText(block)
    if (isPart(block, 'title') && isNotice(words)) {
      return withWords(block, t('before.letterTitle'))
    }
    return isAddress(words) ? withWords(block, line) : block
  })
}

/** Pure. The programme stands before the signature, numbered on from the chapters above it. */
export function invitationPaper(invitation: Invitation): PaperNode {
  const filled = fill(invitation.template, invitation.facts)
  const blocks = addressed(filled.content ?? [], invitation)
  let end = blocks.length
  while (end > 0 && isPart(blocks[end - 1] as PaperNode, 'signature')) end--
  const body = blocks.slice(0, end)
  const programme = programmeBlocks(invitation, body)
  return { ...filled, content: [...body, ...programme, ...blocks.slice(end)] }
}
