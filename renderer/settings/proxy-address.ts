/** Why a text is no address of a proxy. Each has its sentence: `screens.settings.proxy.wrong.<problem>`. */
export type ProxyProblem = 'empty' | 'scheme' | 'name' | 'port' | 'path' | 'signIn';

const SCHEME = /^(https?|socks[45]):\/\//i;
/** A name, an IPv4 address, or an IPv6 address in brackets. */
const NAME = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])$/i;
/** A server that goes without the proxy; `*` stands for any part of its name. */
const WITHOUT = /^(?:<local>|[a-z0-9*.:/[\]_-]{1,255})$/i;

/** What is wrong with an address such as `http://proxy:8080`; null when nothing is. A port is asked for: nearly no proxy is at 80. */
export function proxyProblem(text: string): ProxyProblem | null {
  const address = text.trim();
  if (address === '') return 'empty';
  if (!SCHEME.test(address)) return 'scheme';
  const rest = address.replace(SCHEME, '').replace(/\/$/, '');
  if (rest.includes('@')) return 'signIn';
  if (/[/?#]/.test(rest)) return 'path';
  const [, name = '', port = ''] = /^(.*?)(?::([^:\]]*))?$/.exec(rest) ?? [];
  if (!NAME.test(name)) return 'name';
  return /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535 ? null : 'port';
}

/** The first entry of a list with commas that cannot be the name of a server; null when all can. */
export function wrongBypass(text: string): string | null {
  return text.split(/[,;\s]+/).find((host) => host !== '' && !WITHOUT.test(host)) ?? null;
}
