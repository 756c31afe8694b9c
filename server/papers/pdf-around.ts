// What stands around a paper's text in a PDF: heading block, title, signature, recipients.
import type { Content } from 'pdfmake/interfaces'
import { recipientsLabel } from './form-words'
import { paperStyleMeasures, ruleMm } from './paper-styles'
import { marked, type TagPlace } from './pdf-tags'
import { points } from './pdf-words'
import { measures, type Sheet, textWidthMm } from './sheet'

const fontSize = (size: number) => ({ fontSize: size })
const centre = { alignment: 'center' as const }

/** A line of the form, read as a paragraph of its own. */
const line = (content: Content, place: TagPlace) => marked(content, { role: place.next('P').tag })

const rule = (widthMm: number, lengthMm: number, [above, below]: readonly [number, number]) => {
  const x1 = points((widthMm - lengthMm) / 2)
  const stroke = { type: 'line' as const, x1, x2: x1 + points(lengthMm), y1: 0, y2: 0 }
  return {
    canvas: [{ ...stroke, lineWidth: 0.75 }],
    // Centred by its own ends, not once more by what it stands in.
    alignment: 'left',
    margin: [0, above, 0, below],
  } as Content
}

export function headBlock(sheet: Sheet, place: TagPlace): Content {
  const { head, style } = sheet
  const { sizePt, belowOrganisation, headMm } = paperStyleMeasures[style]
  const organisation = fontSize(sizePt.organisation)
  const underline = { decoration: 'underline' as const }
  const isMotto = head.motto !== null
  const share = textWidthMm(sheet) / (headMm[0] + headMm[1])
  const leftMm = headMm[0] * share
  return {
    columns: [
      {
        ...centre,
        width: points(leftMm),
        stack: [
          ...(head.parent ? [line({ text: head.parent, ...organisation }, place)] : []),
          line({ text: head.organisation, bold: true, ...organisation }, place),
          belowOrganisation === 'star'
            ? { text: '*', ...organisation }
            : rule(leftMm, ruleMm.organisation, [4, measures.paragraphSpacingPt]),
          ...(head.label === undefined
            ? []
            : [line({ text: head.label, ...fontSize(sizePt.number) }, place)]),
        ],
      },
      {
        ...centre,
        width: '*',
        stack: [
          line(
            {
              text: head.party,
              bold: true,
              ...(!isMotto && underline),
              ...fontSize(sizePt.nation),
            },
            place,
          ),
          ...(head.motto === null
            ? []
            : [
                line(
                  { text: head.motto, bold: true, ...underline, ...fontSize(sizePt.motto) },
                  place,
                ),
              ]),
          line(
            {
              text: head.placeAndDate,
              italics: true,
              margin: [0, measures.paragraphSpacingPt, 0, 0],
              ...fontSize(sizePt.date),
            },
            place,
          ),
        ],
      },
    ],
  }
}

export function titleLines(sheet: Sheet, place: TagPlace): Content[] {
  const { sizePt, belowTitle } = paperStyleMeasures[sheet.style]
  return [
    line(
      {
        text: sheet.title,
        bold: true,
        ...centre,
        ...fontSize(sizePt.title),
        margin: [0, 18, 0, 0],
      },
      place,
    ),
    ...(sheet.subject
      ? [line({ text: sheet.subject, bold: true, ...centre, ...fontSize(sizePt.subject) }, place)]
      : []),
    belowTitle === 'dashes'
      ? { text: '-----', ...centre, margin: [0, 0, 0, 12] }
      : rule(textWidthMm(sheet), ruleMm.title, [5, 14]),
  ]
}

function recipientLines({ recipients = [], style }: Sheet, place: TagPlace): Content[] {
  if (recipients.length === 0) return []
  const { sizePt, recipientsLook } = paperStyleMeasures[style]
  const { underline, bold, italic } = recipientsLook
  const label = {
    text: recipientsLabel,
    ...(underline && { decoration: 'underline' as const }),
    ...(bold && { bold }),
    ...(italic && { italics: true }),
  }
  return [
    line({ ...label, ...fontSize(sizePt.recipientsLabel) }, place),
    ...recipients.map((text) => line({ text, ...fontSize(sizePt.recipients) }, place)),
  ]
}

/** The first of several lines says for whom, the next as what. */
function signatureLines(
  { role, name }: Sheet['signature'],
  style: Sheet['style'],
  place: TagPlace,
): Content {
  const { sizePt, isRoleBold } = paperStyleMeasures[style]
  const look = fontSize(sizePt.signature)
  const roles = role
    .split('\n')
    .map((text, index) => line({ text, bold: index === 0 || isRoleBold, ...look }, place))
  const words = { text: name || ' ', bold: true, margin: [0, 60, 0, 0], ...look } as Content
  const below = name === '' ? words : line(words, place)
  return { ...centre, stack: [...roles, below] } as Content
}

export function signatureBlock(sheet: Sheet, place: TagPlace): Content {
  const { signature, leftSignature, style } = sheet
  const left = leftSignature
    ? signatureLines(leftSignature, style, place)
    : { stack: recipientLines(sheet, place) }
  return {
    // Kept together: a signature never stands alone at the top of a page.
    unbreakable: true,
    margin: [0, 18, 0, 0],
    columns: [left, signatureLines(signature, style, place)],
  } as Content
}
