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
/** What is wrong with a field: an error, or an address that was not typed at all. */
export type FieldProblem = AppError | { readonly code: 'addressEmpty' };
/** Errors by where they are shown; `form` holds what no field can mend. */
export type ConnectionErrors = Partial<Record<ConnectionField | 'form', FieldProblem>>;

const FIELD_OF: Partial<Record<ErrorCode, ConnectionField>> = {
  addressInvalid: 'baseUrl', addressInsecure: 'baseUrl', unreachable: 'baseUrl', tls: 'baseUrl', redirected: 'baseUrl', notJson: 'baseUrl', tooLarge: 'baseUrl', wrongShape: 'baseUrl', notFound: 'baseUrl',
  apiTokenRejected: 'apiToken', tokenEmpty: 'apiToken', permissionMissing: 'apiToken', refreshTokenRejected: 'refreshToken', tokensIdentical: 'refreshToken',
};

/** Puts an error beside the field that can mend it. */
export function placeError(error: AppError): ConnectionErrors {
  return { [FIELD_OF[error.code] ?? 'form']: error };
}

/** What is plainly missing or the same token twice, told before anything is sent. Whether an address is a good one is decided by the main process. */
export function missingFields(typed: Typed): ConnectionErrors {
  return {
    ...(typed.baseUrl.trim() === '' ? { baseUrl: { code: 'addressEmpty' as const } } : {}),
    ...(typed.apiToken.trim() === '' ? { apiToken: { code: 'tokenEmpty' as const } } : {}),
    ...refreshTokenProblem(typed),
  };
}

function refreshTokenProblem({ apiToken, refreshToken }: Typed): ConnectionErrors {
  if (refreshToken.trim() === '') return { refreshToken: { code: 'tokenEmpty' } };
  return refreshToken.trim() === apiToken.trim() ? { refreshToken: { code: 'tokensIdentical' } } : {};
}

/** Where the focus goes: the first field with an error, else the form's own message; null when there is none. */
export function firstError(errors: ConnectionErrors): ConnectionField | 'form' | null {
  return FIELDS.find((field) => errors[field]) ?? (errors.form ? 'form' : null);
}
