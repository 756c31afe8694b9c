// A frozen version's text, read-only and light: canonical JSON drawn as the paper is printed.
import { memo, type Ref } from 'react'
import type { PaperNode } from '../../../shared/document/outline'
import '../paper-faces'
import { type Highlight, type MarkedWords, PaperBlocks } from './paper-blocks'
import './version-text.css'

interface VersionTextProps {
  content: PaperNode
  focusedParagraph?: number | null
  /** Words of comments; they bear `data-thread`. */
  highlights?: readonly Highlight[]
  /** Words that the leader has marked for the room. */
  marked?: MarkedWords | null
  ref?: Ref<HTMLDivElement>
}

const none: readonly Highlight[] = []

/** Every run of text bears `data-pos`, its ProseMirror position: see selected-words.ts. */
export const VersionText = memo(function VersionText({
  content,
  focusedParagraph = null,
  highlights = none,
  marked = null,
  ref,
}: VersionTextProps) {
  return (
    <div ref={ref} className="version-text" lang="vi">
      <PaperBlocks
        blocks={content.content ?? []}
        start={0}
        focusedParagraph={focusedParagraph}
        highlights={highlights}
        marked={marked}
      />
    </div>
  )
})
