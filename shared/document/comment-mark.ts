// The name under which a comment's mark stands in a Y.XmlText.
import * as buffer from 'lib0/buffer'
import * as sha256 from 'lib0/hash/sha256'

export const commentPrefix = 'comment--'

/**
 * The attribute's key. Marks that may overlap are stored by y-prosemirror 1.3.7 under their name
 * and a hash of their JSON folded to six bytes, eight characters of base64; any other key empties
 * the paragraph when an editor opens it.
 */
export function commentKey(thread: string): string {
  const digest = sha256.digest(buffer.encodeAny({ type: 'comment', attrs: { thread } }))
  const folded = digest.slice(0, 6)
  // Folding reads the bytes already folded, as y-prosemirror's does in place.
  for (let i = 6; i < digest.length; i++) folded[i % 6] = (folded[i % 6] ?? 0) ^ (digest[i] ?? 0)
  return commentPrefix + buffer.toBase64(folded)
}
