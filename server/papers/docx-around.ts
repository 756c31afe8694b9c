// What stands around a paper's text in Word: heading block, title, signature, recipients.
import { BorderStyle, Paragraph, type Table } from 'docx'
import { centred, fromPt, partStyles, run, twips, twoColumns } from './docx-parts'
import { recipientsLabel } from './form-words'
import { paperStyleMeasures, ruleMm } from './paper-styles'
import { measures, type Sheet } from './sheet'

/** A line of its own as long as it should be: the border of an empty paragraph between indents. */
function rule(widthMm: number, lengthMm: number, afterPt = 0): Paragraph {
  const side = twips((widthMm - lengthMm) / 2)
  return new Paragraph({
    style: partStyles.gap,
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 0, color: '000000' } },
    indent: { left: side, right: side },
    spacing: { line: fromPt(4), lineRule: 'exact', after: fromPt(afterPt) },
  })
}

/** The columns share the page as on the form, or in halves. */
const onPage = (widthMm: number, [left, right]: readonly [number, number]) => {
  const share = widthMm / (left + right)
  return [left * share, right * share] as const
}

export function headBlock({ head, style }: Sheet, widthMm: number): Table {
  const { sizePt, belowOrganisation, headMm } = paperStyleMeasures[style]
  const columnsMm = onPage(widthMm, headMm)
  const size = sizePt.organisation
  const isMotto = head.motto !== null
  const before = { spacing: { before: fromPt(measures.paragraphSpacingPt) } }
  return twoColumns(
    columnsMm,
    [
      ...(head.parent ? [centred([run(head.parent, { size })])] : []),
      centred([run(head.organisation, { size, bold: true })]),
      belowOrganisation === 'star'
        ? centred([run('*', { size })])
        : rule(columnsMm[0], ruleMm.organisation),
      ...(head.label === undefined
        ? []
        : [centred([run(head.label, { size: sizePt.number })], isMotto ? before : {})]),
    ],
    [
      centred([run(head.party, { size: sizePt.nation, bold: true, underline: !isMotto })]),
      ...(head.motto === null
        ? []
        : [centred([run(head.motto, { size: sizePt.motto, bold: true, underline: true })])]),
      centred([run(head.placeAndDate, { size: sizePt.date, italic: true })], before),
    ],
  )
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')

export function titleLines(sheet: Sheet, widthMm: number): Paragraph[] {
  const { sizePt, belowTitle } = paperStyleMeasures[sheet.style]
  return [
    ...linesOf(sheet.title).map((line, index) =>
      centred([run(line, { size: sizePt.title, bold: true })], {
        style: partStyles.title,
        spacing: { before: index === 0 ? fromPt(18) : 0 },
      }),
    ),
    ...linesOf(sheet.subject).map((line) =>
      centred([run(line, { size: sizePt.subject, bold: true })], { style: partStyles.title }),
    ),
    belowTitle === 'dashes'
      ? centred([run('-----')], { style: partStyles.gap, spacing: { after: fromPt(12) } })
      : rule(widthMm, ruleMm.title, 14),
  ]
}

/** The first of several lines says for whom, the next as what. */
function signatureLines(signature: Sheet['signature'], style: Sheet['style']): Paragraph[] {
  const { sizePt, isRoleBold } = paperStyleMeasures[style]
  const size = sizePt.signature
  const roles = signature.role.split('\n')
  const { ownLines = 0 } = signature
  const own = (line: number) => (line < ownLines ? { style: partStyles.signature } : {})
  return [
    ...roles.map((role, index) =>
      centred([run(role, { size, bold: index === 0 || isRoleBold })], {
        keepNext: true,
        ...own(index),
      }),
    ),
    ...Array.from({ length: 3 }, () => centred([run('', { size })], { keepNext: true })),
    centred([run(signature.name, { size, bold: true })], own(roles.length)),
  ]
}

function recipientLines({ recipients = [], style }: Sheet): Paragraph[] {
  if (recipients.length === 0) return []
  const { sizePt, recipientsLook } = paperStyleMeasures[style]
  const label = run(recipientsLabel, { size: sizePt.recipientsLabel, ...recipientsLook })
  return [
    new Paragraph({ keepNext: true, children: [label] }),
    ...recipients.map(
      (words) =>
        new Paragraph({ keepNext: true, children: [run(words, { size: sizePt.recipients })] }),
    ),
  ]
}

/** Kept together: a signature never stands alone at the top of a page. */
export function signatureBlock(sheet: Sheet, widthMm: number): Table {
  const { signature, leftSignature, style } = sheet
  const left = leftSignature ? signatureLines(leftSignature, style) : recipientLines(sheet)
  return twoColumns(onPage(widthMm, [1, 1]), left, signatureLines(signature, style))
}
