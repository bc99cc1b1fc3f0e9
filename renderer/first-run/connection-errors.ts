import type { AppError, ErrorCode } from '../../contract/result.ts';

/** What a person types to connect. */
export interface Typed {
  readonly baseUrl: string;
  readonly apiToken: string;
  readonly refreshToken: string;
}
/** A field of the connection form, in the order they stand in. */
export const FIELDS = ['baseUrl', 'apiToken', 'refreshToken'] as const;
/** One of {@link FIELDS}. */
export type ConnectionField = (typeof FIELDS)[number];
/** Errors by where they are shown; `form` holds what no field can mend. */
export type ConnectionErrors = Partial<Record<ConnectionField | 'form', AppError>>;

const FIELD_OF: Partial<Record<ErrorCode, ConnectionField>> = {
  addressInvalid: 'baseUrl', addressInsecure: 'baseUrl', unreachable: 'baseUrl', tls: 'baseUrl', redirected: 'baseUrl', notJson: 'baseUrl', tooLarge: 'baseUrl', wrongShape: 'baseUrl', notFound: 'baseUrl',
  apiTokenRejected: 'apiToken', tokenEmpty: 'apiToken', permissionMissing: 'apiToken', refreshTokenRejected: 'refreshToken',
};

/** Puts an error beside the field that can mend it. */
export function placeError(error: AppError): ConnectionErrors {
  return { [FIELD_OF[error.code] ?? 'form']: error };
}

/** What is plainly missing, told before anything is sent. Whether an address is a good one is decided by the main process. */
export function missingFields(typed: Typed): ConnectionErrors {
  return {
    ...(typed.baseUrl.trim() === '' ? { baseUrl: { code: 'addressInvalid' as const } } : {}),
    ...(typed.apiToken.trim() === '' ? { apiToken: { code: 'tokenEmpty' as const } } : {}),
    ...(typed.refreshToken.trim() === '' ? { refreshToken: { code: 'tokenEmpty' as const } } : {}),
  };
}

/** Where the focus goes: the first field with an error, else the form's own message; null when there is none. */
export function firstError(errors: ConnectionErrors): ConnectionField | 'form' | null {
  return FIELDS.find((field) => errors[field]) ?? (errors.form ? 'form' : null);
}
