/** Characters that may stand in an argument without quotes (Desktop Entry Specification, "The Exec key"). */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One argument of an `Exec` line: quoted where it must be; `%` doubled, for it begins a field code. */
function argument(text: string): string {
  const plain = text.replaceAll('%', '%%');
  if (PLAIN.test(plain)) return plain;
  return `"${plain.replace(/["`$\\]/g, (sign) => `\\${sign}`)}"`;
}

/** Escapes of values of the type string: the reader undoes these first, and what quotes need second. */
function value(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
}

/** What an autostart entry says. */
export interface AutostartEntry {
  readonly name: string;
  /** Program and arguments. */
  readonly command: readonly string[];
}

/** The text of a desktop entry that starts a program at login. */
export function desktopEntry({ name, command }: AutostartEntry): string {
  const lines = ['[Desktop Entry]', 'Type=Application', `Name=${value(name)}`, `Exec=${value(command.map(argument).join(' '))}`, 'Terminal=false', 'Hidden=false', 'X-GNOME-Autostart-enabled=true'];
  return `${lines.join('\n')}\n`;
}

/** The values of the main group of a desktop entry, by key; as they stand there. */
export function readDesktopEntry(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inside = line.trim() === '[Desktop Entry]';
    const at = line.indexOf('=');
    if (inside && at > 0 && !line.startsWith('#')) values.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return values;
}
