import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Rule } from '../../contract/rules.ts';
import type { RulesAccess } from '../bridge/rules.ts';
import { useStarted } from '../bridge/queries.ts';
import { acceleratorText } from '../format/accelerator.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { MOST_RULES, moved, shortName } from './rule-parts.ts';
import { RuleItem } from './RuleItem.tsx';
import { useDragOrder } from './useDragOrder.ts';

/** The rules in their order. Each can be moved by dragging, by its buttons and by Alt with an arrow; a deleted one can be brought back. */
export function RuleList({ rules, desk, open, onToggle, onChange, onOpenItem }: { rules: readonly Rule[]; desk: Desk; open: string | null; onToggle: (id: string | null) => void; onChange: RulesAccess['change']; onOpenItem: (entity: QueueEntity, id: string) => void }) {
  const { t } = useTranslation();
  const { platform } = useStarted();
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<{ rule: Rule; index: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const restored = useRef<string | null>(null);
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    // An element that changes its place in the page loses the focus.
    if (focused.current?.isConnected && document.activeElement !== focused.current) focused.current.focus();
    focused.current = null;
    // The button that brought a rule back goes away with its message.
    const at = rules.findIndex(({ id }) => id === restored.current);
    if (at < 0) return;
    restored.current = null;
    list.current?.children[at]?.querySelector<HTMLElement>('button[aria-expanded]')?.focus();
  }, [rules, removed]);
  useLayoutEffect(() => {
    if (removed) undo.current?.focus();
  }, [removed]);

  const move = (id: string, to: number) => {
    const rule = rules.find((each) => each.id === id);
    const place = Math.max(0, Math.min(rules.length - 1, to));
    if (!rule || rules[place]?.id === id) return;
    if (document.activeElement instanceof HTMLElement && list.current?.contains(document.activeElement)) focused.current = document.activeElement;
    onChange((now) => moved(now, id, place));
    setSaid(t('screens.rules.moved', { name: rule.name, place: place + 1, total: rules.length }));
  };
  const drag = useDragOrder(list, move);
  const replace = (id: string, patch: Partial<Rule>) => onChange((now) => now.map((rule) => (rule.id === id ? { ...rule, ...patch } : rule)));
  const duplicate = (rule: Rule) => {
    const copy = { ...rule, id: crypto.randomUUID(), name: shortName(t('screens.rules.copyName', { name: rule.name })), on: false };
    onChange((now) => now.flatMap((each) => (each.id === rule.id ? [each, copy] : [each])));
    onToggle(copy.id);
  };
  const remove = (rule: Rule, index: number) => {
    setRemoved({ rule, index });
    setSaid('');
    onChange((now) => now.filter(({ id }) => id !== rule.id));
  };
  const restore = () => {
    if (!removed) return;
    const { rule, index } = removed;
    restored.current = rule.id;
    onChange((now) => (now.some(({ id }) => id === rule.id) ? now : [...now.slice(0, index), rule, ...now.slice(index)]));
    setRemoved(null);
  };
  return (
    <div className={rules.length > 0 || removed ? 'flex flex-col gap-2' : 'sr-only'}>
      {rules.length > 0 ? (
        <ol ref={list} aria-label={t('screens.rules.list')} className="relative flex flex-col gap-2">
          {rules.map((rule, index) => (
            <RuleItem
              key={rule.id}
              rule={rule}
              rules={rules}
              index={index}
              desk={desk}
              open={rule.id === open}
              dragged={drag.id === rule.id}
              dropAt={drag.id === null || drag.to === null ? null : drag.to === index && drag.from !== index ? (drag.from < index ? 'below' : 'above') : null}
              full={rules.length >= MOST_RULES}
              grip={drag.grip(rule.id, index)}
              onToggle={() => onToggle(rule.id === open ? null : rule.id)}
              onChange={(patch) => replace(rule.id, patch)}
              onMove={(by) => move(rule.id, index + by)}
              onDuplicate={() => duplicate(rule)}
              onRemove={() => remove(rule, index)}
              onOpenItem={onOpenItem}
            />
          ))}
        </ol>
      ) : null}
      {removed ? (
        <div className="flex flex-wrap items-center gap-2 rounded-lg bg-neutral-soft px-3.5 py-2">
          <p role="status" className="min-w-0 flex-1 break-words">{t('screens.rules.removed', { name: removed.rule.name })}</p>
          <Button ref={undo} size="small" onClick={restore}>{t('screens.rules.undo')}</Button>
        </div>
      ) : null}
      <p role="status" className="sr-only">{said}</p>
      {rules.length > 1 ? <p className="text-sm text-ink-3">{t('screens.rules.keys', { up: acceleratorText('Alt+↑', platform), down: acceleratorText('Alt+↓', platform) })}</p> : null}
    </div>
  );
}
