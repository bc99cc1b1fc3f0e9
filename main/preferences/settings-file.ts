/** Where preferences are kept between runs. */
export interface SettingsFile {
  read(): unknown;
  /** Throws when the disk refuses. */
  write(value: Readonly<Record<string, unknown>>): void;
}
