const MAX_LENGTH = 2048;

/**
 * The address to hand to the browser, or null when it may not be opened: https only, no user name in it, the default
 * port, and a host that is named in `hosts`. The result is the parsed address written anew, never the text as given.
 */
export function allowedLink(text: string, hosts: ReadonlySet<string>): string | null {
  if (text.length > MAX_LENGTH || /[\p{Cc}\p{Cf}\s]/u.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain && hosts.has(url.hostname) ? url.href : null;
}
