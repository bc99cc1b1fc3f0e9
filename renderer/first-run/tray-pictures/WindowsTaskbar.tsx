import { Clock, Screen, Sign, SIZE, TrayMark } from './parts.tsx';

const BAR = SIZE.height - 40;
const MIDDLE = BAR + 20;
const ARROW = 330;

/** The Windows taskbar: the box that opens from the arrow, and the icon on its way down to the bar. */
export function WindowsTaskbar({ label }: { label: string }) {
  return (
    <Screen label={label}>
      <rect y={BAR} width={SIZE.width} height="40" className="fill-raised" />
      <path d={`M0 ${BAR}h${SIZE.width}`} className="stroke-line" />
      {[24, 52, 80, 108].map((x) => <Sign key={x} x={x} y={MIDDLE} />)}
      <rect x={ARROW - 72} y="14" width="144" height="76" rx="8" className="fill-raised stroke-control-line" />
      <Sign x={ARROW - 44} y={38} round />
      <Sign x={ARROW - 44} y={68} />
      <Sign x={ARROW - 10} y={68} round />
      <Sign x={ARROW - 10} y={38} />
      <TrayMark x={ARROW + 38} y={52} />
      <path d={`M${ARROW - 6} ${MIDDLE + 3}l6 -6l6 6`} className="stroke-ink-2" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      <path d={`M${ARROW + 38} 76C${ARROW + 42} 96 ${ARROW + 44} 100 ${ARROW + 44} ${MIDDLE - 10}`} className="stroke-accent" strokeWidth="2" strokeDasharray="4 4" strokeLinecap="round" />
      <path d={`M${ARROW + 38} ${MIDDLE - 14}l6 7l6 -7`} className="stroke-accent" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      <rect x={ARROW + 33} y={MIDDLE - 4} width="22" height="20" rx="5" className="stroke-accent" strokeDasharray="3 3" />
      <Sign x={ARROW + 78} y={MIDDLE} />
      <Clock x={ARROW + 118} y={MIDDLE} />
    </Screen>
  );
}
