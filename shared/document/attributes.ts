// Which value each attribute of each node and mark may take: the one list that the schema and the guard share.
import { digestIn, mostPictureSide, mostPictureWords } from './picture'

type Allows = (value: unknown) => boolean

const oneOf =
  (...values: readonly unknown[]): Allows =>
  (value) =>
    values.includes(value)
const whole =
  (least: number, most: number): Allows =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
const short =
  (length: number): Allows =>
  (value) =>
    typeof value === 'string' && value.length <= length
const orNull =
  (allows: Allows): Allows =>
  (value) =>
    value === null || value === undefined || allows(value)

const align = orNull(oneOf('left', 'center', 'right', 'justify'))
const cell: Record<string, Allows> = {
  colspan: whole(1, 100),
  rowspan: whole(1, 1000),
  colwidth: orNull(
    (value) => Array.isArray(value) && value.length <= 100 && value.every(orNull(whole(0, 10_000))),
  ),
  align,
}

/** http, https, mailto and tel only, and never `//host`: a link must say where it goes. */
export function isSafeLink(href: unknown): boolean {
  if (typeof href !== 'string' || href.length > 2000) return false
  // Control characters and blanks are dropped by browsers when they read a scheme.
  const plain = [...href].filter((char) => char > ' ' && char !== '\u007f').join('')
  return plain === href.trim() && /^(https?:\/\/[^/]|mailto:[^/]|tel:[+\d])/i.test(plain)
}

/** What a paragraph is on paper besides running text; `null` is running text. */
export const paragraphParts = ['title', 'signature'] as const

export const nodeAttributes: Record<string, Record<string, Allows>> = {
  paragraph: { textAlign: align, part: orNull(oneOf(...paragraphParts)) },
  heading: { textAlign: align, level: oneOf(1, 2, 3) },
  orderedList: { start: whole(0, 100_000), type: orNull(oneOf('1', 'a', 'A', 'i', 'I')) },
  tableCell: cell,
  tableHeader: cell,
  image: {
    src: orNull((value) => digestIn(value) !== null),
    alt: orNull(short(mostPictureWords)),
    caption: orNull(short(mostPictureWords)),
    width: orNull(whole(1, mostPictureSide)),
    height: orNull(whole(1, mostPictureSide)),
  },
}

export const markAttributes: Record<string, Record<string, Allows>> = {
  link: {
    href: isSafeLink,
    target: orNull(oneOf('_blank', '_self')),
    rel: orNull(short(100)),
    class: orNull(short(100)),
    title: orNull(short(500)),
  },
  comment: { thread: (value) => typeof value === 'string' && /^[\w-]{1,40}$/.test(value) },
}

/** ProseMirror's `validate`: throws on a value that the list does not allow. */
export function validator(owner: string, name: string, allows: Allows) {
  return (value: unknown): void => {
    if (!allows(value)) throw new RangeError(`${owner}.${name} refuses this value`)
  }
}
