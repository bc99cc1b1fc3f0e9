import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ChordKeys } from '../palette/ChordKeys.tsx';
import { ALL_COMMANDS, COMMAND_GROUPS, chordsOf } from '../palette/commands.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';

/** Every key of the main window, by what it is for. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Sheet labelledBy={id} onClose={onClose} className="w-[52rem]">
      <header className="flex shrink-0 items-start gap-3 border-b border-line py-3 pr-3 pl-5">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-md font-semibold">{t('screens.help.title')}</h2>
          <p className="text-sm text-pretty text-ink-3">{t('screens.help.lead')}</p>
        </div>
        <IconButton icon={X} label={t('screens.app.close')} onClick={onClose} />
      </header>
      <div tabIndex={0} role="region" aria-label={t('screens.help.title')} className="min-h-0 flex-1 gap-x-8 overflow-y-auto px-5 pt-4 pb-1 pair:columns-2">
        {COMMAND_GROUPS.map((group) => (
          <section key={group} aria-label={t(`screens.commands.group.${group}`)} className="mb-4 break-inside-avoid">
            <h3 className="pb-1 text-sm font-semibold text-ink-3">{t(`screens.commands.group.${group}`)}</h3>
            <dl>
              {ALL_COMMANDS.filter((command) => command.group === group && chordsOf(command).length > 0).map((command) => (
                <div key={command.id} data-command={command.id} className="flex min-h-7 items-center justify-between gap-4 border-b border-line/70 py-0.5">
                  <dt className="min-w-0">{t(`screens.commands.name.${command.id}`)}</dt>
                  <dd className="flex shrink-0 flex-wrap items-center justify-end gap-x-2 gap-y-1">
                    {chordsOf(command).map((chord) => <ChordKeys key={chord} chord={chord} />)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
