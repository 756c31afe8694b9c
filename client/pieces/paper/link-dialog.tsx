// Where a link leads; an address that could do harm is refused, and says why.
import type { Editor } from '@tiptap/react'
import { type FormEvent, useId, useState } from 'react'
import { isSafeLink } from '../../../shared/document/attributes'
import { DialogActs } from '../dialog-acts'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field, TextInput } from '../ui/field'
import { useWords } from '../words/words'

/** `chibo.vn/tailieu` is meant as a web address, `a@b.vn` as an e-mail address. */
function completed(typed: string): string {
  const address = typed.trim()
  if (/^[a-z][a-z\d+.-]*:/i.test(address) || address === '') return address
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`
}

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useWords()
  const form = useId()
  const before = editor.getAttributes('link').href as string | undefined
  const [address, setAddress] = useState(before ?? '')
  const [isRefused, setRefused] = useState(false)
  const done = () => {
    onClose()
    editor.commands.focus()
  }
  const put = (event: FormEvent) => {
    event.preventDefault()
    const href = completed(address)
    if (!isSafeLink(href)) return setRefused(true)
    const chain = editor.chain().extendMarkRange('link')
    if (editor.state.selection.empty && before === undefined) {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
    } else chain.setMark('link', { href })
    chain.run()
    done()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link', { extendEmptyMarkRange: true }).run()
    done()
  }
  return (
    <Dialog
      open
      onClose={done}
      title={t('editor.link')}
      actions={
        <>
          {before !== undefined && (
            <Button variant="quiet" onClick={remove}>
              {t('editor.removeLink')}
            </Button>
          )}
          <DialogActs onClose={done} type="submit" form={form}>
            {t('editor.putLink')}
          </DialogActs>
        </>
      }
    >
      <form id={form} onSubmit={put} noValidate>
        <Field
          label={t('editor.linkAddress')}
          hint={t('editor.linkHint')}
          error={isRefused ? t('editor.linkRefused') : undefined}
        >
          <TextInput
            value={address}
            inputMode="url"
            autoComplete="off"
            onChange={(event) => {
              setAddress(event.target.value)
              setRefused(false)
            }}
          />
        </Field>
      </form>
    </Dialog>
  )
}
