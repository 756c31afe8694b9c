// The styles of a Word file: what a paragraph or a run is by them, before what it says of itself.
import { bareLetters } from '../../shared/bare-letters'
import { child, childrenNamed, type Element, valIn } from './xml'

/** How letters look; `undefined` where nothing is said. */
export interface RunLook {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly caps?: boolean
  readonly hidden?: boolean
  readonly font?: string
}

export type Role =
  | 'title'
  | 'signature'
  | 'gap'
  | 'number'
  | 'contents'
  | 'tableHeading'
  | 'caption'

export interface ParagraphLook {
  /** 1 to 9. */
  readonly level?: number
  readonly role?: Role
  readonly align?: string
  /** Twentieths of a point. */
  readonly left?: number
  readonly list?: { readonly numId?: string; readonly level?: number }
  readonly run: RunLook
}

const flag = (of: Element | undefined, name: string): { [K in string]?: boolean } => {
  const found = child(of, name)
  if (!found) return {}
  return { value: !['0', 'false', 'off', 'none'].includes(found.attrs['w:val'] ?? '1') }
}

/** Only what is said: what is not may come from the style. */
export function runLook(
  props: Element | undefined,
  themeFonts: ReadonlyMap<string, string>,
): RunLook {
  if (!props) return {}
  const on = (name: string) => flag(props, name).value
  const underline = on('w:u')
  const fonts = child(props, 'w:rFonts')?.attrs ?? {}
  const theme = fonts['w:asciiTheme'] ?? fonts['w:hAnsiTheme']
  const font = (theme && themeFonts.get(theme)) || (fonts['w:ascii'] ?? fonts['w:hAnsi'])
  const look = {
    bold: on('w:b'),
    italic: on('w:i'),
    underline,
    caps: on('w:caps'),
    hidden: on('w:vanish') ?? on('w:webHidden'),
    font,
  }
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}

const whole = (value: string | undefined) =>
  value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? Math.round(Number(value)) : undefined

export function paragraphLook(
  props: Element | undefined,
  themeFonts: ReadonlyMap<string, string>,
): ParagraphLook {
  const outline = whole(valIn(props, 'w:outlineLvl'))
  const ind = child(props, 'w:ind')?.attrs ?? {}
  const left = whole(ind['w:left'] ?? ind['w:start'])
  const num = child(props, 'w:numPr')
  const numId = valIn(num, 'w:numId')
  const level = whole(valIn(num, 'w:ilvl'))
  const align = valIn(props, 'w:jc')
  return {
    ...(outline !== undefined && outline < 9 && { level: outline + 1 }),
    ...(align !== undefined && { align }),
    ...(left !== undefined && { left }),
    ...(num && {
      list: { ...(numId !== undefined && { numId }), ...(level !== undefined && { level }) },
    }),
    run: runLook(child(props, 'w:rPr'), themeFonts),
  }
}

/** What says more wins. */
export const over = (base: ParagraphLook, more: ParagraphLook): ParagraphLook => ({
  ...base,
  ...more,
  ...((base.list || more.list) && { list: { ...base.list, ...more.list } }),
  run: { ...base.run, ...more.run },
})

const ownRoles: Readonly<Record<string, Role>> = {
  PaperTitle: 'title',
  PaperSignature: 'signature',
  PaperGap: 'gap',
  PaperTableHeading: 'tableHeading',
  PaperCaption: 'caption',
  PaperNumber: 'number',
}

/** What the name of a style says, in Word's, LibreOffice's and WPS's languages. */
function rolesOf(id: string, name: string): Pick<ParagraphLook, 'level' | 'role'> {
  const own = ownRoles[id]
  if (own) return { role: own }
  const bare = bareLetters(name).trim()
  const heading = /^(?:heading|tieu de|de muc|dau muc|muc)[\s_]*([1-9])$/.exec(bare)
  if (heading) return { level: Number(heading[1]) }
  const byId = /^(?:heading|tieude)[_\s]*([1-9])$/.exec(bareLetters(id))
  if (byId && bare === '') return { level: Number(byId[1]) }
  if (/^(?:title|subtitle|tieu de|tieu de phu|phu de|ten van ban)$/.test(bare))
    return { role: 'title' }
  if (/^(?:toc [1-9]|toc heading|contents [1-9]|contents heading|muc luc [1-9])$/.test(bare)) {
    return { role: 'contents' }
  }
  if (bare === 'caption' || bare === 'chu thich') return { role: 'caption' }
  return bare === 'table heading' ? { role: 'tableHeading' } : {}
}

interface Style {
  readonly basedOn: string | undefined
  readonly look: ParagraphLook
}

export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #looks = new Map<string, ParagraphLook>()
  readonly #usual: RunLook
  readonly themeFonts: ReadonlyMap<string, string>
  #paragraph: string | undefined

  constructor(styles: Element | undefined, theme: Element | undefined) {
    this.themeFonts = fontsOf(theme)
    const defaults = child(child(styles, 'w:docDefaults'), 'w:rPrDefault')
    this.#usual = runLook(child(defaults, 'w:rPr'), this.themeFonts)
    for (const style of childrenNamed(styles, 'w:style')) {
      const id = style.attrs['w:styleId'] ?? ''
      const isParagraph = style.attrs['w:type'] === 'paragraph'
      if (isParagraph && /^(?:1|true|on)$/.test(style.attrs['w:default'] ?? ''))
        this.#paragraph = id
      const props = paragraphLook(child(style, 'w:pPr'), this.themeFonts)
      const look = {
        ...props,
        ...rolesOf(id, valIn(style, 'w:name') ?? ''),
        run: runLook(child(style, 'w:rPr'), this.themeFonts),
      }
      this.#styles.set(id, { basedOn: valIn(style, 'w:basedOn'), look })
    }
  }

  /** Of a paragraph's or a run's style, with those it is based on; defaults left out. */
  of(id: string | undefined, depth = 0): ParagraphLook {
    if (id === undefined || depth > 20) return { run: {} }
    const known = this.#looks.get(id)
    if (known) return known
    const style = this.#styles.get(id)
    if (!style) return { ...rolesOf(id, ''), run: {} }
    const look = over(this.of(style.basedOn, depth + 1), style.look)
    this.#looks.set(id, look)
    return look
  }

  /** Of a paragraph, by its style or by that which all have. */
  paragraph(id: string | undefined): ParagraphLook {
    const look = this.of(id ?? this.#paragraph)
    return { ...look, run: { ...this.#usual, ...look.run } }
  }
}

/** Fonts that styles name by their part in the theme. */
function fontsOf(theme: Element | undefined): Map<string, string> {
  const scheme = child(child(theme, 'a:themeElements'), 'a:fontScheme')
  const face = (name: string) => child(child(scheme, name), 'a:latin')?.attrs.typeface ?? ''
  const [major, minor] = [face('a:majorFont'), face('a:minorFont')]
  return new Map([
    ['majorHAnsi', major],
    ['majorAscii', major],
    ['minorHAnsi', minor],
    ['minorAscii', minor],
  ])
}
