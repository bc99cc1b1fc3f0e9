import type { DesktopFacts } from '../../contract/desktop-facts.ts';
import type { Diagnostic } from '../../contract/diagnostics.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Status } from '../../contract/status.ts';
import { scrubLogLine } from './scrub-log.ts';
import { scrubSettings } from './scrub-settings.ts';

/** What a report is made of. */
export interface ReportParts {
  /** Epoch ms. */
  readonly now: number;
  /** Versions and the kind of computer. */
  readonly about: Readonly<Record<string, string>>;
  readonly desktop: DesktopFacts;
  readonly settings: Settings;
  readonly status: Status;
  readonly notices: readonly string[];
  readonly checks: readonly Diagnostic[];
  /** Lines of the log, oldest first. */
  readonly log: readonly string[];
}

/** The state of the app without addresses: the webhook's holds a secret, errors name a host. */
function scrubStatus({ hintUrl, error, ...rest }: Status): object {
  return { ...rest, hintUrl: hintUrl === null ? 'absent' : 'present', error: error?.code ?? null };
}

/** The diagnostics as a file for whoever helps. It holds no token, address, name, e-mail address, telephone number or id of anybody. */
export function writeReport({ now, about, desktop, settings, status, notices, checks, log }: ReportParts): string {
  const report = {
    format: 'cxpress-tray-diagnostics', version: 1, at: new Date(now).toISOString(),
    about, desktop,
    // Their values are counts, times, key combinations and names of the system's own parts.
    checks,
    status: scrubStatus(status),
    notices,
    settings: scrubSettings(settings),
    log: log.map(scrubLogLine),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
