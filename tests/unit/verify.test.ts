// [X4] The check of a file: a thousand changes of one character, all seen; what stays right stays right.
import { deflateSync, inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { zip } from '../../server/papers/zip'
import { remake } from '../../server/verify/remake'
import { type Check, checkFile, type Sources } from '../../shared/papers/check-file'
import { unzip } from '../../shared/papers/unzip'
import { seeded } from '../kit/seeded'
import { fullPaper, paragraph, versionOf } from '../kit/version-samples'

const paper = versionOf(fullPaper)
const { id, sha256 } = paper.facts
/** `TRIES=10000 npx vitest run tests/unit/verify.test.ts` is the long run. */
const changes = Number(process.env.TRIES ?? 1000)
const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyắềợ0123456789.,;- ']

let docx: Uint8Array
let pdf: Uint8Array
beforeAll(async () => {
  docx = await version({ form: 'docx', paper })
  pdf = await version({ form: 'pdf', paper })
})

const offline: Sources = { remake, versionOf: async (one) => (one === sha256 ? id : null) }
/** Made once: what is compared with does not change from try to try. */
const known: Sources = {
  remake: async (_, form) => (form === 'docx' ? docx : pdf),
  versionOf: offline.versionOf,
}
const verdictOf = async (bytes: Uint8Array, sources = known) =>
  (await checkFile(bytes, sources)).verdict

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const bytesOf = (words: string) => new TextEncoder().encode(words)

/** One character less, more, or another one in its place. */
function changed(words: string, random: () => number): string {
  const chars = [...words]
  const pick = (most: number) => Math.floor(random() * most)
  for (;;) {
    const at = pick(chars.length)
    const letter = letters[pick(letters.length)] ?? 'x'
    const [gone, put] = [
      [1, letter],
      [1, ''],
      [0, letter],
    ][pick(3)] as [number, string]
    const result = [...chars.slice(0, at), put, ...chars.slice(at + gone)].join('')
    if (result !== words) return result
  }
}

const escaped = (words: string) =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const unescaped = (words: string) =>
  words
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

async function withPart(name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = new Map(await unzip(docx))
  parts.set(name, bytesOf(change(text(parts.get(name)))))
  return zip(parts)
}

describe('files as they were downloaded', () => {
  it('are exactly the version, without any server', async () => {
    const exact = { verdict: 'exact', id, sha256 }
    expect(await checkFile(docx, offline)).toEqual(exact)
    expect(await checkFile(pdf, offline)).toEqual(exact)
    expect(await checkFile(bytesOf(paper.text), offline)).toEqual(exact)
  })

  it('are exact with paragraph numbers too, and a number that was changed is seen', async () => {
    const numbered = versionOf(fullPaper, { isNumbered: true })
    for (const form of ['docx', 'pdf'] as const) {
      const file = await version({ form, paper: numbered })
      expect(await verdictOf(file, offline)).toBe('exact')
    }
    const parts = new Map(await unzip(await version({ form: 'docx', paper: numbered })))
    const other = text(parts.get('word/document.xml')).replace('>2</w:t>', '>12</w:t>')
    parts.set('word/document.xml', bytesOf(other))
    expect(await verdictOf(zip(parts), offline)).toBe('changed')
  })

  it('are changed where a reader is told other words than those that are seen', async () => {
    const file = Buffer.from(pdf).toString('latin1')
    const spoken = file.replace('/S /H1\n', '/S /H1\n/ActualText (Khac)\n')
    expect(spoken).not.toBe(file)
    expect(await verdictOf(new Uint8Array(Buffer.from(spoken, 'latin1')), offline)).toBe('changed')
  })

  it('are the version word by word when they were only packed anew', async () => {
    const parts = new Map(await unzip(docx))
    const last = [...parts].at(-1)
    expect(last).toBeDefined()
    const turned = zip(new Map([...(last ? [last] : []), ...parts].reverse()))
    expect(await verdictOf(turned, offline)).toBe('words')
  })

  it('are no version when they are something else', async () => {
    expect(await verdictOf(bytesOf('PK\u0003\u0004'))).toBe('illegible')
    expect(await verdictOf(bytesOf('%PDF-1.7\nnothing'))).toBe('illegible')
    expect(await verdictOf(new Uint8Array())).toBe('unknown')
    expect(await verdictOf(docx.subarray(0, docx.length / 2))).toBe('illegible')
    expect(await verdictOf(docx, { ...known, remake: async () => null })).toBe('unknown')
  })
})

describe('a thousand changes of one character', { timeout: 600_000 }, () => {
  it('(half of them) are all seen in the exact text', async () => {
    const random = seeded(1)
    for (let n = 0; n < changes / 2; n++) {
      const other = changed(paper.text, random)
      expect(await verdictOf(bytesOf(other)), other).toBe('unknown')
    }
  })

  it('(four tenths) are all seen in the words of a Word file, though what it carries along is whole', async () => {
    const random = seeded(2)
    const parts = await unzip(docx)
    const names = [...parts.keys()].filter((name) => /^word\/(document|footer\d)\.xml$/.test(name))
    for (let n = 0; n < changes * 0.4; n++) {
      // Most of the words stand in the text itself.
      const name = names[n % 20 === 0 ? n % names.length : names.indexOf('word/document.xml')] ?? ''
      const xml = text(parts.get(name))
      const spots = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*\S[^<]*)<\/w:t>/g)]
      const spot = spots[Math.floor(random() * spots.length)]
      const [whole = '', words = ''] = spot ?? []
      const other = changed(unescaped(words), random)
      const put = whole.replace(`>${words}<`, () => `>${escaped(other)}<`)
      const from = spot?.index ?? 0
      const damaged = xml.slice(0, from) + put + xml.slice(from + whole.length)
      const file = zip(new Map([...parts, [name, bytesOf(damaged)]]))
      expect(await verdictOf(file), `${words} → ${other}`).toBe('changed')
    }
  })

  it('(one tenth) are all seen in the glyphs of a PDF, though what it carries along is whole', async () => {
    const random = seeded(3)
    const file = Buffer.from(pdf).toString('latin1')
    const streams = [...file.matchAll(/\/Length (\d+)\n[^>]*>>\nstream\n/g)].flatMap((found) => {
      const from = found.index + found[0].length
      const packed = Buffer.from(file.slice(from, from + Number(found[1])), 'latin1')
      const isPacked = found[0].includes('FlateDecode') || packed[0] === 0x78
      const content = isPacked ? inflateSync(packed).toString('latin1') : ''
      return content.includes('] TJ') ? [{ found, from, length: packed.length, content }] : []
    })
    expect(streams.length).toBeGreaterThan(0)
    for (let n = 0; n < changes / 10; n++) {
      const { found, from, length, content } = streams[n % streams.length] as (typeof streams)[0]
      const glyphs = [...content.matchAll(/<((?:[0-9a-f]{4})+)>(?=[^\]]*\] TJ)/g)]
      const run = glyphs[Math.floor(random() * glyphs.length)]
      const codes = run?.[1]?.match(/.{4}/g) ?? []
      const at = Math.floor(random() * codes.length)
      const others = new Set(glyphs.flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []))
      others.delete(codes[at] ?? '')
      codes[at] = [...others][Math.floor(random() * others.size)] ?? 'ffff'
      const start = (run?.index ?? 0) + 1
      const damaged =
        content.slice(0, start) + codes.join('') + content.slice(start + (run?.[1]?.length ?? 0))
      const packed = deflateSync(Buffer.from(damaged, 'latin1')).toString('latin1')
      const head = found[0].replace(/\/Length \d+/, `/Length ${packed.length}`)
      const tail = file.slice(from + length)
      const whole = Buffer.from(file.slice(0, found.index) + head + packed + tail, 'latin1')
      expect(await verdictOf(new Uint8Array(whole)), `${n}`).toBe('changed')
    }
  })

  it('of a byte anywhere never leave a PDF or a Word file exact', async () => {
    const random = seeded(4)
    for (const original of [docx, pdf]) {
      for (let n = 0; n < changes / 10; n++) {
        const bytes = Uint8Array.from(original)
        const at = Math.floor(random() * bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255))
        expect(await verdictOf(bytes), `byte ${at}`).not.toBe('exact')
      }
    }
  })
})

describe('what hides a change', () => {
  const verdictWith = async (name: string, change: (xml: string) => string) =>
    verdictOf(await withPart(name, change), offline)

  it('is seen: another text carried along, or another digest in the properties', async () => {
    const base64 = (words: string) => Buffer.from(words).toString('base64')
    const other = base64(paper.text.replace('mục ba', 'mục bà'))
    const carried = (xml: string) => xml.replace(/<text>[^<]*/, `<text>${other}`)
    expect(await checkFile(await withPart('customXml/item1.xml', carried), offline)).toEqual({
      verdict: 'changed',
      id,
      sha256,
      difference: null,
    } satisfies Check)
    const digest = (xml: string) => xml.replace(sha256, 'f'.repeat(64))
    expect(await verdictWith('docProps/custom.xml', digest)).toBe('changed')
    expect(await verdictWith('customXml/item1.xml', digest)).toBe('changed')
  })

  it('is seen: words in an attribute, a comment, a picture, a text box, tracked changes', async () => {
    const spot = '<w:t xml:space="preserve">Căn giữa</w:t>'
    for (const put of [
      `<w:t w:x="><w:t>Căn giữa</w:t>">Căn giưa</w:t>`,
      `<!-- ${spot} --><w:t>Căn giưa</w:t>`,
      `${spot}<w:drawing/>`,
      `${spot}<w:pict><w:t>x</w:t></w:pict>`,
      `${spot}<w:delText>x</w:delText>`,
      `${spot}<w:sym w:char="F041"/>`,
    ]) {
      const verdict = await verdictWith('word/document.xml', (xml) => {
        expect(xml).toContain(spot)
        return xml.replace(spot, put)
      })
      expect(['changed', 'illegible'], put).toContain(verdict)
    }
  })

  it('is seen: another part shown as the document', async () => {
    const verdict = await verdictWith('_rels/.rels', (xml) =>
      xml.replace('word/document.xml', 'word/other.xml'),
    )
    expect(verdict).toBe('illegible')
  })

  it('is no bomb: what inflates beyond bounds is refused', async () => {
    const parts = new Map(await unzip(docx))
    parts.set('word/bomb.xml', new Uint8Array(65 * 1024 * 1024))
    await expect(unzip(zip(parts))).rejects.toThrow(RangeError)
  })

  it('says where the first difference is', async () => {
    const file = await withPart('word/document.xml', (xml) => xml.replace('Căn giữa', 'Căn giưa'))
    expect(await checkFile(file, offline)).toMatchObject({
      verdict: 'changed',
      difference: { expected: 'Căn giữa', found: 'Căn giưa' },
    })
  })

  it('does not turn another version into this one', async () => {
    const other = versionOf({ type: 'doc', content: [paragraph('Khác')] }, { id: 'khac' })
    const bytes = await version({ form: 'docx', paper: other })
    expect(await checkFile(bytes, offline)).toEqual({
      verdict: 'exact',
      id: 'khac',
      sha256: other.facts.sha256,
    })
    expect((await checkFile(bytes, known)).verdict).toBe('changed')
  })
})
