/** Groups of the help sheet and the palette, in their order. */
export const COMMAND_GROUPS = ['list', 'item', 'filter', 'go', 'app'] as const;
/** One of {@link COMMAND_GROUPS}. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** A key press or a sequence of two: `j`, `Shift+A`, `Mod+K` (Ctrl, ⌘ on macOS), `g m`. Read by {@link chordOf}. */
export type Chord = string;

interface CommandShape {
  readonly id: string;
  readonly group: CommandGroup;
  /** Heard wherever no text is typed and no dialog is open. */
  readonly keys: readonly Chord[];
  /** Heard only while the list has the focus: elsewhere these keys have their usual meaning. */
  readonly listKeys?: readonly Chord[];
  /** Offered by the palette. Moving about in the list is not. */
  readonly palette: boolean;
}

/**
 * Everything that can be done by key or by palette. Keys, palette and help sheet read this list and nothing else, so
 * they cannot differ. Who carries a command out is said by `useCommandHandlers`.
 */
export const COMMANDS = [
  { id: 'down', group: 'list', keys: ['j'], listKeys: ['ArrowDown'], palette: false },
  { id: 'up', group: 'list', keys: ['k'], listKeys: ['ArrowUp'], palette: false },
  { id: 'pageDown', group: 'list', keys: [], listKeys: ['PageDown'], palette: false },
  { id: 'pageUp', group: 'list', keys: [], listKeys: ['PageUp'], palette: false },
  { id: 'first', group: 'list', keys: [], listKeys: ['Home'], palette: false },
  { id: 'last', group: 'list', keys: [], listKeys: ['End'], palette: false },
  { id: 'open', group: 'list', keys: ['o'], listKeys: ['Enter'], palette: true },
  { id: 'back', group: 'list', keys: ['Escape'], palette: false },
  { id: 'readAll', group: 'list', keys: ['Shift+A'], palette: true },
  { id: 'undo', group: 'list', keys: ['Mod+Z'], palette: true },

  { id: 'toggleUnread', group: 'item', keys: ['u'], palette: true },
  { id: 'readNext', group: 'item', keys: ['e'], palette: true },
  { id: 'follow', group: 'item', keys: ['f'], palette: true },
  { id: 'snooze', group: 'item', keys: ['s'], palette: true },
  { id: 'wake', group: 'item', keys: [], palette: true },
  { id: 'copyNumber', group: 'item', keys: ['c'], palette: true },
  { id: 'copyLink', group: 'item', keys: ['Shift+C'], palette: true },
  { id: 'browse', group: 'item', keys: ['Mod+Enter'], palette: true },
  { id: 'why', group: 'item', keys: ['w'], palette: true },

  { id: 'search', group: 'filter', keys: ['/'], palette: true },
  { id: 'unreadOnly', group: 'filter', keys: ['Shift+U'], palette: true },
  { id: 'sort', group: 'filter', keys: ['Shift+O'], palette: true },
  { id: 'clear', group: 'filter', keys: ['Shift+X'], palette: true },
  { id: 'saveView', group: 'filter', keys: ['Shift+S'], palette: true },
  { id: 'previousView', group: 'filter', keys: ['['], palette: true },
  { id: 'nextView', group: 'filter', keys: [']'], palette: true },

  { id: 'goTickets', group: 'go', keys: ['Mod+1'], palette: true },
  { id: 'goTasks', group: 'go', keys: ['Mod+2'], palette: true },
  { id: 'goMine', group: 'go', keys: ['g m'], palette: true },
  { id: 'goDepartments', group: 'go', keys: ['g d'], palette: true },
  { id: 'goUnassigned', group: 'go', keys: ['g u'], palette: true },
  { id: 'goAll', group: 'go', keys: ['g a'], palette: true },
  { id: 'goFollowed', group: 'go', keys: ['g f'], palette: true },
  { id: 'goSnoozed', group: 'go', keys: ['g s'], palette: true },
  { id: 'goLedger', group: 'go', keys: ['g l'], palette: true },
  { id: 'goRules', group: 'go', keys: ['g r'], palette: true },
  { id: 'goDiagnostics', group: 'go', keys: [], palette: true },
  { id: 'goIdentity', group: 'go', keys: [], palette: true },
  { id: 'goSettings', group: 'go', keys: ['Mod+,'], palette: true },

  { id: 'palette', group: 'app', keys: ['Mod+K'], palette: false },
  { id: 'help', group: 'app', keys: ['?'], palette: true },
  { id: 'lookup', group: 'app', keys: [], palette: true },
  { id: 'sync', group: 'app', keys: [], palette: true },
  { id: 'pauseHalfHour', group: 'app', keys: [], palette: true },
  { id: 'pauseHour', group: 'app', keys: [], palette: true },
  { id: 'pauseTomorrow', group: 'app', keys: [], palette: true },
  { id: 'pauseUntilResumed', group: 'app', keys: [], palette: true },
  { id: 'resume', group: 'app', keys: [], palette: true },
] as const satisfies readonly CommandShape[];

/** The name of a command. */
export type CommandId = (typeof COMMANDS)[number]['id'];
/** A command as its readers see it. */
export interface Command extends CommandShape {
  readonly id: CommandId;
}

/** {@link COMMANDS}, each with all it can have. */
export const ALL_COMMANDS: readonly Command[] = COMMANDS;

/** All keys of a command, first those that are heard everywhere. */
export function chordsOf(command: Command): readonly Chord[] {
  return [...command.keys, ...(command.listKeys ?? [])];
}

/** The command of a chord, `onList` telling whether the list has the focus; null when it is none's. */
export function commandOf(chord: Chord, onList: boolean): Command | null {
  return ALL_COMMANDS.find((command) => command.keys.includes(chord) || (onList && command.listKeys?.includes(chord))) ?? null;
}

/** Whether a chord begins a sequence. */
export function beginsSequence(chord: Chord): boolean {
  return ALL_COMMANDS.some(({ keys }) => keys.some((each) => each.startsWith(`${chord} `)));
}

/** What a chord is read from; a `KeyboardEvent` is one. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Whether AltGr is down: it makes signs on many keyboards, and is no Alt then. */
  readonly altGraph: boolean;
}

/** The chord of a key press. Letters do not depend on Caps Lock; the shift that a sign such as `?` may need is not told. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey, altGraph }: Press): Chord {
  const sign = key.length === 1 && !/\p{L}/u.test(key);
  const mod = (ctrlKey || metaKey) && !altGraph;
  const parts = [mod ? 'Mod' : '', altKey && !altGraph ? 'Alt' : '', shiftKey && !sign ? 'Shift' : ''].filter(Boolean);
  const letter = key.length === 1 && !sign;
  const name = letter ? (parts.length > 0 ? key.toUpperCase() : key.toLowerCase()) : key;
  return [...parts, name].join('+');
}
