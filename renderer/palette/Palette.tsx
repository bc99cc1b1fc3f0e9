import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/Sheet.tsx';
import { PickList, type Pick } from '../ui/PickList.tsx';
import { ChordKeys } from './ChordKeys.tsx';
import { useCommandCenter } from './CommandProvider.tsx';
import { ALL_COMMANDS, chordsOf } from './commands.ts';
import { bestMatches } from './match.ts';

/** Something the palette offers beside the commands, such as a saved view. */
export interface PaletteExtra {
  readonly key: string;
  readonly label: string;
  readonly group: string;
  readonly run: () => void;
}

interface Offer extends Pick {
  readonly run: () => void;
}

/** Everything that can be done just now, found by words. What is chosen is done after the palette is gone and the focus is back. */
export function Palette({ extras, onClose }: { extras: readonly PaletteExtra[]; onClose: () => void }) {
  const { t } = useTranslation();
  const center = useCommandCenter();
  const [query, setQuery] = useState('');
  // What can be done is that of the moment the palette opened: it does not change under the hand.
  const [offers] = useState<readonly Offer[]>(() => [
    ...ALL_COMMANDS.filter(({ palette, id }) => palette && center.find(id) !== null).map((command) => {
      const chord = chordsOf(command)[0];
      return {
        key: command.id,
        label: t(`screens.commands.name.${command.id}`),
        group: t(`screens.commands.group.${command.group}`),
        ...(chord === undefined ? {} : { aside: <ChordKeys chord={chord} /> }),
        run: () => center.find(command.id)?.(),
      };
    }),
    ...extras,
  ]);
  const found = bestMatches(query, offers, ({ label, group }) => `${label} ${group ?? ''}`);
  // In the order of the match, headings would come again and again.
  const shown = query.trim() === '' ? found : found.map(({ group: _group, ...rest }) => rest);
  return (
    <Sheet label={t('screens.palette.label')} onClose={onClose} className="w-[36rem]">
      <PickList
        label={t('screens.palette.label')}
        placeholder={t('screens.palette.placeholder')}
        none={t('screens.palette.none')}
        picks={shown}
        query={query}
        onQuery={setQuery}
        onPick={(key) => {
          const chosen = offers.find((offer) => offer.key === key);
          flushSync(onClose);
          chosen?.run();
        }}
      />
    </Sheet>
  );
}
