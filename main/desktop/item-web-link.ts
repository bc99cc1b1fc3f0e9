import { allowedLink } from './allowed-link.ts';

/**
 * The address of an item in Cxpress's own screens, by the profile's template; null where the profile knows none, the item
 * lacks the number it asks for, or the result is no address {@link allowedLink} would pass. What is put in is encoded, and
 * the host is the template's own, whatever the item says.
 */
export function itemWebLink(template: string | null, { id, number }: { readonly id: string; readonly number: string | null }): string | null {
  if (template === null || (template.includes('{number}') && number === null) || /\p{Surrogate}/u.test(`${id}${number ?? ''}`)) return null;
  const link = template.replaceAll('{id}', () => encodeURIComponent(id)).replaceAll('{number}', () => encodeURIComponent(number ?? ''));
  const host = URL.canParse(template) ? new URL(template).hostname : null;
  return host === null ? null : allowedLink(link, new Set([host]));
}
