import type { RunProgram } from './tray/tray-presence.ts';

/** A call without arguments other than texts, on one of the two buses of a Linux desktop. */
export interface BusCall {
  readonly bus: 'session' | 'system';
  readonly to: string;
  readonly path: string;
  /** With its interface, such as `org.gnome.ScreenSaver.GetActive`. */
  readonly method: string;
  readonly texts?: readonly string[];
}

/** Asks a service on a bus; what the tool printed, or null when nobody answered. */
export type AskBus = (call: BusCall) => Promise<string | null>;

/** Who reads a property goes through this. */
export const READ_PROPERTY = 'org.freedesktop.DBus.Properties.Get';

type Tool = (call: BusCall) => readonly [string, ...string[]];

const gdbus: Tool = ({ bus, to, path, method, texts = [] }) => ['gdbus', 'call', `--${bus}`, '--timeout', '2', '--dest', to, '--object-path', path, '--method', method, ...texts];
const dbusSend: Tool = ({ bus, to, path, method, texts = [] }) => ['dbus-send', `--${bus}`, '--print-reply', `--dest=${to}`, path, method, ...texts.map((text) => `string:${text}`)];
const busctl: Tool = ({ bus, to, path, method, texts = [] }) => {
  const dot = method.lastIndexOf('.');
  return ['busctl', bus === 'session' ? '--user' : '--system', 'call', to, path, method.slice(0, dot), method.slice(dot + 1), ...(texts.length === 0 ? [] : ['s'.repeat(texts.length), ...texts])];
};
const TOOLS: readonly Tool[] = [gdbus, dbusSend, busctl];

/** Asks by three tools, one of which is on every desktop; the first that ever answered is the only one asked from then on. */
export function createBus(run: RunProgram): AskBus {
  let works: Tool | null = null;
  return async (call) => {
    for (const tool of works ? [works] : TOOLS) {
      const [file, ...args] = tool(call);
      const answer = await run(file, args);
      if (answer === null) continue;
      works = tool;
      return answer;
    }
    return null;
  };
}
