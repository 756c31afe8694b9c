// Lays a definition out with pdfmake and draws it with pdfkit: tagged, with paragraph numbers in the margin.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import type { Content } from 'pdfmake/interfaces'
import { artifact, type Marked, type Role, type Tag } from './pdf-tags'
import { measures } from './sheet'

/** The parts of the two libraries that are used here; their types name only the whole. */
interface Element {
  readonly dictionary: { readonly data: Record<string, unknown> }
  add(child: unknown): void
  end(): void
}
interface Kit extends Readable {
  readonly page: object
  _font: object
  _currentStructureElement: Element | null
  addPage(options: { size: readonly number[] }): Kit
  file(src: string, options: object): void
  struct(type: string, options?: { alt?: string | undefined }): Element
  addStructure(element: Element): void
  markContent(tag: 'Artifact', options: { type: string }): void
  markStructureContent(tag: string): unknown
  endMarkedContent(): void
  fontSize(size: number): Kit
  fill(colour: string): Kit
  text(words: string, x: number, y: number, options: { lineBreak: false }): Kit
  widthOfString(words: string): number
  provideFont(family: string, bold: boolean, italic: boolean): Face
  end(): void
}
interface Face {
  readonly ascender: number
}
interface Inline {
  readonly link?: string | null
}
interface Line {
  readonly x: number
  readonly y: number
  inlines: Inline[]
  id?: string
  _outline?: object
  /** The same in every copy: a heading row stands on several pages. */
  origin?: { readonly node: Marked; readonly isFirst: boolean }
  clone(): Line
  getAscenderHeight(): number
}
interface Drawn extends Marked {
  readonly x: number
}
interface Page {
  readonly items: readonly { readonly type: string; readonly item: unknown }[]
}
interface Layout {
  layoutDocument(...parts: unknown[]): Page[]
  buildNextLine(node: Marked): Line | null
}
interface Painter {
  readonly pdfDocument: Kit
  renderPages(pages: readonly Page[]): void
  renderLine(line: Line, x: number, y: number): void
  renderVector(vector: Drawn): void
  renderImage(image: Drawn): void
}
type Class<T> = new (...parts: never[]) => T

const require = createRequire(import.meta.url)
const part = <T>(name: string) => (require(`pdfmake/js/${name}`) as { default: Class<T> }).default
const PdfDocument = part<Kit>('PDFDocument') as new (...parts: unknown[]) => Kit
const LayoutBuilder = part<Layout>('LayoutBuilder') as new (...parts: unknown[]) => Layout
const Renderer = part<Painter>('Renderer') as new (document: Kit) => Painter
const SvgMeasure = part<object>('SVGMeasure') as new () => object

/** Remembers of every line which node it came from. */
class OwnLayout extends LayoutBuilder {
  readonly #begun = new WeakSet<Marked>()

  override buildNextLine(node: Marked): Line | null {
    const line = super.buildNextLine(node)
    if (line === null) return null
    line.origin = { node, isFirst: !this.#begun.has(node) }
    this.#begun.add(node)
    return line
  }
}

const { numbers, marginMm } = measures
const points = (mm: number) => (mm / 25.4) * 72

class OwnRenderer extends Renderer {
  readonly #elements = new Map<Tag, Element>()
  readonly #drawn = new WeakSet<object>()
  readonly #numbers: (() => void)[] = []
  #open: { role: Role; page: object } | null = null

  constructor(document: Kit, root: Tag) {
    super(document)
    const whole = this.#elementOf(root)
    document.addStructure(whole)
  }

  #elementOf(tag: Tag): Element {
    const { type, alt, span, children } = tag
    const element = this.pdfDocument.struct(type, { alt })
    const [columns = 1, rows = 1] = span ?? []
    const attributes = {
      ...(type === 'TH' && { Scope: 'Column' }),
      ...(columns > 1 && { ColSpan: columns }),
      ...(rows > 1 && { RowSpan: rows }),
    }
    if (Object.keys(attributes).length > 0) {
      element.dictionary.data.A = { O: 'Table', ...attributes }
    }
    this.#elements.set(tag, element)
    for (const child of children) element.add(this.#elementOf(child))
    return element
  }

  /** Lines of one paragraph on one page are one piece of it. */
  #begin(role: Role): void {
    const { page } = this.pdfDocument
    if (this.#open?.role === role && this.#open.page === page) return
    this.#close()
    const element = role === artifact ? undefined : this.#elements.get(role)
    if (role === artifact || !element) {
      this.pdfDocument.markContent('Artifact', { type: 'Layout' })
    } else element.add(this.pdfDocument.markStructureContent(role.type))
    this.#open = { role, page }
  }

  #close(): void {
    // The library itself ends what is open at the end of a page.
    if (this.#open?.page === this.pdfDocument.page) this.pdfDocument.endMarkedContent()
    this.#open = null
  }

  override renderPages(pages: readonly Page[]): void {
    for (const page of pages) {
      super.renderPages([page])
      this.#close()
      for (const draw of this.#numbers.splice(0)) draw()
      this.#close()
    }
  }

  override renderLine(line: Line, x: number, y: number): void {
    const { origin } = line
    const isAgain = origin !== undefined && this.#drawn.has(origin)
    if (origin) this.#drawn.add(origin)
    const role = isAgain ? artifact : (origin?.node.role ?? artifact)
    const { paragraphNumber } = origin?.node ?? {}
    if (paragraphNumber !== undefined && origin?.isFirst) {
      this.#numbers.push(() => this.#drawNumber(String(paragraphNumber), line))
    }
    if (role === artifact || !line.inlines.some(({ link }) => link)) {
      this.#begin(role)
      super.renderLine(line, x, y)
    } else this.#renderLinks(line, role, [x, y])
  }

  /** What is a link says so, beside the words around it. */
  #renderLinks(line: Line, role: Tag, [x, y]: readonly [number, number]): void {
    const parts: Inline[][] = []
    for (const inline of line.inlines) {
      const last = parts.at(-1)
      if (last && last[0]?.link === inline.link) last.push(inline)
      else parts.push([inline])
    }
    parts.forEach((inlines, index) => {
      const piece = line.clone()
      piece.inlines = inlines
      if (index > 0) {
        delete piece.id
        delete piece._outline
      }
      if (!inlines[0]?.link) {
        this.#begin(role)
        super.renderLine(piece, x, y)
        return
      }
      this.#close()
      const element = this.pdfDocument.struct('Link')
      this.#elements.get(role)?.add(element)
      element.add(this.pdfDocument.markStructureContent('Link'))
      this.pdfDocument._currentStructureElement = element
      super.renderLine(piece, x, y)
      this.pdfDocument._currentStructureElement = null
      this.pdfDocument.endMarkedContent()
      // Ended on its page: the library notes the page when an element ends.
      element.end()
    })
  }

  override renderVector(vector: Drawn): void {
    this.#begin(artifact)
    super.renderVector(vector)
  }

  override renderImage(image: Drawn): void {
    this.#begin(image.role ?? artifact)
    super.renderImage(image)
  }

  /** After everything else of the page: who copies or hears the text is not interrupted. */
  #drawNumber(number: string, line: Line): void {
    const { pdfDocument } = this
    const face = pdfDocument.provideFont('Tinos', false, false)
    const ascent = (face.ascender / 1000) * numbers.sizePt
    this.#begin(artifact)
    pdfDocument._font = face
    pdfDocument.fontSize(numbers.sizePt).fill(`#${numbers.colour}`)
    const right = points(marginMm.left - numbers.fromTextMm)
    const x = right - pdfDocument.widthOfString(number)
    const y = line.y + line.getAscenderHeight() - ascent
    pdfDocument.text(number, x, y, { lineBreak: false })
  }
}

const faces = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const

let read: Readonly<Record<string, Buffer>> | null = null
function fonts(): Readonly<Record<string, Buffer>> {
  read ??= Object.fromEntries(
    Object.entries(faces).map(([look, face]) => [
      look,
      readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}`)),
    ]),
  )
  return read
}

export interface Drawing {
  readonly sizePt: readonly [width: number, height: number]
  readonly marginsPt: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  readonly info: Readonly<Record<string, string | Date>>
  readonly files: readonly { readonly src: string; readonly name: string }[]
  readonly images: Readonly<Record<string, string>>
  readonly bodySizePt: number
  readonly header: (page: number) => Content | null
  readonly footer: ((page: number) => Content) | undefined
  readonly content: Content
  readonly tags: Tag
}

export async function drawPdf(drawing: Drawing): Promise<Uint8Array> {
  const { sizePt, marginsPt, info, files, images, bodySizePt, header, footer } = drawing
  const [width, height] = sizePt
  const kit = new PdfDocument(
    { Tinos: fonts() },
    images,
    {},
    {},
    {
      size: sizePt,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: 'vi-VN',
      compress: true,
      fontLayoutCache: true,
      autoFirstPage: false,
      info: { Producer: 'pdfmake', Creator: 'Bàn thảo', ...info },
      font: null,
    },
    null,
    // What people wrote is text; nothing in it is ever opened.
    () => false,
  )
  for (const { src, ...options } of files) kit.file(src, options)
  const orientation = width > height ? 'landscape' : 'portrait'
  const layout = new OwnLayout({ width, height, orientation }, marginsPt, new SvgMeasure())
  const usual = { font: 'Tinos', fontSize: bodySizePt }
  const pages = layout.layoutDocument(drawing.content, kit, {}, usual, undefined, header, footer)
  new OwnRenderer(kit, drawing.tags).renderPages(pages)
  const chunks: Buffer[] = []
  kit.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve, reject) => kit.on('end', resolve).on('error', reject))
  kit.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}
