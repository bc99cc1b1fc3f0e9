/** Whether the focus is nowhere that matters: on no element, or on a heading that holds it until there is something to use. */
export function focusIsFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches('[data-focus-home]');
}
