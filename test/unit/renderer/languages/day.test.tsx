// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../../contract/locales/languages.ts';
import { createI18n } from '../../../../renderer/app/i18n.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { leftInEnglish, saidBy } from '../../../support/left-in-english.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { NOW, sampleQueue, sampleSettings } from '../../../support/renderer-data.ts';

describe.each(LANGUAGES.map(({ code }) => code))('the agent’s day in %s', (language: Language) => {
  const { t } = createI18n(language);
  const find = language === 'en' ? () => [] : leftInEnglish(language);
  const nothingEnglish = () => expect(find(saidBy(document.body))).toEqual([]);
  const show = async () => {
    const ticket = sampleQueue('ticket', 20).map((row, index) => ({ ...row, priority: 'P1', ...[{ woke: 'time' as const, followed: true }, { woke: 'change' as const }, { takenAt: NOW - 60_000, assigneeName: 'Ana' }, { snoozedUntil: NOW + 3_600_000 }][index] }));
    const bridge = fakeBridge({ rows: { ticket, task: sampleQueue('task', 5) }, settings: sampleSettings({ language, savedViews: [{ id: 'a', name: 'Visão', entity: 'task', filter: { ...EVERYTHING, due: 'overdue' } }] }) });
    return { bridge, ...(await renderWindow(bridge, <MainWindow />)) };
  };

  it('rows, filters and order', async () => {
    const { bridge, user } = await show();
    nothingEnglish();
    await act(async () => bridge.push('navigate', { to: 'queue', entity: 'ticket', filter: { ...EVERYTHING, due: 'week', only: 'followed', consumerId: 'x', statuses: ['y'], tagIds: ['0001-22-33'] } }));
    await settle();
    nothingEnglish();
    await user.keyboard('/');
    await settle();
    nothingEnglish();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: t('screens.filters.sort.named', { sort: `${t('screens.filters.sort.by.changed')}: ${t('screens.filters.sort.newest')}` }) }));
    nothingEnglish();
  });
  it('palette, keys, snooze, saving a view and what is said afterwards', async () => {
    const { user } = await show();
    await user.keyboard('{Control>}k{/Control}');
    nothingEnglish();
    await user.keyboard('{Escape}?');
    nothingEnglish();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: t('screens.app.close') }));
    await user.keyboard('gs');
    await settle();
    await user.keyboard('s');
    nothingEnglish();
    await user.click(screen.getByRole('button', { name: t('screens.snooze.action') }));
    nothingEnglish();
    await user.click(screen.getByRole('button', { name: t('screens.snooze.wake') }));
    await settle();
    nothingEnglish();
    await user.keyboard('{Shift>}s{/Shift}');
    await user.click(screen.getByRole('button', { name: t('screens.views.keep') }));
    nothingEnglish();
  });
  it.each(['gm', 'gd', 'gu', 'gf', 'gs'])('an empty queue after %s', async (keys) => {
    const bridge = fakeBridge({ settings: sampleSettings({ language }) });
    const { user } = await renderWindow(bridge, <MainWindow />);
    await user.keyboard(keys);
    await settle();
    nothingEnglish();
  });
});
