/** The system's own dialogs for files. A person chooses; no path ever comes from a window's page. */
export interface FileDialogs {
  /** The file to import; null when they changed their mind. */
  open(): Promise<string | null>;
  /** Where to write a file that would be called so; null when they changed their mind. */
  save(fileName: string): Promise<string | null>;
}
