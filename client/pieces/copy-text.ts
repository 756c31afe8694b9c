// Copies text to the clipboard, on plain http too.

/**
 * True when it was copied. `field` is one that shows just this text: beside a dialog, which keeps
 * the focus, a hidden one could not be copied from.
 */
export async function copyText(
  text: string,
  field: HTMLTextAreaElement | null = null,
): Promise<boolean> {
  // The clipboard API exists on https and localhost only.
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch (error) {
      console.warn('the clipboard refused', error)
    }
  }
  if (field) {
    field.select()
    return document.execCommand('copy')
  }
  const box = document.createElement('textarea')
  box.value = text
  box.style.position = 'fixed'
  box.style.opacity = '0'
  document.body.append(box)
  box.select()
  const isCopied = document.execCommand('copy')
  box.remove()
  return isCopied
}
