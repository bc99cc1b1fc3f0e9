import { describe, expect, it } from 'vitest';
import { screens } from '../../../../contract/locales/en/screens.ts';
import { isUrgent, statusTone } from '../../../../renderer/ui/tone.ts';

/** Every key with its text, as a dotted path. */
function entries(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : entries(value as object, `${path}${key}.`)));
}

describe('words of the screens', () => {
  const all = entries(screens);
  it('have both plural forms where they have one', () => {
    const keys = new Set(all.map(([key]) => key));
    for (const key of keys) {
      if (key.endsWith('_one')) expect(keys).toContain(key.replace(/_one$/, '_other'));
      if (key.endsWith('_other')) expect(keys).toContain(key.replace(/_other$/, '_one'));
    }
  });
  it('are all there', () => {
    for (const [key, text] of all) expect(text.trim(), key).not.toBe('');
  });
  it('claim no more of Cxpress than its documentation says', () => {
    expect(screens.firstRun.where.path).toBe('Sidebar Menu → Configurations → Company → API');
    expect(screens.firstRun.profile).toContain('our best guess until a connection test has passed');
  });
});

describe('tints', () => {
  it('know the words of three languages and leave others neutral', () => {
    expect(['Open', 'ABERTO', 'abierta', 'em_andamento', 'Concluído', 'Pendiente', 'Zurückgestellt'].map(statusTone)).toEqual(['info', 'info', 'info', 'info', 'good', 'warn', 'neutral']);
  });
  it('tell what is urgent', () => {
    expect([isUrgent('Urgente'), isUrgent('CRÍTICA'), isUrgent('Normal'), isUrgent(null)]).toEqual([true, true, false, false]);
  });
});
