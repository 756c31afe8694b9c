// What stands in a paragraph of a Word file: runs, links, fields, notes, tracked changes, equations, boxes.
import { isSafeLink } from '../../shared/document/attributes'
import { encodingOfFont, isCapitalFont } from '../../shared/old-encodings/recognise'
import type { Picture, Piece } from './draft'
import { equationText } from './equation'
import type { Reading } from './reading'
import { boxesIn, changedText, drawnSigns, lettersOf, raisedLetters, signOf } from './run-letters'
import { type RunLook, runLook } from './styles'
import { below, child, type Element, elements, textIn, valIn } from './xml'

/** What is found in one paragraph. */
export interface Found {
  readonly pieces: Piece[]
  /** The contents of text boxes, to be read behind the paragraph. */
  readonly boxes: Element[]
  readonly pictures: Picture[]
  contents: string
}

interface Around {
  readonly look: RunLook
  readonly href: string | null
}

export class Runs {
  readonly #reading: Reading
  readonly #found: Found
  readonly #usual: RunLook

  constructor(reading: Reading, found: Found, usual: RunLook) {
    this.#reading = reading
    this.#found = found
    this.#usual = usual
  }

  read(of: Element): void {
    this.#visitAll(of, { look: {}, href: null })
  }

  #visitAll(of: Element, around: Around): void {
    for (const one of elements(of)) this.#visit(one, around)
  }

  #visit(of: Element, around: Around): void {
    const { tally, openComments } = this.#reading
    const id = of.attrs['w:id'] ?? ''
    switch (of.name) {
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
      case 'w:rubyPr':
      case 'w:rt':
        return
      case 'w:r':
        return this.#run(of, around)
      case 'w:hyperlink':
        return this.#visitAll(of, { ...around, href: this.#linkOf(of) ?? around.href })
      case 'w:fldSimple':
        return this.#visitAll(of, {
          ...around,
          href: this.#fieldLink(of.attrs['w:instr']) ?? around.href,
        })
      case 'w:del':
      case 'w:moveFrom':
        return tally.leftOut('deletions', changedText(of))
      case 'w:ins':
      case 'w:moveTo':
        tally.changed('insertions', changedText(of))
        return this.#visitAll(of, around)
      case 'w:commentRangeStart':
        this.#reading.beginComment(id)
        return
      case 'w:commentRangeEnd':
        openComments.delete(id)
        return
      case 'm:oMath':
      case 'm:oMathPara':
        return this.#equation(of, around)
      case 'mc:AlternateContent':
        return this.#alternative(of, around)
      case 'w:subDoc':
        return tally.leftOut('external')
      default:
        this.#visitAll(of, around)
    }
  }

  #equation(of: Element, around: Around): void {
    const words = equationText(of).trim()
    if (words === '') return
    this.#reading.tally.changed('equations', words)
    this.#add(words, { ...this.#usual, ...around.look }, around.href)
  }

  /** One of the two says it: what newer programs draw, or what stands in for it. */
  #alternative(of: Element, around: Around): void {
    const choice = child(of, 'mc:Choice')
    const fallback = child(of, 'mc:Fallback')
    const isKnown =
      choice && (below(choice, 'w:txbxContent') || below(choice, 'a:blip') || !fallback)
    const chosen = isKnown ? choice : (fallback ?? choice)
    if (chosen) this.#runContent(chosen, around)
  }

  #linkOf({ attrs }: Element): string | null {
    const relation = this.#reading.relations.get(attrs['r:id'] ?? '')
    const anchor = attrs['w:anchor']
    if (!relation) return null
    return this.#safe(relation.target + (anchor ? `#${anchor}` : ''))
  }

  #safe(address: string): string | null {
    const href = address.trim().normalize('NFC')
    if (isSafeLink(href)) return href
    if (!href.startsWith('#')) this.#reading.tally.leftOut('links', href)
    return null
  }

  #fieldLink(instruction = ''): string | null {
    const [, address] = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction) ?? []
    return address ? this.#safe(address) : null
  }

  #run(of: Element, around: Around): void {
    const props = child(of, 'w:rPr')
    const { styles, tally } = this.#reading
    const own = runLook(props, styles.themeFonts)
    const look = {
      ...this.#usual,
      ...styles.of(valIn(props, 'w:rStyle')).run,
      ...around.look,
      ...own,
    }
    if (child(props, 'w:del')) return tally.leftOut('deletions', textIn(of))
    if (look.hidden) return tally.leftOut('hidden', textIn(of))
    this.#tellFormatting(props, of)
    this.#runContent(of, { ...around, look })
  }

  #tellFormatting(props: Element | undefined, of: Element): void {
    const has = (name: string) =>
      !['0', 'false', 'none', 'auto', '000000', undefined].includes(
        valIn(props, name) ?? (child(props, name) ? '1' : undefined),
      )
    const isDropped = ['w:strike', 'w:dstrike', 'w:highlight', 'w:color'].some(has)
    if (isDropped && textIn(of).trim() !== '') this.#reading.tally.changed('formatting', textIn(of))
  }

  #runContent(of: Element, around: Around): void {
    const raise = valIn(child(of, 'w:rPr'), 'w:vertAlign')
    for (const one of elements(of)) this.#piece(one, around, raise)
  }

  #piece(of: Element, around: Around, raise: string | undefined): void {
    const { look, href } = around
    const say = (text: string) => this.#add(text, look, href)
    switch (of.name) {
      case 'w:rPr':
      case 'w:lastRenderedPageBreak':
      case 'w:footnoteRef':
      case 'w:endnoteRef':
      case 'w:annotationRef':
      case 'w:pgNum':
        return
      case 'w:t':
        return say(raisedLetters(lettersOf(of), raise))
      case 'w:delText':
        return this.#reading.tally.leftOut('deletions', textIn(of))
      case 'w:tab':
      case 'w:ptab':
        return say('\t')
      case 'w:noBreakHyphen':
        return say('\u2011')
      case 'w:softHyphen':
        return say('\u00ad')
      case 'w:cr':
      case 'w:br':
        return this.#break(of)
      case 'w:sym':
        return this.#sign(of, around)
      case 'w:fldChar':
        return this.#field(of.attrs['w:fldCharType'])
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = this.#reading.fields.at(-1)
        if (field && !field.isResult) field.instruction += textIn(of)
        return
      }
      case 'w:footnoteReference':
        return say(this.#reading.noteMark('footnotes', of.attrs['w:id'] ?? ''))
      case 'w:endnoteReference':
        return say(this.#reading.noteMark('endnotes', of.attrs['w:id'] ?? ''))
      case 'w:commentReference':
        return this.#point(of.attrs['w:id'] ?? '')
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(of)
      default:
        this.#visit(of, around)
    }
  }

  #point(id: string): void {
    if (!this.#reading.ranged.has(id)) this.#reading.pointComments.add(id)
  }

  #break(of: Element): void {
    const type = of.attrs['w:type']
    if (type === 'page' || type === 'column') return this.#reading.tally.changed('breaks')
    if (this.#reading.isInContents) return
    this.#found.pieces.push({ ...this.#pieceOf('', this.#usual, null), isBreak: true })
  }

  #sign(of: Element, { look, href }: Around): void {
    const font = of.attrs['w:font'] ?? ''
    const code = Number.parseInt(of.attrs['w:char'] ?? '', 16) & 0xff
    const old = encodingOfFont(font)
    if (old) return this.#add(String.fromCharCode(code), { ...look, font }, href)
    const sign = signOf(code)
    this.#reading.tally.changed('symbols', sign)
    this.#add(sign, look, href)
  }

  #field(type: string | undefined): void {
    const { fields } = this.#reading
    if (type === 'begin') this.#reading.beginField()
    if (type === 'separate') {
      const field = fields.at(-1)
      if (field) field.isResult = true
    }
    if (type === 'end') fields.pop()
  }

  /** Of a drawing: the words in its boxes, and its pictures. */
  #drawing(of: Element): void {
    const { tally, relations, file } = this.#reading
    const boxes = boxesIn(of)
    this.#found.boxes.push(...boxes)
    const art = below(of, 'v:textpath')?.attrs.string
    if (art) this.#add(art, this.#usual, null)
    if (boxes.length > 0 || art) return
    const described = (below(of, 'wp:docPr') ?? below(of, 'v:shape'))?.attrs ?? {}
    const words = (described.descr ?? described.alt ?? described.title ?? '').trim()
    const id = below(of, 'a:blip')?.attrs['r:embed'] ?? below(of, 'v:imagedata')?.attrs['r:id']
    const relation = relations.get(id ?? '')
    if (!id || !relation) return tally.leftOut('drawings', words)
    if (relation.isExternal) return tally.leftOut('external', relation.target)
    this.#found.pictures.push({ kind: 'picture', path: file.pathOf(relation), words })
  }

  #add(text: string, look: RunLook, link: string | null): void {
    if (text === '') return
    const { fields } = this.#reading
    if (this.#reading.isInContents) {
      this.#found.contents += text
      return
    }
    if (fields.some(({ isResult }) => !isResult)) return
    const href =
      link ?? fields.map(({ instruction }) => this.#fieldLink(instruction)).find(Boolean) ?? null
    this.#found.pieces.push(this.#pieceOf(this.#signsOf(text, look), look, href))
  }

  /** Letters typed in a font of signs. */
  #signsOf(text: string, { font = '' }: RunLook): string {
    const drawn = drawnSigns(text, font)
    if (drawn !== text) this.#reading.tally.changed('symbols', drawn)
    return drawn
  }

  #pieceOf(text: string, look: RunLook, href: string | null): Piece {
    const font = look.font ?? ''
    return {
      text,
      bold: look.bold === true,
      italic: look.italic === true,
      // What a link looks like is no wish of its own.
      underline: look.underline === true && href === null,
      href,
      isCapitals: look.caps === true || isCapitalFont(font),
      old: encodingOfFont(font),
      comments: [...this.#reading.openComments],
    }
  }
}
