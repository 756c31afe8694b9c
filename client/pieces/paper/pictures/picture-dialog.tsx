// The caption of a picture, and what those are told who do not see it.
import type { Editor } from '@tiptap/core'
import { type FormEvent, useId, useState } from 'react'
import { mostPictureWords, pictureWords } from '../../../../shared/document/picture'
import { DialogActs } from '../../dialog-acts'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field, TextArea, TextInput } from '../../ui/field'
import { useWords } from '../../words/words'

interface PictureDialogProps {
  editor: Editor
  position: number
  onClose: () => void
}

export function PictureDialog({ editor, position, onClose }: PictureDialogProps) {
  const { t } = useWords()
  const form = useId()
  const [{ src, ...before }] = useState(() => {
    const attrs = editor.state.doc.nodeAt(position)?.attrs ?? {}
    return { src: attrs.src, caption: attrs.caption ?? '', alt: attrs.alt ?? '' }
  })
  const [caption, setCaption] = useState<string>(before.caption)
  const [alt, setAlt] = useState<string>(before.alt)
  const done = () => {
    onClose()
    editor.commands.focus()
  }
  /** Others may have written above it meanwhile. */
  const placeNow = (): number | null => {
    let found: number | null = null
    editor.state.doc.descendants((node, at) => {
      const isNearer = found === null || Math.abs(at - position) < Math.abs(found - position)
      if (node.type.name === 'image' && node.attrs.src === src && isNearer) found = at
      return !node.isTextblock
    })
    return found
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const at = placeNow()
    if (at !== null && editor.isEditable) {
      const { tr } = editor.state
      tr.setNodeAttribute(at, 'caption', pictureWords(caption))
      tr.setNodeAttribute(at, 'alt', pictureWords(alt))
      editor.view.dispatch(tr)
    }
    done()
  }
  const remove = () => {
    const at = placeNow()
    if (at !== null && editor.isEditable) editor.view.dispatch(editor.state.tr.delete(at, at + 1))
    done()
  }
  return (
    <Dialog
      open
      onClose={done}
      title={t('desk.editPicture')}
      actions={
        <>
          <Button variant="quiet" onClick={remove}>
            {t('desk.removePicture')}
          </Button>
          <DialogActs onClose={done} type="submit" form={form}>
            {t('common.save')}
          </DialogActs>
        </>
      }
    >
      <form id={form} className="picture-form" onSubmit={keep} noValidate>
        <Field label={t('desk.caption')} hint={t('desk.captionHint')}>
          <TextInput
            value={caption}
            maxLength={mostPictureWords}
            autoComplete="off"
            onChange={(event) => setCaption(event.target.value)}
          />
        </Field>
        <Field label={t('desk.alt')} hint={t('desk.altHint')}>
          <TextArea
            value={alt}
            maxLength={mostPictureWords}
            rows={2}
            onChange={(event) => setAlt(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
