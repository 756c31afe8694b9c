// [E1]–[E4] Pictures: made anew, named by digest, printed, and missed when a file has lost one.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { version } from '../../server/papers/paper-worker'
import { zip } from '../../server/papers/zip'
import { formOf } from '../../server/pictures/picture-form'
import { reencode } from '../../server/pictures/reencode'
import { remake } from '../../server/verify/remake'
import { canonicalBytes } from '../../shared/document/canonical'
import { isBlank, type PaperNode } from '../../shared/document/outline'
import { picturesIn, sourceOf } from '../../shared/document/picture'
import { paperSchema } from '../../shared/document/schema'
import { checkFile, type Sources } from '../../shared/papers/check-file'
import { unzip } from '../../shared/papers/unzip'
import { drawing, gif, noisyDrawing, photo, secretPlace, svg, webp } from '../kit/pictures'
import { paragraph, versionOf } from '../kit/version-samples'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function made(bytes: Uint8Array) {
  const picture = await reencode(bytes)
  if (typeof picture === 'string') throw new Error(picture)
  return picture
}

describe('a picture made anew', () => {
  it('[E2] keeps nothing of a photograph but its pixels, turned the right way up', async () => {
    const file = await photo(60, 30)
    expect(file.includes(secretPlace)).toBe(true)
    const picture = await made(Buffer.concat([file, Buffer.from('đuôi')]))
    expect(picture).toMatchObject({ form: 'jpeg', width: 30, height: 60 })
    expect(Buffer.from(picture.bytes).includes(secretPlace)).toBe(false)
    expect(Buffer.from(picture.bytes).includes('đuôi')).toBe(false)
    const { exif, icc, xmp, orientation } = await sharp(picture.bytes).metadata()
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('[E2] is a PNG of pixels alone, white where it was clear', async () => {
    const picture = await made(await drawing(40, 20, true))
    expect(picture).toMatchObject({ form: 'png', width: 40, height: 20 })
    const names = [
      ...Buffer.from(picture.bytes)
        .toString('latin1')
        .matchAll(/[A-Z]{4}/g),
    ]
    expect(names.flat().filter((name) => /^I(HDR|DAT|END)$/.test(name))).toEqual([
      'IHDR',
      'IDAT',
      'IEND',
    ])
    const { data, info } = await sharp(picture.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(3)
    expect(data[0]).toBeGreaterThan(220)
  })

  it('[E2] is scaled down to 1,400 pixels; a large noisy drawing becomes a photograph', async () => {
    const picture = await made(await noisyDrawing(2000, 1000))
    expect(picture).toMatchObject({ form: 'jpeg', width: 1400, height: 700 })
  })

  it('[E2] is the same bytes when it is made of the same file', async () => {
    const file = await drawing()
    expect(sha256((await made(file)).bytes)).toBe(sha256((await made(file)).bytes))
  })

  it.each([
    ['SVG', () => svg],
    ['GIF', () => gif],
    ['WebP', webp],
    ['words', () => Buffer.from('không phải ảnh')],
    ['nothing', () => Buffer.alloc(0)],
    ['a cut photograph', async () => (await photo(200, 200)).subarray(0, 4000)],
    ['a cut drawing', async () => (await noisyDrawing(64, 64)).subarray(0, 3000)],
    ['a head without a picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ])('[E2] is not made of %s', async (_, file) => {
    expect(await reencode(await file())).toBe('not-a-picture')
  })

  it('[E2] is not made of a small file of many pixels', async () => {
    const bomb = await sharp({
      create: { width: 8000, height: 8000, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await reencode(bomb)).toBe('picture-too-large')
  })

  it('knows a form by the bytes', async () => {
    expect(formOf(await drawing())).toBe('png')
    expect(formOf(await photo())).toBe('jpeg')
    expect(formOf(svg)).toBeNull()
  })
})

const image = (digest: string, caption: string | null, alt: string | null = null): PaperNode => ({
  type: 'image',
  attrs: { src: sourceOf(digest), alt, caption, width: 40, height: 20 },
})

describe('a picture in a paper', () => {
  const digest = 'ab'.repeat(32)

  it('[E1] stands there by its digest, which the canonical bytes hold', () => {
    const doc = { type: 'doc', content: [image(digest, 'Hình 1')] }
    expect(new TextDecoder().decode(canonicalBytes(doc))).toBe(
      `{"type":"doc","content":[{"type":"image","attrs":{"caption":"Hình 1","height":20,"src":"/api/images/${digest}","width":40}}]}\n`,
    )
    expect(picturesIn(doc)).toEqual([digest])
    expect(isBlank(doc)).toBe(false)
    paperSchema.nodeFromJSON(doc).check()
  })

  it.each([
    ['data:', `data:image/png;base64,${'A'.repeat(40)}`],
    ['another server', `https://example.org/api/images/${digest}`],
    ['an address of ours that is none of a picture', '/api/versions/1/bytes'],
    ['a digest in capitals', `/api/images/${digest.toUpperCase()}`],
    ['more than a digest', `/api/images/${digest}?x`],
  ])('[E1] takes no bytes and no other address: %s', (_, src) => {
    const node = { type: 'image', attrs: { src } }
    expect(() => paperSchema.nodeFromJSON(node).check()).toThrow(RangeError)
  })
})

describe('a picture in print', () => {
  let png: Uint8Array
  let jpeg: Uint8Array
  let docx: Uint8Array
  let pdf: Uint8Array
  let paper: ReturnType<typeof versionOf>
  const offline: Sources = { remake, versionOf: async () => null }

  beforeAll(async () => {
    png = (await made(await drawing(400, 200))).bytes
    jpeg = (await made(await photo(300, 600))).bytes
    const pictures = new Map([png, jpeg].map((bytes) => [sha256(bytes), bytes]))
    const [first = '', second = ''] = pictures.keys()
    const cell = { type: 'tableCell', content: [image(second, null)] }
    const doc = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'I- ẢNH' }] },
        image(first, 'Hình 1. Phòng máy', 'Phòng máy tính'),
        paragraph('Sau hình.'),
        image(second, null, 'Sân trường'),
        image('cd'.repeat(32), 'Hình 3. Không còn'),
        { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
      ],
    }
    paper = { ...versionOf(doc), pictures }
    docx = await version({ form: 'docx', paper })
    pdf = await version({ form: 'pdf', paper })
  })

  it('[E3] is in Word with its bytes, its description and its caption', async () => {
    const parts = await unzip(docx)
    const media = [...parts].filter(([name]) => name.startsWith('word/media/'))
    const digests = media.map(([, bytes]) => sha256(bytes))
    expect(digests).toEqual(expect.arrayContaining([sha256(png), sha256(jpeg)]))
    const xml = new TextDecoder().decode(parts.get('word/document.xml'))
    expect(xml).toContain('descr="Phòng máy tính"')
    expect(xml).toContain('Hình 1. Phòng máy')
    expect(xml).toContain('[Thiếu ảnh Hình 3. Không còn]')
    const ids = [...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(3)
  })

  it('[X3] is the same file whenever it is made', async () => {
    expect(sha256(await version({ form: 'docx', paper }))).toBe(sha256(docx))
    expect(sha256(await version({ form: 'pdf', paper }))).toBe(sha256(pdf))
  })

  it('[E4] is proven by the file alone, in Word and in PDF', async () => {
    expect((await checkFile(docx, offline)).verdict).toBe('exact')
    expect((await checkFile(pdf, offline)).verdict).toBe('exact')
  })

  it('[E4] is missed where another one stands in its place, though every word is right', async () => {
    const other = (await made(await drawing(400, 201))).bytes
    const parts = new Map(await unzip(docx))
    for (const [name, bytes] of parts) {
      if (sha256(bytes) === sha256(png)) parts.set(name, other)
    }
    const forged = zip(parts)
    // As the page checks, which has the file anew from the server.
    const known: Sources = { ...offline, remake: async () => docx }
    expect(await checkFile(forged, known)).toMatchObject({
      verdict: 'changed',
      difference: { expected: '[Hình 1. Phòng máy]', found: '' },
    })
    expect((await checkFile(forged, offline)).verdict).toBe('changed')
  })
})
