import { beginsSequence, chordOf, commandOf, type CommandId } from './commands.ts';

/** How long the second key of a sequence is waited for, in milliseconds. */
const SEQUENCE_MS = 1_500;

/** What takes letters for itself: keys there never belong to the window alone. A box or a radio button takes only Space and arrows. */
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/**
 * Hears key presses and carries out their commands. Where text is typed, or a dialog or popup has the focus, only
 * combinations with Ctrl or ⌘ count, and none there while a dialog is open. Returns its end.
 */
export function listenToKeys(target: Window, find: (id: CommandId) => (() => void) | null): () => void {
  let begun: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const forget = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    begun = null;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(event.key)) return;
    const chord = chordOf({ key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, shiftKey: event.shiftKey, altGraph: event.getModifierState('AltGraph') });
    const sequence = begun === null ? chord : `${begun} ${chord}`;
    forget();
    if (!isHeard(event, chord)) return;
    if (beginsSequence(sequence)) {
      begun = sequence;
      timer = setTimeout(forget, SEQUENCE_MS);
      event.preventDefault();
      return;
    }
    const command = commandOf(sequence, isOnList(event.target));
    const run = command && find(command.id);
    if (!run) return;
    event.preventDefault();
    run();
  };
  target.addEventListener('keydown', onKey);
  return () => {
    target.removeEventListener('keydown', onKey);
    forget();
  };
}

/** A held key moves on in the list and does nothing else again. */
function isHeard(event: KeyboardEvent, chord: string): boolean {
  const repeats = event.repeat && !['j', 'k', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].includes(chord);
  if (repeats || document.querySelector('dialog[open]')) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (target.closest('[data-popup]')) return false;
  if (!target.matches(TYPING)) return true;
  // Undoing in a text field undoes what was typed.
  return chord.startsWith('Mod+') && chord !== 'Mod+Z' && chord !== 'Mod+Enter';
}

function isOnList(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[role="listbox"]');
}
