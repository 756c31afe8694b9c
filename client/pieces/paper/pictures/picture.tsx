// A picture of a paper as everybody reads it, with its caption.
import { useState } from 'react'
import type { PaperNode } from '../../../../shared/document/outline'
import { digestIn, pictureName } from '../../../../shared/document/picture'
import { useWords } from '../../words/words'
import './picture.css'

const side = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined)

export function Picture({ attrs }: { attrs: NonNullable<PaperNode['attrs']> }) {
  const { t } = useWords()
  const [isLost, setLost] = useState(false)
  const src = digestIn(attrs.src) ? String(attrs.src) : null
  const caption = String(attrs.caption ?? '')
  return (
    <figure className="paper-picture">
      {src && !isLost ? (
        <img
          src={src}
          alt={pictureName({ alt: attrs.alt || attrs.caption })}
          width={side(attrs.width)}
          height={side(attrs.height)}
          loading="lazy"
          decoding="async"
          onError={() => setLost(true)}
        />
      ) : (
        <span className="paper-picture-lost">{t('desk.pictureLost')}</span>
      )}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
