// Copies text to the clipboard, on plain http too.

/** True when it was copied. */
export async function copyText(text: string): Promise<boolean> {
  // The clipboard API exists on https and localhost only.
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch (error) {
      console.warn('the clipboard refused', error)
    }
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
