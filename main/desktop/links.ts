import { shell } from 'electron';
import type { Logger } from '../../core/log.ts';
import { allowedLink } from './allowed-link.ts';

/** The one way from the app to the browser: opens an address if {@link allowedLink} lets it pass, else does nothing. */
export function createLinks(hosts: () => ReadonlySet<string>, log: Logger): (url: string) => void {
  return (url) => {
    const allowed = allowedLink(url, hosts());
    if (allowed === null) {
      log.warn('link.refused');
      return;
    }
    shell.openExternal(allowed).catch((error: unknown) => log.warn('link.notOpened', { error }));
  };
}
