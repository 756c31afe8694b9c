// [I5] [I7] Files made to hurt, to smuggle or to fetch are refused by name; no bytes at all bring the reader down.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWord, Secret } from '../../server/word/read-word'
import { Overlong, Unreadable } from '../../server/word/unreadable'
import { samples } from '../kit/word-files'
import {
  cell,
  escaped,
  p,
  r,
  row,
  table,
  type WordParts,
  wordFile,
  wordParts,
} from '../kit/word-xml'
import { zip } from '../kit/zip'

/** Why it is refused, or what it is taken for. */
async function answer(file: Uint8Array): Promise<string> {
  try {
    await readWord(file)
    return 'read'
  } catch (error) {
    if (error instanceof Unreadable) return error.why
    if (error instanceof Overlong) return 'too-large'
    if (error instanceof Secret) return `secret ${error.stamp}`
    throw error
  }
}
const of = (parts: WordParts) => answer(wordFile(parts))
const bytes = (text: string) => new TextEncoder().encode(text)
const ole = (more: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(more, 'utf16le'),
  ])
const nested = (depth: number): string => table([row([cell(depth > 1 ? nested(depth - 1) : 'x')])])
const seed = Number(process.env.SEED ?? 2026)
const good = { body: p('Nội dung') }

describe('a file that is none of ours', () => {
  it('is told apart by what it is', async () => {
    expect(await answer(bytes(''))).toBe('not-word')
    expect(await answer(bytes('Kính gửi'))).toBe('not-word')
    expect(await answer(bytes('{\\rtf1 x}'))).toBe('rtf')
    expect(await answer(bytes('%PDF-1.7'))).toBe('pdf')
    expect(await answer(ole('WordDocument'))).toBe('old-word')
    expect(await answer(ole('EncryptedPackage'))).toBe('locked')
    expect(await answer(zip({ 'a.txt': 'x' }))).toBe('not-word')
    expect(await answer(zip({ mimetype: 'application/vnd.oasis', 'content.xml': '<x/>' }))).toBe(
      'odt',
    )
    expect(await of({ body: p('') })).toBe('empty')
    expect(await answer(wordFile(good).subarray(0, 400))).toBe('damaged')
  })
})

describe('a file made to hurt', () => {
  it('inflates no further than the bound', async () => {
    const big = '<w:p/>'.repeat(5_700_000)
    expect(await of({ body: big })).toBe('too-large')
    const zeros = new Uint8Array(70 * 1024 * 1024)
    expect(await of({ ...good, more: { 'word/media/a.bin': zeros } })).toBe('too-large')
    const many = Object.fromEntries(Array.from({ length: 3100 }, (_, at) => [`x/${at}`, '']))
    expect(await of({ ...good, more: many })).toBe('too-large')
  })

  it('may lie about its sizes', async () => {
    const file = Buffer.from(wordFile(good))
    const packed = deflateRawSync(Buffer.alloc(80 * 1024 * 1024), { level: 9 })
    // The directory says that the document is what stands where a bomb is.
    const at = file.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const bomb = Buffer.concat([file.subarray(0, at), packed, file.subarray(at)])
    expect(['damaged', 'too-large']).toContain(await answer(bomb))
  })

  it('nests nothing without end', async () => {
    expect(await of({ body: nested(5) })).toBe('read')
    expect(await of({ body: nested(8) })).toBe('nested')
    const thousand = table([row([cell(table([row([cell('x')])]).repeat(1000) + p(''))])])
    expect(await of({ body: thousand })).toBe('nested')
    const spans = '<w:smartTag>'.repeat(5000) + '</w:smartTag>'.repeat(5000)
    expect(await of({ body: p(spans) })).toBe('nested')
  })

  it('has no entities of its own', async () => {
    const document = String(wordParts(good)['word/document.xml'])
    const bomb = document.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document')
    expect(await answer(zip({ ...wordParts(good), 'word/document.xml': bomb }))).toBe('damaged')
    const foreign = document.replace('Nội dung', '&file;')
    expect(await answer(zip({ ...wordParts(good), 'word/document.xml': foreign }))).toBe('read')
  })

  it('takes no time that grows faster than it does', async () => {
    const junk = 'a'.repeat(500_000)
    expect(await of({ body: `<w:p ${junk}></w:p>` })).toBe('damaged')
    expect(await of({ body: p(r(`x">${'>'.repeat(100_000)}`)) })).toBe('read')
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(5_000)
    const ranges = Array.from(
      { length: 5_000 },
      (_, at) => `<w:commentRangeStart w:id="${at}"/>`,
    ).join('')
    expect(await of({ body: p(ranges + r('chữ').repeat(5_000)) + p(open) })).toBe('read')
    const wide = row([cell('x', '<w:gridSpan w:val="999999"/>')], '<w:gridBefore w:val="999999"/>')
    expect(await of({ body: table(Array.from({ length: 2000 }, () => wide)) })).toBe('too-large')
    const tall = row([cell('x', '<w:vMerge/>')])
    expect(await of({ body: table(Array.from({ length: 2500 }, () => tall)) })).toBe('read')
  })
})

describe('a file made to smuggle', () => {
  it('carries no macros', async () => {
    expect(await of({ ...good, more: { 'word/vbaProject.bin': 'x' } })).toBe('macros')
    const types = String(wordParts(good)['[Content_Types].xml'])
    const docm = types.replace('wordprocessingml.document.main', 'macroEnabled.main')
    expect(await answer(zip({ ...wordParts(good), '[Content_Types].xml': docm }))).toBe('macros')
  })

  it('names no template elsewhere', async () => {
    const attached = (target: string) =>
      of({ ...good, relations: { t: ['attachedTemplate', target, 'External'] } })
    expect(await attached('https://evil.example/a.dotm')).toBe('template')
    expect(await attached('\\\\evil\\share\\a.dotm')).toBe('template')
    expect(await attached('file://evil/a.dotm')).toBe('template')
    // Every second file of a school was made from a template of its own PC.
    expect(await attached('file:///C:\\Users\\Hanh\\Normal.dotm')).toBe('read')
  })

  it('leaves links and pictures that lead elsewhere behind', async () => {
    const hrefs = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      '\\\\may\\chung',
      '//evil.example',
      'C:\\a.doc',
    ]
    const relations = Object.fromEntries(
      hrefs.map((href, at) => [`r${at}`, ['hyperlink', href, 'External'] as const]),
    )
    const body = hrefs.map((_, at) =>
      p(`<w:hyperlink r:id="r${at}">${r(`liên kết ${at}`)}</w:hyperlink>`),
    )
    const picture = p('<w:r><w:drawing><a:blip r:embed="pic"/></w:drawing></w:r>')
    const { content, report } = await readWord(
      wordFile({
        body: `${body.join('')}${picture}<w:altChunk r:id="r0"/>`,
        relations: { ...relations, pic: ['image', 'https://evil.example/a.png', 'External'] },
      }),
    )
    expect(JSON.stringify(content)).not.toContain('"href"')
    const told = Object.fromEntries(report.leftOut.map(({ what, count }) => [what, count]))
    expect(told).toEqual({ links: 5, external: 2 })
    expect(report.leftOut.find(({ what }) => what === 'links')?.examples).toEqual(hrefs)
  })

  it('[I7] bears no stamp of a state secret, wherever it stands and however it is written', async () => {
    const stamped = [
      { body: p('TỐI MẬT') + p('Nội dung') },
      { ...good, header: p('TUYỆT MẬT') },
      { body: table([row([cell('MẬT')])]) },
      {
        body:
          p(
            `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('M Ậ T')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
          ) + p('x'),
      },
      { body: p(r('TUYỆT MẬT'.normalize('NFD'))) },
      { body: p(r('tuyÖt mËt', '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>')) },
    ]
    for (const parts of stamped) expect(await of(parts)).toMatch(/^secret /)
    expect(await of({ body: p('Chi bộ bảo vệ bí mật nhà nước.') })).toBe('read')
  })
})

describe('any bytes', { timeout: 300_000 }, () => {
  it('are read or refused', async () => {
    const files = await Promise.all(samples.map(({ file }) => file()))
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(files.length - 1),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        async (which, changes) => {
          const file = Uint8Array.from(files[which] ?? [])
          for (const [at, value] of changes) file[at % file.length] = value
          await answer(file)
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 200), seed },
    )
  })

  it('of XML are read or refused', async () => {
    const document = String(wordParts({ body: nested(2) + p(r('chữ')) })['word/document.xml'])
    const piece = fc.constantFrom(
      '<w:tc>',
      '</w:tc>',
      '<w:p/>',
      '<w:tbl/>',
      '<w:r>',
      '"',
      '>',
      '&#0;',
      '<w:ins>',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), piece), { maxLength: 4 }), async (cuts) => {
        let xml = document
        for (const [where, words] of cuts) {
          const at = where % xml.length
          xml = xml.slice(0, at) + words + xml.slice(at)
        }
        await answer(zip({ ...wordParts(good), 'word/document.xml': xml }))
      }),
      { numRuns: Number(process.env.RUNS ?? 300), seed },
    )
    await answer(zip({ ...wordParts(good), 'word/document.xml': escaped(document) }))
  })
})
