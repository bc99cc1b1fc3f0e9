import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { runtimeUnderTest } from '../desktop/runtime-under-test.ts';

/** How to start the app under test. */
export interface LaunchOptions {
  /** Profile folder; kept by the caller, so that a second launch finds it again. */
  readonly profile: string;
  /** More command line arguments. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Which keyring backend Electron is told to use. */
  readonly passwordStore?: 'gnome-libsecret' | 'basic';
  /** Electron's binary and app folder, or a packaged app's own binary. */
  readonly executable?: string;
  readonly appFolder?: string | null;
}

/** A running app: its main window and how to end it. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  /** The main window's page; waits until it is there. */
  mainWindow(): Promise<Page>;
  /** The lookup window's page; waits until it is there. */
  lookupWindow(): Promise<Page>;
  /** Everything the process printed so far. */
  output(): string;
  /** Quits the app the regular way; kills it when it does not end within 10 s (and says so). */
  quit(): Promise<{ killed: boolean }>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** Command line of every launch: the switches this machine needs, and which keyring is meant. */
function commandLine(options: LaunchOptions): string[] {
  const appFolder = options.appFolder === undefined ? join(import.meta.dirname, '../../..') : options.appFolder;
  const switches = runtimeUnderTest().args.filter((arg) => !arg.startsWith('--password-store='));
  return [
    ...switches,
    ...(appFolder ? [appFolder] : []),
    `--user-data-dir=${options.profile}`,
    `--password-store=${options.passwordStore ?? 'gnome-libsecret'}`,
    ...(options.args ?? []),
  ];
}

async function pageOf(electron: ElectronApplication, file: string): Promise<Page> {
  const found = (): Page | undefined => electron.windows().find((page) => new URL(page.url()).pathname.endsWith(file));
  const end = Date.now() + 30_000;
  for (;;) {
    const page = found();
    if (page) {
      await page.waitForLoadState('domcontentloaded');
      return page;
    }
    if (Date.now() > end) throw new Error(`No window shows ${file}; open: ${electron.windows().map((w) => w.url()).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const TRIES = 3;

/**
 * Playwright waits for a promise of the main process that nothing there holds on to, so V8 may collect it first ("Resulting
 * promise was garbage collected"). That says nothing about the app; what tests ask there may be asked again.
 */
function repeatCollected(electron: ElectronApplication): void {
  const evaluate = electron.evaluate.bind(electron) as (...given: unknown[]) => Promise<unknown>;
  const repeating = async (...given: unknown[]): Promise<unknown> => {
    for (let tried = 1; ; tried++) {
      try {
        return await evaluate(...given);
      } catch (error) {
        if (tried === TRIES || !String(error).includes('garbage collected')) throw error;
      }
    }
  };
  Object.assign(electron, { evaluate: repeating });
}

/** Starts the app. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...process.env, ...options.env })) if (value !== undefined) env[name] = value;
  const electron = await _electron.launch({ executablePath: options.executable ?? runtimeUnderTest().executable, args: commandLine(options), env, timeout: 45_000 });
  repeatCollected(electron);
  const child = electron.process();
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<void>((resolve) => (child.exitCode !== null ? resolve() : child.once('exit', () => resolve())));
  const within = (ms: number): Promise<boolean> =>
    Promise.race([ended.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms))]);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await within(5000);
  };
  return {
    electron,
    mainWindow: () => pageOf(electron, 'index.html'),
    lookupWindow: () => pageOf(electron, 'lookup.html'),
    output: () => text,
    async quit() {
      electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
      if (await within(10_000)) return { killed: false };
      await kill();
      return { killed: true };
    },
    kill,
  };
}

/** A fresh profile folder and its removal. */
export async function temporaryProfile(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'cxpress-tray-profile-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}
