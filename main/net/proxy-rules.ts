import type { Settings } from '../../contract/settings.ts';

/** The settings that say how requests leave. */
export type ProxySettings = Pick<Settings, 'proxyMode' | 'proxyUrl' | 'proxyBypass'>;

/** What Electron's session takes. */
export interface ProxyConfig {
  readonly mode: 'system' | 'direct' | 'fixed_servers';
  readonly proxyRules?: string;
  readonly proxyBypassRules?: string;
}

/** Where a manual proxy is. */
export interface ProxyPlace {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
}

/** Kinds of proxy that Chromium knows, with their usual port. */
const USUAL_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, socks4: 1080, socks5: 1080 };
/** Scheme, host (a name, an IPv4 address or an IPv6 address in brackets), port; nothing behind it, and no user name in it. */
const FORM = /^(?:([a-z0-9]+):\/\/)?([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::(\d{1,5}))?\/?$/i;
/** A server's name or address, with `*`; `<local>` and `<-loopback>` are Chromium's words for names without a dot and for this computer. */
const BYPASS = /^(?:<local>|<-loopback>|[a-z0-9*.:/[\]_-]{1,255})$/i;

/** Reads `http://proxy:8080`, `socks5://proxy`, `proxy:8080`; null for anything else. */
export function parseProxyUrl(text: string): ProxyPlace | null {
  const [, given, host, port] = FORM.exec(text.trim()) ?? [];
  const scheme = (given ?? 'http').toLowerCase();
  const usual = USUAL_PORTS[scheme];
  if (host === undefined || usual === undefined) return null;
  const number = port === undefined ? usual : Number(port);
  return number >= 1 && number <= 65_535 ? { scheme, host: host.toLowerCase(), port: number } : null;
}

/** The hosts of a list with commas (semicolons and spaces do as well); null when one of them is no host. */
export function parseBypass(text: string): readonly string[] | null {
  const hosts = text.split(/[,;\s]+/).filter((host) => host !== '');
  return hosts.every((host) => BYPASS.test(host)) ? hosts : null;
}

/** What the settings mean to Electron; null where they name no proxy although one is wanted. */
export function proxyConfig({ proxyMode, proxyUrl, proxyBypass }: ProxySettings): ProxyConfig | null {
  if (proxyMode !== 'manual') return { mode: proxyMode };
  const place = parseProxyUrl(proxyUrl);
  const bypass = parseBypass(proxyBypass);
  if (!place || !bypass) return null;
  return { mode: 'fixed_servers', proxyRules: `${place.scheme}://${place.host}:${place.port}`, ...(bypass.length === 0 ? {} : { proxyBypassRules: bypass.join(',') }) };
}
