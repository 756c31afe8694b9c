// What people see in a Word file, line by line, and what it says it was made from.
import { fromBase64, hexDigest, proofOf, type ReadFile } from './file-proof'
import { type Parts, unzip } from './unzip'

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

const piece = /<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/y
const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'a:t'])
/** A break; a newline in the text itself is a blank to Word. */
const lineBreak = '\u000b'
/** What is seen but is no letter of the text. */
const drawn: Readonly<Record<string, string>> = {
  'w:br': lineBreak,
  'w:cr': lineBreak,
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
  'w:sym': '\ufffd',
  'w:drawing': '\ufffc',
  'w:pict': '\ufffc',
  'w:object': '\ufffc',
  'w:altChunk': '\ufffc',
  'w:subDoc': '\ufffc',
}
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

const plain = (text: string) =>
  text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })

/** Lines are paragraphs; a break parts one too. Throws RangeError where it is not XML as Word writes it. */
export function linesOf(xml: string): string[] {
  const lines: string[] = []
  let line = ''
  let inText = false
  piece.lastIndex = 0
  while (piece.lastIndex < xml.length) {
    const [token] = piece.exec(xml) ?? []
    if (token === undefined || token.startsWith('<!')) throw new RangeError('not as Word writes it')
    if (!token.startsWith('<')) {
      if (inText) line += plain(token)
      continue
    }
    const isEnd = token.startsWith('</')
    const name = /^<\/?([^\s/>]+)/.exec(token)?.[1] ?? ''
    if (textElements.has(name)) inText = !isEnd && !token.endsWith('/>')
    else if (!isEnd) line += token === '<w:tab/>' ? '\t' : (drawn[name] ?? '')
    if (name === 'w:p' && (isEnd || token.endsWith('/>'))) {
      lines.push(...line.split(lineBreak))
      line = ''
    }
  }
  lines.push(...line.split(lineBreak))
  return lines.filter((words) => words.trim() !== '')
}

/** What stands on every page: once each, whatever its part is called; page numbers are counted anew. */
function marginLines(parts: Parts): string[] {
  const found = new Set<string>()
  for (const [name, bytes] of parts) {
    const [, kind] = /^word\/(header|footer)\d*\.xml$/.exec(name) ?? []
    if (!kind) continue
    for (const line of linesOf(decode(bytes))) {
      const words = kind === 'header' ? line.replace(/PAGE|MERGEFORMAT|[\d\s\\*]/g, '') : line
      if (words !== '') found.add(words)
    }
  }
  return [...found].sort()
}

function linesIn(parts: Parts): string[] | null {
  const roots = decode(parts.get('_rels/.rels')).match(/<Relationship [^>]*officeDocument"[^>]*>/g)
  const document = parts.get('word/document.xml')
  const isUsual = roots?.length === 1 && /Target="\/?word\/document\.xml"/.test(roots[0] ?? '')
  if (!isUsual || !document) return null
  return [...linesOf(decode(document)), ...marginLines(parts)]
}

/** Throws RangeError or TypeError where the bytes are no such file. */
export async function readDocx(bytes: Uint8Array): Promise<ReadFile> {
  const parts = await unzip(bytes)
  const items = [...parts]
    .filter(([name]) => /^customXml\/item\d+\.xml$/.test(name))
    .map(([, part]) => decode(part))
    .filter((xml) => xml.includes('urn:banthao:version:1'))
  const [item = ''] = items
  const value = (pattern: RegExp) => pattern.exec(item)?.[1]
  const carried = value(/<text>([^<]*)<\/text>/)
  const text = carried === undefined ? undefined : fromBase64(carried)
  const properties = decode(parts.get('docProps/custom.xml'))
  const digests = [
    value(/ sha256="([0-9a-f]{64})"/),
    /BanThaoSha256"[^>]*>\s*<[^>]*>([0-9a-f]{64})</.exec(properties)?.[1],
  ]
  const own = text && hexDigest(text)
  return {
    proof:
      items.length === 1
        ? proofOf({
            id: value(/ id="([^"]*)"/),
            // Whichever of the two says something else than the text is what was changed.
            sha256: digests.find((digest) => digest !== own) ?? digests[0],
            facts: value(/<facts>([^<]*)<\/facts>/),
            text,
          })
        : null,
    lines: linesIn(parts),
    pictures: [...parts].flatMap(([name, part]) => (name.startsWith('word/media/') ? [part] : [])),
  }
}
