// A frozen version as a paper to be printed, in the Party's form or the state's; always in Vietnamese.
import { fromCanonicalBytes } from '../../shared/document/canonical'
import { type PaperNode, plainText } from '../../shared/document/outline'
import type { PaperStyle } from '../../shared/facts/cell'
import { text, vietnamese } from '../../shared/i18n/text'
import { isoDayOf } from '../../shared/paper-time'
import { shortDigest } from '../../shared/records/digest'
import { numberLine, recipients } from './form-words'
import { blocksOf } from './paper-blocks'
import { paperStyleMeasures } from './paper-styles'
import type { Pictures } from './picture-block'
import { headOf, printable, type Sheet } from './sheet'

const t = text(vietnamese)

/** What is printed around the text; it is no part of what the digest covers. */
export interface VersionFacts {
  readonly id: string
  readonly number: number
  readonly sha256: string
  readonly frozenAt: string
  /** The cell's own paper, approved after the meeting; any other version is a draft. */
  readonly isFinal: boolean
  readonly cell: { readonly name: string; readonly parentName: string; readonly place: string }
  readonly topic: string
  /** The presenter's name; empty where nobody is. */
  readonly presenter: string
  /** The Party's form where nothing is said. */
  readonly style?: PaperStyle | undefined
  /** Paragraph numbers in the margin; none where nothing is said. */
  readonly isNumbered?: boolean | undefined
  /** Of the minutes; else of the draft. */
  readonly paper?: 'minutes' | undefined
}

export interface VersionPaper {
  readonly facts: VersionFacts
  /** Its canonical bytes, as text. */
  readonly text: string
  readonly pictures?: Pictures
}

const isPart = (node: PaperNode | undefined, part: string) =>
  node?.type === 'paragraph' && node.attrs?.part === part
const wordsOf = (node: PaperNode) => printable(plainText(node))
const isEmpty = (node: PaperNode | undefined) =>
  node?.type === 'paragraph' && wordsOf(node).trim() === ''

interface Parts {
  readonly titles: readonly string[]
  readonly body: readonly PaperNode[]
  readonly signatures: readonly string[]
}

/** The lines of the title at its head and of the signature at its end have places of their own. */
export function partsOf(doc: PaperNode): Parts {
  const all = doc.content ?? []
  let first = 0
  while (isPart(all[first], 'title')) first++
  let end = all.length
  while (end > first && (isPart(all[end - 1], 'signature') || isEmpty(all[end - 1]))) end--
  const lines = (nodes: readonly PaperNode[]) =>
    nodes.map(wordsOf).filter((words) => words.trim() !== '')
  return {
    titles: lines(all.slice(0, first)),
    body: all.slice(first, end),
    signatures: lines(all.slice(end)),
  }
}

const same = (a: string, b: string) =>
  a.trim().toLocaleLowerCase('vi') === b.trim().toLocaleLowerCase('vi')

/** Minutes are signed by two: whoever wrote them on the left, the chair on the right. */
function twoSigners(title: string, lines: readonly string[]): Sheet['signature'][] | null {
  if (!['BIÊN BẢN', 'MINUTES'].includes(title.trim().toLocaleUpperCase('vi'))) return null
  const signers: { role: string; name: string }[] = []
  for (const line of lines) {
    const last = signers.at(-1)
    if (line === line.toLocaleUpperCase('vi')) signers.push({ role: line, name: '' })
    else if (last && last.name === '') last.name = line
    else return null
  }
  if (signers.length !== 2) return null
  return signers.map((signer) => ({ ...signer, ownLines: signer.name === '' ? 1 : 2 }))
}

/** `TM.` in the state's form is `T/M` in the Party's, whichever was written. */
const forWhom = (line: string, style: PaperStyle) =>
  line.replace(/^(T\/M|TM\.)(?=\s)/, paperStyleMeasures[style].onBehalf)

/** Whoever is not known to sign is left blank. */
function signatureOf(
  written: readonly string[],
  presenter: string,
  style: PaperStyle,
): Sheet['signature'] {
  const lines = written.map((line) => forWhom(line, style))
  const preparedBy = t('answers.preparedBy')
  const name = printable(presenter)
  const last = lines.at(-1)
  if (last === undefined) return { role: preparedBy.toLocaleUpperCase('vi'), name }
  const ownLines = lines.length
  const above = lines.slice(0, -1).join('\n')
  if (name !== '' && same(last, name)) return { role: above, name: last, ownLines }
  // Below a role in capitals stands a person.
  const isNamed = lines.length > 1 && last !== last.toLocaleUpperCase('vi')
  if (isNamed) return { role: above, name: last, ownLines }
  return { role: lines.join('\n'), name: same(last, preparedBy) ? name : '', ownLines }
}

function signedBy(
  title: string,
  lines: readonly string[],
  presenter: string,
  style: PaperStyle,
): Pick<Sheet, 'signature' | 'leftSignature'> {
  const [left, right] = twoSigners(title, lines) ?? []
  if (left && right) return { signature: right, leftSignature: left }
  return { signature: signatureOf(lines, presenter, style) }
}

export function paperSheet({ facts, text: written, pictures }: VersionPaper): Sheet {
  const bytes = new TextEncoder().encode(written)
  const content = fromCanonicalBytes(bytes)
  const { titles, body, signatures } = partsOf(content)
  const [title = '', ...subject] = titles
  const code = shortDigest(facts.sha256)
  const isMinutes = facts.paper === 'minutes'
  const version = t(isMinutes ? 'after.minutesVersion' : 'export.version', { number: facts.number })
  const style = facts.style ?? 'hd05'
  return {
    style,
    isLandscape: false,
    name: printable(`${facts.topic} - ${version} (${code})`),
    head: {
      ...headOf(facts.cell, style, isoDayOf(facts.frozenAt)),
      label: facts.isFinal
        ? numberLine(title, style)
        : t('export.draftNumber', { number: facts.number }),
    },
    title,
    subject: subject.join('\n'),
    blocks: blocksOf(body, pictures, facts.isNumbered),
    ...signedBy(title, signatures, facts.presenter, style),
    recipients,
    stamp: {
      words: `${version} · ${code}`,
      code,
      sha256: facts.sha256,
      versionId: facts.id,
      at: facts.frozenAt,
      facts: JSON.stringify(facts),
      text: bytes,
    },
  }
}

/** A live paper, which no digest covers yet. */
export interface LivePaper {
  readonly cell: VersionFacts['cell']
  readonly topic: string
  readonly presenter: string
  readonly style: PaperStyle
  /** As `2027-02-05`. */
  readonly day: string
  readonly content: PaperNode
  readonly pictures: Pictures
  /** It leaves the cell as it is, and gets a number; without it, it is being written. */
  readonly isIssued?: true
  readonly isLandscape?: boolean
}

export function liveSheet(paper: LivePaper): Sheet {
  const {
    cell,
    topic,
    presenter,
    style,
    day,
    content,
    pictures,
    isIssued,
    isLandscape = false,
  } = paper
  const { titles, body, signatures } = partsOf(content)
  const [title = '', ...subject] = titles
  return {
    style,
    isLandscape,
    name: printable(isIssued ? `${title} - ${topic}` : `${topic} - ${t('out.live')}`),
    head: {
      ...headOf(cell, style, day),
      label: isIssued ? numberLine(title, style) : t('out.live'),
    },
    title,
    subject: subject.join('\n'),
    blocks: blocksOf(body, pictures, !isIssued),
    ...signedBy(title, signatures, presenter, style),
    recipients,
  }
}
