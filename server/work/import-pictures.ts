// The pictures of an imported file: kept for the session, and named in the text by what they are kept as.
import type { PaperNode } from '../../shared/document/outline'
import { digestIn, sourceOf } from '../../shared/document/picture'
import type { ImportReport } from '../../shared/records/import-report'
import type { Person } from '../../shared/records/person'
import type { Picture } from '../../shared/records/picture'
import { Refusal, type RefusalCode } from '../../shared/refusals'
import type { Services } from '../services'
import type { ReadWord } from '../word/read-word'
import { documentFor } from './demand'
import { addPicture } from './pictures'

/** A picture that cannot be taken in stops nothing. */
const passable: readonly RefusalCode[] = ['not-a-picture', 'picture-too-large', 'pictures-full']

/** One that the session holds already, as in a file that was saved here, is not drawn anew. */
async function kept(
  services: Services,
  person: Person,
  documentId: string,
  { sha256, bytes }: ReadWord['pictures'][number],
): Promise<Picture | null> {
  const { document } = await documentFor(services.records, documentId, person)
  const held = await services.records.find('pictures', { sessionId: document.sessionId, sha256 })
  if (held[0]) return held[0]
  try {
    return await addPicture(services, person, documentId, bytes)
  } catch (error) {
    if (error instanceof Refusal && passable.includes(error.code)) return null
    throw error
  }
}

function replaced(node: PaperNode, pictures: ReadonlyMap<string, Picture>): PaperNode[] {
  if (node.type === 'image') {
    const picture = pictures.get(digestIn(node.attrs?.src) ?? '')
    if (!picture) return []
    const { sha256, width, height } = picture
    return [{ ...node, attrs: { ...node.attrs, src: sourceOf(sha256), width, height } }]
  }
  if (!node.content) return [node]
  const content = node.content.flatMap((child) => replaced(child, pictures))
  const isBareCell = content.length === 0 && /^table(?:Cell|Header)$/.test(node.type)
  return [{ ...node, content: isBareCell ? [{ type: 'paragraph' }] : content }]
}

const imagesIn = (nodes: readonly PaperNode[]): number =>
  nodes.reduce(
    (sum, { type, content = [] }) => sum + (type === 'image' ? 1 : 0) + imagesIn(content),
    0,
  )

/** Throws Refusal where the right to write ended meanwhile, or too many pictures are being made. */
export async function withPictures(
  services: Services,
  person: Person,
  documentId: string,
  { content, report, pictures }: ReadWord,
): Promise<{ content: PaperNode[]; report: ImportReport }> {
  const made = new Map<string, Picture>()
  for (const picture of pictures) {
    const own = await kept(services, person, documentId, picture)
    if (own) made.set(picture.sha256, own)
  }
  const written = content.flatMap((node) => replaced(node, made))
  const images = imagesIn(written)
  const lost = imagesIn(content) - images
  if (lost === 0) return { content: written, report }
  const before = report.leftOut.find(({ what }) => what === 'images')
  const others = report.leftOut.filter(({ what }) => what !== 'images')
  const { count = 0, examples = [] } = before ?? {}
  return {
    content: written,
    report: {
      ...report,
      came: { ...report.came, images },
      leftOut: [...others, { what: 'images', count: count + lost, examples }],
    },
  }
}
