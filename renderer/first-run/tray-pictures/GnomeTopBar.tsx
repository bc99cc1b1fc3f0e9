import { Clock, Screen, Sign, SIZE, TrayMark } from './parts.tsx';

const MIDDLE = 17;

/** GNOME's top bar: the clock in the middle, the icon left of the system's own signs. */
export function GnomeTopBar({ label }: { label: string }) {
  return (
    <Screen label={label}>
      <rect width={SIZE.width} height="34" className="fill-raised" />
      <path d={`M0 34h${SIZE.width}`} className="stroke-line" />
      <rect x="16" y={MIDDLE - 4} width="26" height="8" rx="4" className="fill-control-line" opacity="0.55" />
      <Clock x={SIZE.width / 2} y={MIDDLE} />
      <TrayMark x={370} y={MIDDLE + 1} size={15} />
      <rect x="396" y={MIDDLE - 11} width="74" height="22" rx="11" className="stroke-line" />
      {[412, 433, 454].map((x) => <Sign key={x} x={x} y={MIDDLE} round />)}
      <rect x="70" y="62" width="250" height="110" rx="8" className="fill-raised stroke-line" />
      <circle cx="304" cy="78" r="5" className="fill-control-line" opacity="0.55" />
      <path d="M370 96V46" className="stroke-accent" strokeWidth="2" strokeDasharray="4 4" strokeLinecap="round" />
      <path d="M364 51l6 -7l6 7" className="stroke-accent" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </Screen>
  );
}
