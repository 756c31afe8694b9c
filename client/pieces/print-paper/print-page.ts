// The page that a browser prints on: size, margins, number from the second page, code and QR at the foot.
import { encode } from 'uqr'
import type { PrintSheet } from '../../../shared/papers/print-sheet'

/** As a picture of so many millimetres, which margin boxes cannot scale. */
function qrAddress(text: string, sizeMm: number): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizeMm}mm" height="${sizeMm}mm" viewBox="0 0 ${size} ${size}"><path d="${path}" shape-rendering="crispEdges"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const quoted = (words: string) => `"${words.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`

/** Margin boxes are known to Chrome from 131 on; an older one prints the same pages without them. */
export function pageStyle({ measures, around, stamp, groups }: PrintSheet): string {
  const { pageMm, marginMm, pageNumberFromTopMm, footerFromBottomMm, qrMm, sizePt, numbers } =
    measures
  const isNumbered = groups.flat().some((block) => block.kind === 'words' && block.number !== null)
  // A browser draws nothing in a page's margin: there the numbers stand on the page itself.
  const aside = isNumbered ? numbers.widthMm + numbers.fromTextMm : 0
  const margins = [marginMm.top, marginMm.right, marginMm.bottom, marginMm.left - aside]
  const down = marginMm.bottom - footerFromBottomMm - qrMm
  return `
@page {
  size: ${pageMm.short}mm ${pageMm.long}mm;
  margin: ${margins.map((one) => `${one}mm`).join(' ')};
  @top-center {
    padding: ${pageNumberFromTopMm}mm 0 0 ${aside}mm;
    content: counter(page);
    color: #000;
    font: ${around.sizePt.pageNumber}pt Tinos, "Times New Roman", serif;
    vertical-align: top;
  }
  @bottom-right {
    padding-top: ${down}mm;
    content: ${quoted(`${stamp.words}  `)} url("${qrAddress(stamp.sha256, qrMm)}");
    color: #000;
    font: ${sizePt.stamp}pt Tinos, "Times New Roman", serif;
    vertical-align: top;
    white-space: pre;
  }
}
@page :first { @top-center { content: none; } }
.print-paper {
  padding-left: ${aside}mm;
  font-size: ${sizePt.body}pt;
  --print-line: ${measures.lineSpacingPt}pt;
  --print-gap: ${measures.paragraphSpacingPt}pt;
  --print-indent: ${measures.firstLineIndentMm}mm;
  --print-list: ${measures.listIndentMm}mm;
  --print-table: ${sizePt.table}pt;
  --print-number: ${numbers.sizePt}pt;
  --print-number-width: ${numbers.widthMm}mm;
  --print-number-from: ${numbers.fromTextMm}mm;
  --print-number-colour: #${numbers.colour};
}`
}
