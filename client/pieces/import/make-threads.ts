// Makes the comments of an imported file comments of the paper, at the words they stood on.
import * as Y from 'yjs'
import { findQuote, flatten, slices } from '../../../shared/document/anchor'
import { rootName } from '../../../shared/protocol'
import type { ImportedComment } from '../../../shared/records/import-report'
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'

interface Anchor {
  readonly from: unknown
  readonly to: unknown
  readonly quote: string
}

/** `null` where the words are not found, or in several places alike. */
function anchorOf(doc: Y.Doc, comment: ImportedComment): Anchor | null {
  const flat = flatten(doc.getXmlFragment(rootName))
  const range = findQuote(flat, comment)
  const covered = range ? slices(flat, range) : []
  const [first, last] = [covered.at(0), covered.at(-1)]
  if (!range || !first || !last) return null
  const position = (text: Y.XmlText, index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
  return {
    from: position(first.text, first.index),
    to: position(last.text, last.index + last.length),
    quote: flat.text.slice(...range),
  }
}

/** Returns those whose words were not found. Throws Refused or Unreachable; those before it are made. */
export async function makeThreads(
  doc: Y.Doc,
  documentId: string,
  comments: readonly ImportedComment[],
  bodyOf: (comment: ImportedComment) => string,
  made: (comment: ImportedComment) => void,
): Promise<void> {
  for (const comment of comments) {
    const anchor = anchorOf(doc, comment)
    if (!anchor) continue
    const json = { ...anchor, kind: 'remark' as const, body: bodyOf(comment).slice(0, 10_000) }
    await call<ThreadView>(
      api.documents[':id'].threads.$post({ param: { id: documentId }, json: json as never }),
    )
    made(comment)
  }
}
