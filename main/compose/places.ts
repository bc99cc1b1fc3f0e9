import { join } from 'node:path';

/** Where things are: the profile folder's files, and what the build made. Absolute paths. */
export interface Places {
  readonly profile: string;
  readonly logs: string;
  readonly keyFile: string;
  readonly dataFolder: string;
  /** Imported API profiles. */
  readonly profilesFolder: string;
  readonly preload: string;
  readonly renderer: string;
  readonly storeWorker: string;
  readonly profileWorker: string;
  readonly icon: string;
}

/** Names the places below the profile folder and the app's own folder (the asar archive, when packaged). */
export function placesIn(profile: string, app: string): Places {
  return {
    profile,
    logs: join(profile, 'logs'),
    keyFile: join(profile, 'vault.bin'),
    dataFolder: join(profile, 'data'),
    profilesFolder: join(profile, 'profiles'),
    preload: join(app, 'out', 'preload', 'index.cjs'),
    renderer: join(app, 'out', 'renderer'),
    storeWorker: join(app, 'out', 'main', 'store-worker.js'),
    profileWorker: join(app, 'out', 'main', 'profile-worker.js'),
    icon: join(app, 'resources', 'icons', '256x256.png'),
  };
}
