// What ties a PDF to its version: the code on every page, the digest in its properties, the exact text beside it.
import type { Content } from 'pdfmake/interfaces'
import { points } from './pdf-words'
import { qrOf } from './qr'
import { measures, type Stamp } from './sheet'

/** The same version gives the same file, on whatever day it is made. */
export const infoOf = ({ versionId, sha256, facts, at }: Stamp) => ({
  CreationDate: new Date(at),
  BanThaoVersion: versionId,
  BanThaoSha256: sha256,
  BanThaoFacts: Buffer.from(facts).toString('base64'),
})

/** The very bytes that the digest covers go with the paper. */
export const filesOf = ({ sha256, text, at }: Stamp) => [
  {
    src: `data:application/json;base64,${Buffer.from(text).toString('base64')}`,
    name: `${sha256}.json`,
    creationDate: new Date(at),
    modifiedDate: new Date(at),
  },
]

/** On every page: which version it is, for people and for cameras. */
export function stampFooter({ words, sha256 }: Stamp): Content {
  const rows = qrOf(sha256)
  const size = points(measures.qrMm)
  const module = size / rows.length
  const canvas = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return []
      const end = row.findIndex((dark, at) => at > x && !dark)
      const w = ((end < 0 ? row.length : end) - x) * module
      return [{ type: 'rect' as const, x: x * module, y: y * module, w, h: module, color: 'black' }]
    }),
  )
  const { bottom, left, right } = measures.marginMm
  const down = points(bottom - measures.footerFromBottomMm - measures.qrMm)
  return {
    margin: [points(left), down, points(right), 0],
    columnGap: 6,
    columns: [
      {
        text: words,
        alignment: 'right',
        width: '*',
        margin: [0, 10, 0, 0],
        fontSize: measures.sizePt.stamp,
      },
      { canvas, width: size },
    ],
  }
}
