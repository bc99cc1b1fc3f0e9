import { PROFILE_ID } from '../../contract/profile/schema.ts';

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
/** Room for a number behind. */
const LONGEST = 50;

/** Whether text from outside may become a file name: the schema's pattern (no separator, nothing hidden), not only dots, and no name of a device. */
export function isProfileId(text: string): boolean {
  return PROFILE_ID.test(text) && !/^\.+$/.test(text) && !DEVICE.test(text);
}

/** Makes an id of a name that no other profile has: `Cxpress 2.0 (Köln)` becomes `cxpress-2.0-koln`, and `-2` is added when that is taken. */
export function profileIdOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, LONGEST);
  const base = isProfileId(plain) ? plain : `profile-${plain.replace(/[^a-z0-9]/g, '')}`.replace(/-$/, '');
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}
