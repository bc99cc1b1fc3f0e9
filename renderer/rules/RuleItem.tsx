import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, ChevronDown, Copy, GripVertical, Trash2 } from 'lucide-react';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Rule } from '../../contract/rules.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SwitchControl } from '../ui/Toggle.tsx';
import type { Desk } from './desk.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { ruleSentence } from './rule-sentence.ts';
import type { DragOrder } from './useDragOrder.ts';

/** One rule of the list: its sentence, its switch, its place, and below it its editor while that is open. */
export function RuleItem({ rule, rules, index, desk, open, dragged, dropAt, full, grip, onToggle, onChange, onMove, onDuplicate, onRemove, onOpenItem }: {
  rule: Rule;
  rules: readonly Rule[];
  index: number;
  desk: Desk;
  open: boolean;
  dragged: boolean;
  dropAt: 'above' | 'below' | null;
  full: boolean;
  grip: ReturnType<DragOrder['grip']>;
  onToggle: () => void;
  onChange: (patch: Partial<Rule>) => void;
  onMove: (by: number) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onOpenItem: (entity: QueueEntity, id: string) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const id = useId();
  const { name } = rule;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0 || !event.altKey || event.ctrlKey || event.metaKey || (event.target instanceof HTMLElement && event.target.matches('select, input'))) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li data-rule={rule.id} onKeyDown={onKeyDown} className={clsx('relative rounded-lg border bg-surface', open ? 'border-control-line' : 'border-line', dragged && 'opacity-55')}>
      {dropAt ? <span aria-hidden className={clsx('absolute inset-x-0 h-0.5 rounded bg-accent', dropAt === 'above' ? '-top-[0.3125rem]' : '-bottom-[0.3125rem]')} /> : null}
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1 py-2.5 pr-2.5 pl-1">
        <span {...grip} title={t('screens.rules.drag')} className="flex h-6 w-6 shrink-0 cursor-grab touch-none items-center justify-center text-ink-3 hover:text-ink"><GripVertical className="size-4" aria-hidden /></span>
        <span className="w-5 shrink-0 text-right leading-6 text-ink-3 tabular-nums" aria-hidden>{index + 1}</span>
        <button type="button" aria-expanded={open} aria-controls={open ? id : undefined} title={t(open ? 'screens.rules.done' : 'screens.rules.edit', { name })} onClick={onToggle} className="group/rule min-w-0 flex-1 basis-56 rounded px-1 text-left">
          <span className="flex min-w-0 items-center gap-1.5">
            <span className={clsx('min-w-0 leading-6 font-medium break-words', !rule.on && 'text-ink-3')}>{name}</span>
            {rule.on ? null : <span className="shrink-0 text-sm text-ink-3">{t('screens.rules.off')}</span>}
            <ChevronDown className={clsx('size-4 shrink-0 text-ink-3 transition-transform group-hover/rule:text-ink', open && 'rotate-180')} aria-hidden />
          </span>
          <span className={clsx('block text-pretty break-words', rule.on ? 'text-ink-2' : 'text-ink-3')}>{ruleSentence(t, formats, rule, desk)}</span>
        </button>
        <div className="ml-auto flex shrink-0 items-center gap-0.5">
          <IconButton icon={ArrowUp} label={t('screens.rules.moveUp', { name })} blocked={index === 0} onClick={() => onMove(-1)} />
          <IconButton icon={ArrowDown} label={t('screens.rules.moveDown', { name })} blocked={index === rules.length - 1} onClick={() => onMove(1)} />
          <IconButton icon={Copy} label={t('screens.rules.duplicate', { name })} blocked={full} onClick={onDuplicate} />
          <IconButton icon={Trash2} label={t('screens.rules.remove', { name })} onClick={onRemove} />
          <span className="ml-2 flex items-center"><SwitchControl aria-label={t('screens.rules.on', { name })} checked={rule.on} onChange={(on) => onChange({ on })} /></span>
        </div>
      </div>
      {open ? <div id={id}><RuleEditor rule={rule} rules={rules} index={index} desk={desk} onChange={onChange} onOpenItem={onOpenItem} /></div> : null}
    </li>
  );
}
