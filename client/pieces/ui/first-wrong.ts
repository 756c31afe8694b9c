// After a form was not sent: to the first input that is marked as wrong.

/** Once the errors have been drawn; in the middle, so that what is said of it is seen too. */
export function focusFirstWrong(inside: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const input = inside?.querySelector<HTMLElement>('[aria-invalid="true"]')
    input?.focus({ preventScroll: true })
    input?.scrollIntoView({ block: 'center' })
  })
}
