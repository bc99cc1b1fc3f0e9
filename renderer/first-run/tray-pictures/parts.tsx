import type { ReactNode } from 'react';

/** Width and height of every drawing, in its own units. */
export const SIZE = { width: 480, height: 150 } as const;

/** A corner of a screen with what lies on it. */
export function Screen({ label, children }: { label: string; children: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={label} className="w-full max-w-[36rem] overflow-hidden rounded-lg border border-line bg-canvas" fill="none">
      {children}
    </svg>
  );
}

/** The app's icon in a bar, with a ring around it so that it is found. `size` is its edge. */
export function TrayMark({ x, y, size = 18, ring = true }: { x: number; y: number; size?: number; ring?: boolean }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {ring ? <circle r={size} className="fill-selected stroke-accent" strokeWidth="1.5" /> : null}
      <g transform={`translate(${-size / 2} ${-size / 2}) scale(${size / 24})`}>
        <rect x="1" y="1" width="22" height="22" rx="6" className="fill-accent" />
        <path d="M6.5 6.5h11v2.1a1.6 1.6 0 0 0 0 3.2v1.2h-11v-1.2a1.6 1.6 0 0 0 0-3.2z" className="fill-on-accent" />
        <path d="M5.5 14.8h3.4l1 1.7h4.2l1-1.7h3.4v2.2a1.5 1.5 0 0 1-1.5 1.5H7a1.5 1.5 0 0 1-1.5-1.5z" className="fill-on-accent" fillOpacity="0.72" />
      </g>
    </g>
  );
}

/** Some other program's icon. */
export function Sign({ x, y, round = false }: { x: number; y: number; round?: boolean }) {
  return <rect x={x - 6} y={y - 6} width="12" height="12" rx={round ? 6 : 3} className="fill-control-line" opacity="0.55" />;
}

/** The time in a bar, as two digits and two. */
export function Clock({ x, y }: { x: number; y: number }) {
  return <text x={x} y={y + 4.5} textAnchor="middle" className="fill-ink-2 text-base tabular-nums">{'14:02'}</text>;
}
