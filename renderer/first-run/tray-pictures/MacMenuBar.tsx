import { Clock, Screen, Sign, SIZE, TrayMark } from './parts.tsx';

const MIDDLE = 17;

/** The menu bar of macOS with the icon among those on the right. */
export function MacMenuBar({ label }: { label: string }) {
  return (
    <Screen label={label}>
      <rect width={SIZE.width} height="34" className="fill-raised" />
      <path d={`M0 34h${SIZE.width}`} className="stroke-line" />
      <circle cx="22" cy={MIDDLE} r="6" className="fill-ink-2" />
      {[44, 84, 116, 146].map((x, i) => <rect key={x} x={x} y={MIDDLE - 3} width={i === 0 ? 28 : 20} height="6" rx="3" className="fill-control-line" opacity="0.55" />)}
      <TrayMark x={300} y={MIDDLE + 1} size={15} />
      {[338, 364, 390].map((x) => <Sign key={x} x={x} y={MIDDLE} round />)}
      <Clock x={440} y={MIDDLE} />
      <rect x="60" y="62" width="250" height="110" rx="8" className="fill-raised stroke-line" />
      {[76, 90, 104].map((x) => <circle key={x} cx={x} cy="78" r="4" className="fill-control-line" opacity="0.55" />)}
      <path d="M300 62v-18" className="stroke-accent" strokeWidth="2" strokeDasharray="4 4" strokeLinecap="round" />
      <path d="M294 49l6 -7l6 7" className="stroke-accent" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </Screen>
  );
}
