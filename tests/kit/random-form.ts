// Papers of everything that is printed, made at random, and what of a paper its printed form can show.
import fc from 'fast-check'
import { canonical } from '../../shared/document/canonical'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { words } from './random-paper'

type Mark = NonNullable<PaperNode['marks']>[number]

const link: Mark = {
  type: 'link',
  attrs: { href: 'https://nguontin.example/van-ban?so=17&nam=2026' },
}
const marks = fc.uniqueArray(
  fc.constantFrom<Mark>({ type: 'bold' }, { type: 'italic' }, { type: 'underline' }, link),
  { maxLength: 3, selector: ({ type }) => type },
)
const run = fc
  .tuple(words, marks)
  .map(([text, own]): PaperNode => ({ type: 'text', text, ...(own.length > 0 && { marks: own }) }))
const inline = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: run },
    { weight: 1, arbitrary: fc.constant<PaperNode>({ type: 'hardBreak' }) },
  ),
  { maxLength: 4 },
)
const plainInline = fc.array(run, { maxLength: 2 })
const textAlign = fc.constantFrom(null, null, null, 'left', 'center', 'right', 'justify')
const paragraph = fc
  .tuple(inline, textAlign)
  .map(
    ([content, align]): PaperNode => ({ type: 'paragraph', attrs: { textAlign: align }, content }),
  )
const heading = fc.tuple(fc.constantFrom(1, 2, 3), inline, textAlign).map(
  ([level, content, align]): PaperNode => ({
    type: 'heading',
    attrs: { level, textAlign: align },
    content,
  }),
)
const part = fc
  .tuple(fc.constantFrom('title', 'signature'), plainInline)
  .map(([name, content]): PaperNode => ({ type: 'paragraph', attrs: { part: name }, content }))

const listOf = (items: fc.Arbitrary<PaperNode[]>) =>
  fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.constantFrom(undefined, 1, 3, 27),
      fc.constantFrom(undefined, 'a', 'A', 'i', 'I'),
      items,
    )
    .map(
      ([type, start, form, content]): PaperNode => ({
        type,
        ...(type === 'orderedList' && { attrs: { start: start ?? 1, type: form ?? null } }),
        content,
      }),
    )
const { list } = fc.letrec<{ list: PaperNode; item: PaperNode }>((tie) => ({
  list: listOf(fc.array(tie('item'), { minLength: 1, maxLength: 3 })),
  item: fc
    .tuple(
      paragraph,
      fc.array(fc.oneof({ maxDepth: 2, depthSize: 'small' }, paragraph, tie('list')), {
        maxLength: 2,
      }),
    )
    .map(([first, more]): PaperNode => ({ type: 'listItem', content: [first, ...more] })),
}))

const spans = fc.constantFrom(1, 1, 1, 2, 3)
/** Cells laid out on a grid, as a browser would, so that every span fits. */
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 3 }),
    fc.boolean(),
    fc.array(
      fc.tuple(
        spans,
        spans,
        fc.array(fc.oneof(paragraph, heading, list), { minLength: 1, maxLength: 2 }),
      ),
      {
        minLength: 12,
        maxLength: 12,
      },
    ),
  )
  .map(([columns, rows, hasHead, cells]): PaperNode => {
    const taken = Array.from({ length: rows }, () => new Set<number>())
    let next = 0
    const content = taken.map((row, at) => {
      const own: PaperNode[] = []
      for (let column = 0; column < columns; column++) {
        if (row.has(column)) continue
        const isHead = hasHead && at === 0
        const [wide = 1, high = 1, inside = []] = cells[next++ % cells.length] ?? []
        let colspan = 1
        while (colspan < wide && column + colspan < columns && !row.has(column + colspan)) colspan++
        // Every row has a cell of its own.
        const rowspan = isHead || column === 0 ? 1 : Math.min(high, rows - at)
        for (const below of taken.slice(at, at + rowspan)) {
          for (let one = column; one < column + colspan; one++) below.add(one)
        }
        own.push({
          type: isHead ? 'tableHeader' : 'tableCell',
          attrs: { colspan, rowspan },
          content: isHead
            ? inside.filter(({ type }) => type === 'paragraph').concat({ type: 'paragraph' })
            : inside,
        })
      }
      return { type: 'tableRow', content: own }
    })
    return { type: 'table', content }
  })

/** A whole paper as ProseMirror JSON. */
export const anyForm: fc.Arbitrary<PaperNode> = fc
  .tuple(
    fc.array(part, { maxLength: 2 }),
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: paragraph },
        { weight: 2, arbitrary: heading },
        { weight: 1, arbitrary: part },
        { weight: 3, arbitrary: list },
        { weight: 2, arbitrary: table },
        { weight: 1, arbitrary: fc.constant<PaperNode>({ type: 'horizontalRule' }) },
      ),
      { minLength: 1, maxLength: 7 },
    ),
    fc.array(part, { maxLength: 2 }),
  )
  .map(([head, body, tail]) => ({ type: 'doc', content: [...head, ...body, ...tail] }))

interface Around {
  readonly isInTable: boolean
  readonly isHead: boolean
}

/** Attributes that say what the form does anyway. */
function shownAttrs({ type, attrs = {} }: PaperNode, { isInTable, isHead }: Around) {
  const { textAlign, part, level, start, type: form, colspan, rowspan } = attrs
  const usual = part || isHead ? 'center' : type === 'heading' || isInTable ? 'left' : 'justify'
  return Object.fromEntries(
    Object.entries({
      textAlign: textAlign === usual ? null : textAlign,
      part,
      level,
      start: start === 1 ? null : start,
      type: form === '1' ? null : form,
      colspan: colspan === 1 ? null : colspan,
      rowspan: rowspan === 1 ? null : rowspan,
    }).filter(([, value]) => value !== null && value !== undefined),
  )
}

function shownMarks(own: readonly Mark[], block: PaperNode, isHead: boolean): Mark[] {
  const types = new Set(own.map(({ type }) => type))
  const isStrong = block.type === 'heading' || block.attrs?.part || isHead
  return own.filter(({ type }) => {
    if (type === 'bold') return !isStrong
    if (type === 'italic') return block.attrs?.level !== 3
    return type !== 'underline' || !types.has('link')
  })
}

/** What a paper's printed form shows of it: bold in a heading, or a cell of alignment, is none of that. */
function shown(node: PaperNode, around: Around): PaperNode {
  const isHead = around.isHead || node.type === 'tableHeader'
  const inside = { isHead, isInTable: around.isInTable || node.type === 'table' }
  const content = (node.content ?? []).map((child) => {
    if (child.text === undefined) return shown(child, inside)
    const kept = shownMarks(child.marks ?? [], node, isHead)
    return { type: 'text', text: child.text, marks: kept }
  })
  const attrs = shownAttrs(node, inside)
  return { ...node, attrs, content }
}

const isPart = (node: PaperNode | undefined, name: string) =>
  node?.type === 'paragraph' && node.attrs?.part === name
const isEmpty = (node: PaperNode | undefined) =>
  node?.type === 'paragraph' && plainText(node).trim() === ''
const bareLine = (node: PaperNode): PaperNode => ({
  ...node,
  content: [{ type: 'text', text: plainText(node) }],
})

/** Titles at the head and signatures at the end are printed line by line, in the form's own look. */
export function printed(doc: PaperNode): PaperNode {
  const all = (doc.content ?? []).map((node) => shown(node, { isInTable: false, isHead: false }))
  let first = 0
  while (isPart(all[first], 'title')) first++
  let end = all.length
  while (end > first && (isPart(all[end - 1], 'signature') || isEmpty(all[end - 1]))) end--
  const lines = (nodes: readonly PaperNode[]) =>
    nodes.filter((node) => !isEmpty(node)).map(bareLine)
  const content = [
    ...lines(all.slice(0, first)),
    ...all.slice(first, end),
    ...lines(all.slice(end)),
  ]
  return canonical({ type: 'doc', content })
}
