// The comments of a Word file: who said what, with the replies behind the remark they answer.
import { type Draft, linesIn } from './draft'
import { modernise } from './old-words'
import { readBlocks } from './read-blocks'
import type { Reading } from './reading'
import { below, childrenNamed, type Element } from './xml'

export interface FileComment {
  readonly id: string
  readonly author: string
  readonly at: string | null
  readonly body: string
}

interface Said extends FileComment {
  readonly paragraph: string | undefined
}

/** What `newThread` takes, with room for who said it. */
const longestBody = 9000

function lastParagraph(of: Element): string | undefined {
  return childrenNamed(of, 'w:p').at(-1)?.attrs['w14:paraId']
}

function instant(date: string | undefined): string | null {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

export function readComments(reading: Reading): FileComment[] {
  const { file, tally } = reading
  const said = childrenNamed(file.part('comments'), 'w:comment').map((comment): Said => {
    const drafts: Draft[] = readBlocks(comment, reading)
    modernise(drafts, tally)
    return {
      id: comment.attrs['w:id'] ?? '',
      author: (comment.attrs['w:author'] ?? '').normalize('NFC').trim(),
      at: instant(comment.attrs['w:date']),
      body: linesIn(drafts).join('\n').slice(0, longestBody),
      paragraph: lastParagraph(comment),
    }
  })
  const extended = file.part('commentsExtended')
  const parents = new Map(
    (extended && below(extended, 'w15:commentEx')
      ? childrenNamed(extended, 'w15:commentEx')
      : []
    ).map(({ attrs }) => [attrs['w15:paraId'], attrs['w15:paraIdParent']]),
  )
  const byParagraph = new Map(
    said.flatMap((one) => (one.paragraph === undefined ? [] : [[one.paragraph, one] as const])),
  )
  const bodies = new Map(said.map(({ id, body }) => [id, body]))
  const tops = said.filter((one) => {
    const parent = byParagraph.get(parents.get(one.paragraph ?? '') ?? '')
    if (!parent || parent === one) return true
    const line = `\n— ${one.author}: ${one.body}`
    bodies.set(parent.id, `${bodies.get(parent.id) ?? ''}${line}`.slice(0, longestBody))
    return false
  })
  return tops
    .map(({ id, author, at }) => ({ id, author, at, body: bodies.get(id) ?? '' }))
    .filter(({ body }) => body !== '')
}
