// A version on paper, straight from the browser: drawn when printing begins, in the measures of its PDF.
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { PrintSheet } from '../../../shared/papers/print-sheet'
import '../paper-faces'
import { PrintBlocks } from './print-blocks'
import { pageStyle } from './print-page'
import './print-paper.css'

/** Drawn only while the browser prints: a long paper twice on one page would slow it down. */
export function PrintPaper({ sheet }: { sheet: PrintSheet | undefined }) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    if (!sheet) return
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [sheet])
  if (!sheet || !isPrinting) return null
  return createPortal(<Sheet sheet={sheet} />, document.body)
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')
const pt = (points: number) => `${points}pt`
const mm = (millimetres: number) => `${millimetres}mm`

function Sheet({ sheet }: { sheet: PrintSheet }) {
  const { head, around, groups, goesAlong } = sheet
  const { sizePt, headMm, ruleMm } = around
  const free = goesAlong ? groups.slice(0, -1) : groups
  const [leftMm, rightMm] = headMm
  return (
    <div className="print-paper" lang="vi">
      <style>{pageStyle(sheet)}</style>
      <header
        className="print-head"
        style={{
          gridTemplateColumns: `${leftMm}fr ${rightMm}fr`,
          fontSize: pt(sizePt.organisation),
        }}
      >
        <div>
          {head.parent && <p>{head.parent}</p>}
          <p className="print-bold">{head.organisation}</p>
          {around.belowOrganisation === 'star' ? (
            <p>*</p>
          ) : (
            <p className="print-line" style={{ width: mm(ruleMm.organisation) }} />
          )}
          {head.label !== undefined && <p style={{ fontSize: pt(sizePt.number) }}>{head.label}</p>}
        </div>
        <div>
          <p
            className={head.motto === null ? 'print-bold print-under' : 'print-bold'}
            style={{ fontSize: pt(sizePt.nation) }}
          >
            {head.party}
          </p>
          {head.motto !== null && (
            <p className="print-bold print-under" style={{ fontSize: pt(sizePt.motto) }}>
              {head.motto}
            </p>
          )}
          <p className="print-date" style={{ fontSize: pt(sizePt.date) }}>
            {head.placeAndDate}
          </p>
        </div>
      </header>
      <div className="print-title">
        {linesOf(sheet.title).map((line) => (
          <p key={line} style={{ fontSize: pt(sizePt.title) }}>
            {line}
          </p>
        ))}
        {linesOf(sheet.subject).map((line) => (
          <p key={line} style={{ fontSize: pt(sizePt.subject) }}>
            {line}
          </p>
        ))}
        {around.belowTitle === 'dashes' ? (
          <p className="print-dashes">-----</p>
        ) : (
          <p className="print-line print-title-line" style={{ width: mm(ruleMm.title) }} />
        )}
      </div>
      {free.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frozen paper's blocks do not move
        <Group key={index} blocks={group} />
      ))}
      <div className="print-together">
        {goesAlong && <PrintBlocks blocks={groups.at(-1) ?? []} />}
        <Signature sheet={sheet} />
      </div>
    </div>
  )
}

const Group = ({ blocks }: { blocks: PrintSheet['groups'][number] }) =>
  blocks.length === 1 ? (
    <PrintBlocks blocks={blocks} />
  ) : (
    <div className="print-together">
      <PrintBlocks blocks={blocks} />
    </div>
  )

function Signature({ sheet }: { sheet: PrintSheet }) {
  const { signature, leftSignature } = sheet
  return (
    <footer className="print-signature">
      {leftSignature ? <Signer sheet={sheet} of={leftSignature} /> : <Recipients sheet={sheet} />}
      <Signer sheet={sheet} of={signature} />
    </footer>
  )
}

function Recipients({ sheet: { around, recipients, recipientsLabel } }: { sheet: PrintSheet }) {
  const { sizePt, recipientsLook } = around
  const { underline, bold, italic } = recipientsLook
  const looks = [underline && 'print-under', bold && 'print-bold', italic && 'print-italic']
  return (
    <div>
      <p
        className={looks.filter(Boolean).join(' ')}
        style={{ fontSize: pt(sizePt.recipientsLabel) }}
      >
        {recipientsLabel}
      </p>
      {recipients.map((words) => (
        <p key={words} style={{ fontSize: pt(sizePt.recipients) }}>
          {words}
        </p>
      ))}
    </div>
  )
}

interface SignerProps {
  sheet: PrintSheet
  of: PrintSheet['signature']
}

function Signer({ sheet: { around }, of: { role, name } }: SignerProps) {
  return (
    <div className="print-signer" style={{ fontSize: pt(around.sizePt.signature) }}>
      {role.split('\n').map((line, index) => (
        <p key={line} className={index === 0 || around.isRoleBold ? 'print-bold' : undefined}>
          {line}
        </p>
      ))}
      <p className="print-bold print-name">{name || '\u00a0'}</p>
    </div>
  )
}
