import { relative } from 'node:path';
import { ROOT } from '../setup/places.mjs';
import { runningNote } from './running.mjs';

/** Notes which test files are running. A reporter for vitest and for Playwright, whose calls have different names. */
export default class RunningReporter {
  #note = runningNote();

  /** vitest. @param {import('vitest/node').TestModule} module */
  onTestModuleQueued({ moduleId }) {
    this.#note.begins(name(moduleId));
  }

  /** vitest. @param {import('vitest/node').TestCase} test */
  onTestCaseReady({ module, fullName }) {
    this.#note.begins(name(module.moduleId), fullName);
  }

  /** vitest. @param {import('vitest/node').TestModule} module */
  onTestModuleEnd({ moduleId }) {
    this.#note.ends(name(moduleId));
  }

  /** Playwright. @param {import('@playwright/test/reporter').TestCase} test */
  onTestBegin({ location, title }) {
    this.#note.begins(name(location.file), title);
  }

  /** Playwright. @param {import('@playwright/test/reporter').TestCase} test */
  onTestEnd({ location }) {
    this.#note.ends(name(location.file));
  }

  /** Playwright: the terminal stays with the other reporters. */
  printsToStdio() {
    return false;
  }
}

/** @param {string} file */
const name = (file) => relative(ROOT, file).replaceAll('\\', '/');
