import { foldKey } from './text.ts';

const SECRET_NAME = /token|secret|segred|password|senha|clave|contrasena|apikey|authorization|bearer|jwt|credential|credencia|privatekey|accesskey/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(foldKey(name));
}

/**
 * Whether a value may be a token: long, without spaces, and of letters and digits mixed (a word or a host name is not).
 * A UUID counts, as tokens are written so too.
 */
export function looksLikeToken(value: string): boolean {
  if (UUID.test(value) || value.startsWith('eyJ')) return true;
  if (value.length < 20 || !/^[A-Za-z0-9_.~+=:|-]+$/.test(value)) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && !value.includes('://') && !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/.test(value);
}
