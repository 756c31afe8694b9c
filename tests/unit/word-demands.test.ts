// [P7] What Word demands of a file before it opens it without a word: order of elements, parts, types, relations.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers, live, version } from '../../server/papers/paper-worker'
import { paperWith, tableOfMany } from '../kit/answers-samples'
import { anyPaper } from '../kit/random-paper'
import { unzip } from '../kit/unzip'
import { fullPaper, versionOf } from '../kit/version-samples'
import { type Element, elementsOf, parseXml } from '../kit/xml-tree'

/** The order of children, from the schema of ECMA-376 (transitional), typed by hand. */
const orders: Record<string, string> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  tcBorders: 'top start left bottom end right insideH insideV tl2br tr2bl',
  tblBorders: 'top start left bottom end right insideH insideV',
  tblCellMar: 'top start left bottom end right',
  pBdr: 'top left bottom right between bar',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  lvl: 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  abstractNum: 'nsid multiLevelType tmpl name styleLink numStyleLink lvl',
  numbering: 'numPicBullet abstractNum num numIdMacAtCleanup',
  tbl: 'tblPr tblGrid tr',
  tr: 'tblPrEx trPr tc',
  body: 'p tbl sectPr',
  docDefaults: 'rPrDefault pPrDefault',
  styles: 'docDefaults latentStyles style',
  settings:
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText mirrorMargins trackRevisions documentProtection defaultTabStop autoHyphenation evenAndOddHeaders updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping',
}
/** Here any order goes: a body mixes paragraphs and tables, its section comes last. */
const mixed = new Set(['body', 'headerReference', 'footerReference', 'sectPr-references'])

const local = (name: string) => name.replace(/^w:/, '')

function orderFaults(root: Element): string[] {
  return elementsOf(root).flatMap((element) => {
    const order = orders[local(element.name)]?.split(' ')
    if (!order || !element.name.startsWith('w:')) return []
    const names = element.children.map((child) => local(child.name))
    const unknown = names.filter((name) => !order.includes(name))
    const ranks = names.map((name) =>
      // References to headers and footers may mix.
      name === 'footerReference' ? order.indexOf('headerReference') : order.indexOf(name),
    )
    const isSorted =
      mixed.has(local(element.name)) ||
      ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0))
    return unknown.length > 0 || !isSorted ? [`${element.name}: ${names.join(' ')}`] : []
  })
}

function placeFaults(root: Element): string[] {
  return elementsOf(root).flatMap(({ name, children, attributes }) => {
    const names = children.map((child) => child.name)
    if (name === 'w:tc' && names.at(-1) !== 'w:p')
      return ['a cell that does not end in a paragraph']
    if (name === 'w:tr' && !names.includes('w:tc')) return ['a row without cells']
    if (name === 'w:body' && names.at(-1) !== 'w:sectPr') return ['a body without its section']
    const heads = ['w:pPr', 'w:rPr', 'w:tcPr', 'w:trPr']
    const late = names.findIndex((one, at) => at > 0 && heads.includes(one))
    const owners = ['w:p', 'w:r', 'w:tc', 'w:tr']
    if (owners.includes(name) && late > 0) return [`${name} has ${names[late]} after its content`]
    return attributes.get('r:id') === '' ? [`${name} points nowhere`] : []
  })
}

const partOf = (path: string, target: string) =>
  target.startsWith('/')
    ? target.slice(1)
    : new URL(target, `zip://x/${path.replace(/_rels\/([^/]*)\.rels$/, '$1')}`).pathname.slice(1)

function packageFaults(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = []
  const types = parseXml(files.get('[Content_Types].xml') ?? '')
  const typed = new Set(
    types.children.map(({ attributes }) => attributes.get('PartName')?.slice(1)),
  )
  const endings = new Set(types.children.map(({ attributes }) => attributes.get('Extension')))
  const overrides = types.children.filter(({ name }) => name === 'Override').length
  const names = [...files.keys()]
  for (const name of names) {
    if (name === '[Content_Types].xml') continue
    const ending = name.split('.').at(-1)
    if (!typed.has(name) && !endings.has(ending)) faults.push(`${name} has no type`)
  }
  for (const name of typed) if (name && !files.has(name)) faults.push(`${name} is typed, not there`)
  if (overrides !== [...typed].filter(Boolean).length) faults.push('a part is typed twice')
  for (const [path, xml] of files) {
    if (!path.endsWith('.rels')) continue
    const relations = parseXml(xml).children.map(({ attributes }) => attributes)
    const ids = relations.map((one) => one.get('Id'))
    if (new Set(ids).size < ids.length) faults.push(`${path}: an id twice`)
    for (const one of relations) {
      if (one.get('TargetMode') === 'External') continue
      const target = partOf(path, one.get('Target') ?? '')
      if (!files.has(target)) faults.push(`${path}: ${target} is missing`)
    }
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
    const used = [...(files.get(owner) ?? '').matchAll(/ r:(?:id|embed)="([^"]*)"/g)]
    for (const [, id = ''] of used) if (!ids.includes(id)) faults.push(`${owner}: ${id} is unknown`)
  }
  return faults
}

function stylesUsed(files: ReadonlyMap<string, string>): string[] {
  const known = new Set(
    [...(files.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id),
  )
  const numbers = new Set(
    [...(files.get('word/numbering.xml') ?? '').matchAll(/<w:num w:numId="(\d+)"/g)].map(
      ([, id]) => id,
    ),
  )
  const document = files.get('word/document.xml') ?? ''
  return [
    ...[...document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)]
      .filter(([, id]) => !known.has(id))
      .map(([, id]) => `style ${id} is unknown`),
    ...[...document.matchAll(/<w:numId w:val="([^"]*)"/g)]
      .filter(([, id]) => !numbers.has(id))
      .map(([, id]) => `list ${id} is unknown`),
  ]
}

function faultsOf(bytes: Uint8Array): string[] {
  const files = unzip(bytes)
  const faults = [...packageFaults(files), ...stylesUsed(files)]
  for (const [name, xml] of files) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const root = parseXml(xml)
    if (name.startsWith('word/')) {
      faults.push(...[...orderFaults(root), ...placeFaults(root)].map((one) => `${name}: ${one}`))
    }
    const drawings = elementsOf(root).filter((element) => element.name === 'wp:docPr')
    const ids = drawings.map(({ attributes }) => attributes.get('id'))
    if (new Set(ids).size < ids.length) faults.push(`${name}: a drawing's id twice`)
  }
  return [...new Set(faults)]
}

const cell = { name: 'Chi bộ A', parentName: '', place: '' }
const liveOf = (content: typeof fullPaper) => ({
  cell,
  topic: 'Chuyên đề',
  presenter: '',
  style: 'hd05' as const,
  day: '2027-02-05',
  content,
  pictures: new Map(),
})

describe('a Word file of ours', () => {
  it.each(['hd05', 'nd30'] as const)(
    '[P7] has everything where Word wants it: %s',
    async (style) => {
      expect(
        faultsOf(await version({ form: 'docx', paper: versionOf(fullPaper, { style }) })),
      ).toEqual([])
    },
  )

  it('[P7] so does the table of answers, and a paper that is not frozen', async () => {
    expect(faultsOf(await answers({ form: 'docx', paper: paperWith(tableOfMany(3)) }))).toEqual([])
    expect(faultsOf(await live({ form: 'docx', paper: liveOf(fullPaper) }))).toEqual([])
  })

  it('[P7] so does any paper', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (paper) => {
        expect(faultsOf(await version({ form: 'docx', paper: versionOf(paper) }))).toEqual([])
      }),
      { numRuns: Number(process.env.RUNS ?? 12) },
    )
  })

  it('[P7] says what it is called and in which language it is', async () => {
    const files = unzip(await version({ form: 'docx', paper: versionOf(fullPaper) }))
    expect(files.get('docProps/core.xml')).toContain('<dc:title>Chuyển đổi số - Bản chốt 2')
    expect(files.get('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="vi-VN"/)
    for (const level of [1, 2, 3]) {
      expect(files.get('word/document.xml')).toContain(`<w:pStyle w:val="Heading${level}"/>`)
    }
  })

  it('[P7] is found out where an element stands at the wrong place', async () => {
    const files = unzip(await version({ form: 'docx', paper: versionOf(fullPaper) }))
    const wrong = (files.get('word/document.xml') ?? '').replace(
      /<w:pPr>(<w:keepNext\/>)?(.*?)<\/w:pPr>/,
      '<w:pPr>$2<w:keepNext/></w:pPr>',
    )
    expect(orderFaults(parseXml(wrong))).not.toEqual([])
  })
})
