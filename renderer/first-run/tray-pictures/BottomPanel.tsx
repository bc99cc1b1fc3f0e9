import { Clock, Screen, Sign, SIZE, TrayMark } from './parts.tsx';

const BAR = SIZE.height - 38;
const MIDDLE = BAR + 19;

/** A panel at the bottom, as KDE and most others have it; with `arrow`, the one behind which KDE keeps icons. */
export function BottomPanel({ label, arrow }: { label: string; arrow: boolean }) {
  return (
    <Screen label={label}>
      <rect x="70" y="-20" width="250" height="104" rx="8" className="fill-raised stroke-line" />
      <rect y={BAR} width={SIZE.width} height="38" className="fill-raised" />
      <path d={`M0 ${BAR}h${SIZE.width}`} className="stroke-line" />
      {[24, 52, 80].map((x) => <Sign key={x} x={x} y={MIDDLE} />)}
      <TrayMark x={318} y={MIDDLE} size={17} />
      {[354, 380].map((x) => <Sign key={x} x={x} y={MIDDLE} round />)}
      {arrow ? <path d={`M400 ${MIDDLE + 3}l6 -6l6 6`} className="stroke-ink-2" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" /> : null}
      <Clock x={446} y={MIDDLE} />
      <path d={`M350 52C332 60 318 74 318 ${BAR - 12}`} className="stroke-accent" strokeWidth="2" strokeDasharray="4 4" strokeLinecap="round" />
      <path d={`M312 ${BAR - 15}l6 7l6 -7`} className="stroke-accent" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </Screen>
  );
}
