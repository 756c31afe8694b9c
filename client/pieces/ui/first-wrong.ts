// After a form was not sent: to the first input that is marked as wrong.

/** Once the errors have been drawn. */
export function focusFirstWrong(inside: HTMLElement | null): void {
  requestAnimationFrame(() => inside?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
