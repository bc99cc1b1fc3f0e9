/** The part of the library that is used; its own types are out of reach behind its package `exports`. */
declare module 'better-sqlite3-multiple-ciphers' {
  type Value = string | number | null | Uint8Array;

  interface Connection {
    readonly inTransaction: boolean;
    prepare(sql: string): {
      run(params: readonly Value[]): { changes: number };
      get(params: readonly Value[]): unknown;
      all(params: readonly Value[]): unknown[];
    };
    exec(sql: string): unknown;
    pragma(source: string): unknown;
    close(): unknown;
  }
  const Library: new (path: string) => Connection;
  export default Library;
}
